package org.maferstudio.augmentation;

import java.util.random.RandomGenerator;

/** Draws that cost nothing where nothing is random. */
final class Chance {
    private Chance() {}

    /** Whether something of this probability happens; draws nothing where it is 0. */
    static boolean happens(double p, RandomGenerator random) {
        return p > 0 && random.nextDouble() < p;
    }

    /** Uniform between -most and most; draws nothing where most is 0. */
    static double upTo(double most, RandomGenerator random) {
        return most == 0 ? 0 : (2 * random.nextDouble() - 1) * most;
    }
}
