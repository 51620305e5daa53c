package org.maferstudio.expression;

import java.util.Locale;
import java.util.Optional;
import org.maferstudio.texts.Texts;

/** The eight common expression classes, with the names used in files. */
public enum Expression {
    ANGER("ang"),
    DISGUST("dis"),
    FEAR("fea"),
    HAPPINESS("hap"),
    SADNESS("sad"),
    SURPRISE("sur"),
    NEUTRAL("neu"),
    CONTEMPT("con");

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

    /** A three-letter abbreviation, such as {@code hap}. */
    public String shortName() {
        return shortName;
    }

    /** {@link #shortName()} for display. */
    public String shortTitle() {
        return Texts.of(TITLES + id() + SHORT);
    }

    /** The name for display, such as {@code Happiness}. */
    public String title() {
        return Texts.of(TITLES + id());
    }

    /** The name for display in the middle of a sentence, such as {@code happiness}. */
    public String word() {
        return title().toLowerCase(Locale.getDefault(Locale.Category.DISPLAY));
    }

    /**
     * Returns the expression of a class name in any form: {@code Happy}, {@code 3_happy} and {@code aia_happiness} are
     * the same; empty if there is none, or for a number.
     */
    public static Optional<Expression> of(String spelling) {
        return ClassVocabulary.meaning(spelling);
    }
}
