package org.maferstudio.report.painting;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.expression.LabelSet;

/**
 * Colours and fonts of figures: light and dark as the window, or paper for print.
 *
 * @param colours the colours
 * @param fontFamily a family of the system, or a logical one such as {@code SansSerif}
 * @param fontSize the size of labels, in points
 * @param boldness how bold text is drawn and measured
 */
public record FigureStyle(FigureColours colours, String fontFamily, double fontSize, Boldness boldness) {
    /** How text is made bold. */
    public enum Boldness {
        /** With the bold font of the family. */
        FONT,
        /** With an outline around regular glyphs, which does not change the width: a PDF embeds one font only. */
        OUTLINE
    }

    /** The system's sans-serif font. */
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

    /** A style whose font family has a bold font. */
    public FigureStyle(FigureColours colours, String fontFamily, double fontSize) {
        this(colours, fontFamily, fontSize, Boldness.FONT);
    }

    /** The style of the light theme. */
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

    /** The style of the dark theme. */
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

    /** For print: black on white, with a smaller font. */
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

    /** Returns a copy with another font size. */
    public FigureStyle withFontSize(double points) {
        return new FigureStyle(colours, fontFamily, points, boldness);
    }

    /** Returns a copy with other colours. */
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

    /** The bold font of this style at the size of labels. */
    public Font bold(Font plain) {
        // The medium weight counts as bold but has the widths of the regular font.
        return plain.deriveFont(Map.of(
                TextAttribute.WEIGHT,
                boldness == Boldness.FONT ? TextAttribute.WEIGHT_BOLD : TextAttribute.WEIGHT_MEDIUM));
    }

    /**
     * Foreground or background: the lighter of the two if it is readable on a colour.
     *
     * <p>The W3C's contrast underestimates light text on blue, so 3.2 is required instead of 4.5.
     */
    public Color textOn(Color colour) {
        Color foreground = colours.foreground();
        Color background = colours.background();
        boolean dark = colours.isDark();
        Color light = dark ? foreground : background;
        return ColourScale.contrast(light, colour) >= 3.2 ? light : dark ? background : foreground;
    }

    /** The colour of a class: that of its expression, or the common colour of all classes. */
    public Color classColour(LabelSet labels, int label) {
        return colours.classes().orElseGet(() -> Palette.of(labels, label));
    }

    /** The colour of the {@code index}-th of several networks. */
    public Color series(int index) {
        return colours.series().get(Math.floorMod(index, colours.series().size()));
    }
}
