package org.maferstudio.augmentation;

import java.util.random.RandomGenerator;

/** Random draws that skip the generator if there is nothing to draw. */
final class Chance {
    private Chance() {}

    /** Returns true with this probability; does not use the generator if it is 0. */
    static boolean happens(double p, RandomGenerator random) {
        return p > 0 && random.nextDouble() < p;
    }

    /** A uniform value between -most and most; does not use the generator if most is 0. */
    static double upTo(double most, RandomGenerator random) {
        return most == 0 ? 0 : (2 * random.nextDouble() - 1) * most;
    }
}
