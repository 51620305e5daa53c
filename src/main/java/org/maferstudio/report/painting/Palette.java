package org.maferstudio.report.painting;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;

/**
 * The colours of the expressions, safe for colour-blind readers.
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito</a>
 */
public final class Palette {
    private static final List<Color> OTHERS = List.of(
            new Color(0x0072B2),
            new Color(0xE69F00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0x56B4E9),
            new Color(0xD55E00),
            new Color(0xB8A000),
            new Color(0x8C8C8C));

    private Palette() {}

    /** The colour of an expression. */
    public static Color of(Expression expression) {
        return switch (expression) {
            case HAPPINESS -> new Color(0xE69F00);
            case SURPRISE -> new Color(0x56B4E9);
            case SADNESS -> new Color(0x0072B2);
            case ANGER -> new Color(0xD55E00);
            case DISGUST -> new Color(0x009E73);
            case FEAR -> new Color(0xCC79A7);
            case NEUTRAL -> new Color(0x8C8C8C);
            case CONTEMPT -> new Color(0xB8A000);
        };
    }

    /** The colour of a class; one of eight, cyclically, if it is not an expression. */
    public static Color of(LabelSet labels, int label) {
        return labels.expression(label).map(Palette::of).orElse(OTHERS.get(label % OTHERS.size()));
    }

    /** Formats a colour for style sheets, such as {@code #E69F00}. */
    public static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%02X%02X%02X", colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
