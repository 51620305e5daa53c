package org.maferstudio.expression;

import org.maferstudio.texts.Texts;

/** Titles of the values that networks predict beside the classes. */
public final class ValueTitle {
    private ValueTitle() {}

    /** The title of a value, such as {@code Valence}; the name itself if it is not known. */
    public static String of(String name) {
        return switch (name) {
            case "valence" -> Texts.of("expression.value.valence");
            case "arousal" -> Texts.of("expression.value.arousal");
            default -> name;
        };
    }
}
