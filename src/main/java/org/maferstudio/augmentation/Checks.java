package org.maferstudio.augmentation;

/** Ranges of an augmentation's numbers; the message holds the bad value. */
final class Checks {
    private Checks() {}

    /** A value from {@code least} to {@code most}, both included. */
    static void between(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + " must lie between " + plain(least) + " and " + plain(most) + ", got " + plain(value));
        }
    }

    /** A probability. */
    static void probability(String name, double value) {
        between("the probability of " + name, value, 0, 1);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
