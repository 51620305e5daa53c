package org.maferstudio.augmentation;

import org.maferstudio.texts.Texts;

/** Ranges of an augmentation's numbers; the message holds the bad value. */
final class AugmentationRanges {
    private AugmentationRanges() {}

    /** A value from {@code least} to {@code most}, both included. */
    static void between(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    Texts.of("augmentation.must-lie-between-and-got", name, plain(least), plain(most), plain(value)));
        }
    }

    /** A probability. */
    static void probability(String name, double value) {
        between(Texts.of("augmentation.the-probability-of", name), value, 0, 1);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
