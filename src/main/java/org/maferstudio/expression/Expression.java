package org.maferstudio.expression;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.texts.Texts;

/** The eight expression classes of the field, with the names that stand in files. */
public enum Expression {
    ANGER("ang"),
    DISGUST("dis"),
    FEAR("fea"),
    HAPPINESS("hap"),
    SADNESS("sad"),
    SURPRISE("sur"),
    NEUTRAL("neu"),
    CONTEMPT("con");

    private static final Map<String, Expression> SPELLINGS = Map.ofEntries(
            Map.entry("angry", ANGER),
            Map.entry("disgusted", DISGUST),
            Map.entry("afraid", FEAR),
            Map.entry("fearful", FEAR),
            Map.entry("happy", HAPPINESS),
            Map.entry("joy", HAPPINESS),
            Map.entry("sad", SADNESS),
            Map.entry("surprised", SURPRISE),
            Map.entry("suprise", SURPRISE),
            Map.entry("neutrality", NEUTRAL));

    private static final String TITLES = "expression.";
    private static final String SHORT = "-short";

    private final String shortName;

    Expression(String shortName) {
        this.shortName = shortName;
    }

    /** The name in files and JSON, such as {@code happiness}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Three letters for where space is short, such as {@code hap}. */
    public String shortName() {
        return shortName;
    }

    /** {@link #shortName()} for people. */
    public String shortTitle() {
        return Texts.of(TITLES + id() + SHORT);
    }

    /** The name for people, such as {@code Happiness}. */
    public String title() {
        return Texts.of(TITLES + id());
    }

    /** The expression that a dataset's spelling means, in any case; empty if it is none, numbers included. */
    public static Optional<Expression> of(String spelling) {
        String name = spelling.strip().toLowerCase(Locale.ROOT);
        for (Expression expression : values()) {
            if (expression.id().equals(name) || expression.shortName.equals(name)) {
                return Optional.of(expression);
            }
        }
        return Optional.ofNullable(SPELLINGS.get(name));
    }
}
