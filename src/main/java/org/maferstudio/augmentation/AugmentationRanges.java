package org.maferstudio.augmentation;

import org.maferstudio.texts.Texts;

/** Checks the ranges of augmentation parameters; the message contains the invalid value. */
final class AugmentationRanges {
    private AugmentationRanges() {}

    /** A value from {@code least} to {@code most}, both included. */
    static void between(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    Texts.of("augmentation.error.range", field, plain(least), plain(most), plain(value)));
        }
    }

    /** A probability. */
    static void probability(String field, double value) {
        between(field, value, 0, 1);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
