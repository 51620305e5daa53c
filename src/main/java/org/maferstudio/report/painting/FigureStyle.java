package org.maferstudio.report.painting;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.expression.LabelSet;

/**
 * Colours and letters of figures: light and dark as the window, paper for print.
 *
 * @param tones the colours
 * @param fontFamily a family of the system, or a logical one such as {@code SansSerif}
 * @param fontSize the size of labels, in points
 * @param boldness what bold letters are drawn with, and so measured with
 */
public record FigureStyle(FigureColours tones, String fontFamily, double fontSize, Boldness boldness) {
    /** How letters become bold. */
    public enum Boldness {
        /** By the bold font of the family. */
        FONT,
        /** By an outline around the plain letters, which are no wider for it: a PDF carries one font only. */
        OUTLINE
    }

    /** The system's font without serifs. */
    public static final String SANS = Font.SANS_SERIF;

    private static final List<Color> ON_LIGHT =
            List.of(new Color(0x0969DA), new Color(0xBF3989), new Color(0x1A7F37), new Color(0x9A6700));
    private static final List<Color> ON_DARK =
            List.of(new Color(0x58A6FF), new Color(0xF778BA), new Color(0x3FB950), new Color(0xD29922));
    private static final List<Color> DEEP_BLUE = List.of(
            new Color(0xEEF3F9), new Color(0xC9DDF3), new Color(0x86B5E2), new Color(0x2E72B8), new Color(0x0A3A78));

    public FigureStyle {
        if (!(fontSize >= 4 && fontSize <= 100)) {
            throw new IllegalArgumentException("letters are 4 to 100 points high, got " + fontSize);
        }
    }

    /** Letters whose family has a bold font. */
    public FigureStyle(FigureColours tones, String fontFamily, double fontSize) {
        this(tones, fontFamily, fontSize, Boldness.FONT);
    }

    /** As the light window. */
    public static FigureStyle light() {
        return new FigureStyle(
                new FigureColours(
                        Color.WHITE,
                        new Color(0x24292F),
                        new Color(0x57606A),
                        new Color(0xE1E6EB),
                        new ColourScale(DEEP_BLUE),
                        ON_LIGHT,
                        Optional.empty()),
                SANS,
                12);
    }

    /** As the dark window. */
    public static FigureStyle dark() {
        ColourScale scale = new ColourScale(List.of(
                new Color(0x1A2029),
                new Color(0x193560),
                new Color(0x1B4A87),
                new Color(0x2F7AD6),
                new Color(0x8CC2FF)));
        return new FigureStyle(
                new FigureColours(
                        new Color(0x0D1117),
                        new Color(0xD5DCE4),
                        new Color(0x8B949E),
                        new Color(0x262D36),
                        scale,
                        ON_DARK,
                        Optional.empty()),
                SANS,
                12);
    }

    /** For print: black on white, smaller letters. */
    public static FigureStyle paper() {
        return new FigureStyle(
                new FigureColours(
                        Color.WHITE,
                        new Color(0x111111),
                        new Color(0x4A4A4A),
                        new Color(0xE2E2E2),
                        new ColourScale(DEEP_BLUE),
                        ON_LIGHT,
                        Optional.empty()),
                SANS,
                10);
    }

    /** The same with letters of another size. */
    public FigureStyle withFontSize(double points) {
        return new FigureStyle(tones, fontFamily, points, boldness);
    }

    /** The same letters in other colours. */
    FigureStyle with(FigureColours others) {
        return new FigureStyle(others, fontFamily, fontSize, boldness);
    }

    /** The font of labels. */
    public Font font() {
        return font(1);
    }

    /** The font of labels, larger or smaller. */
    public Font font(double factor) {
        return new Font(fontFamily, Font.PLAIN, 1).deriveFont((float) (fontSize * factor));
    }

    /** The font of labels in bold, larger or smaller. */
    public Font boldFont(double factor) {
        return bold(font(factor));
    }

    /** A font of this look in bold, as large. */
    public Font bold(Font plain) {
        // A medium weight is marked as heavy, and measured as plain.
        return plain.deriveFont(Map.of(
                TextAttribute.WEIGHT,
                boldness == Boldness.FONT ? TextAttribute.WEIGHT_BOLD : TextAttribute.WEIGHT_MEDIUM));
    }

    /**
     * Foreground or background: the lighter of the two as soon as it can be read on a colour.
     *
     * <p>The W3C's contrast underrates light letters on blue, so that 3.2 is asked of them and not 4.5.
     */
    public Color textOn(Color colour) {
        Color foreground = tones.foreground();
        Color background = tones.background();
        boolean dark = tones.isDark();
        Color light = dark ? foreground : background;
        return ColourScale.contrast(light, colour) >= 3.2 ? light : dark ? background : foreground;
    }

    /** The colour of a class: its expression's, or the one of all classes. */
    public Color classColour(LabelSet labels, int label) {
        return tones.classes().orElseGet(() -> Palette.of(labels, label));
    }

    /** The colour of the {@code index}-th of several networks. */
    public Color series(int index) {
        return tones.series().get(Math.floorMod(index, tones.series().size()));
    }
}
