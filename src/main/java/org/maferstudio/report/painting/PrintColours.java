package org.maferstudio.report.painting;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.maferstudio.texts.Texts;

/**
 * Colour schemes for printed figures. Each scale becomes monotonically darker, so that it is readable in a grey copy.
 */
public enum PrintColours {
    /** Light to deep blue, as in the authors' figure; expressions in the colours of Okabe and Ito. */
    BLUE(Texts.of("report.palette.blue")),
    /**
     * Yellow to deep blue, readable with any colour vision deficiency.
     *
     * @see <a href="https://doi.org/10.1371/journal.pone.0199239">Nu\u00f1ez, Anderton, Renslow 2018</a>
     */
    CIVIDIS("Cividis"),
    /** Greys, for print without colours. */
    GREY(Texts.of("report.palette.grey"));

    private static final List<Color> CIVIDIS_STOPS = List.of(
            new Color(0xFEE838), new Color(0xBCAE6C), new Color(0x7D7C78), new Color(0x434E6C), new Color(0x00224E));
    private static final List<Color> GREYS = List.of(
            new Color(0xF4F4F4), new Color(0xCFCFCF), new Color(0x9C9C9C), new Color(0x5C5C5C), new Color(0x1A1A1A));

    /** Dashes and markers distinguish these; the grey levels help. */
    private static final List<Color> GREY_LINES =
            List.of(new Color(0x111111), new Color(0x555555), new Color(0x808080), new Color(0xA0A0A0));

    private final String title;

    PrintColours(String title) {
        this.title = title;
    }

    /** The name for display. */
    public String title() {
        return title;
    }

    /** Returns a style with these colours; on a dark background the scale starts with its dark end. */
    public FigureStyle on(FigureStyle style) {
        FigureColours colours = style.colours();
        return switch (this) {
            case BLUE -> style;
            case CIVIDIS -> style.with(colours.with(scale(CIVIDIS_STOPS, colours), colours.series(), Optional.empty()));
            case GREY ->
                style.with(colours.with(scale(GREYS, colours), lines(colours), Optional.of(new Color(0x7A7A7A))));
        };
    }

    private static ColourScale scale(List<Color> lightFirst, FigureColours colours) {
        List<Color> stops = new ArrayList<>(lightFirst);
        if (colours.isDark()) {
            Collections.reverse(stops);
        }
        return new ColourScale(stops);
    }

    private static List<Color> lines(FigureColours colours) {
        return colours.isDark()
                ? GREY_LINES.stream()
                        .map(line -> new Color(255 - line.getRed(), 255 - line.getGreen(), 255 - line.getBlue()))
                        .toList()
                : GREY_LINES;
    }
}
