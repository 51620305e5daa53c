package org.maferstudio.report.painting;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;

/**
 * The colours of the expressions, safe for colour-blind readers.
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito</a>
 */
public final class Palette {
    /** The colours of values that are not expressions. */
    public static final List<Color> OTHERS = List.of(
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

    /**
     * The colour of a class. A class that is not an expression has one of eight colours, cyclically; in a small label
     * set, one that no expression in it has.
     */
    public static Color of(LabelSet labels, int label) {
        return labels.expression(label).map(Palette::of).orElseGet(() -> other(labels, label));
    }

    private static Color other(LabelSet labels, int label) {
        if (labels.size() > OTHERS.size()) {
            return OTHERS.get(label % OTHERS.size());
        }
        List<Color> free = new ArrayList<>(OTHERS);
        int number = 0;
        for (int i = 0; i < labels.size(); i++) {
            Optional<Expression> expression = labels.expression(i);
            expression.ifPresent(each -> free.remove(of(each)));
            number += expression.isEmpty() && i < label ? 1 : 0;
        }
        return free.get(number);
    }

    /** Formats a colour for style sheets, such as {@code #E69F00}. */
    public static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%02X%02X%02X", colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
