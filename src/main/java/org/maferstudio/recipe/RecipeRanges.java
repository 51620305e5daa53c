package org.maferstudio.recipe;

import org.maferstudio.texts.Texts;

/** Ranges of a recipe's numbers; the message holds the bad value. */
final class RecipeRanges {
    private RecipeRanges() {}

    /** A value from {@code least} to {@code most}, both included. */
    static void between(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    Texts.of("recipe.range.error.between", name, plain(least), plain(most), plain(value)));
        }
    }

    /** A value above 0, and finite. */
    static void positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(Texts.of("recipe.range.error.positive", name, plain(value)));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
