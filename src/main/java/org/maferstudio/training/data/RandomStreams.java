package org.maferstudio.training.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random streams that depend only on their purpose, never on the time or thread of a draw. */
final class RandomStreams {
    /** The purpose of a stream; the numbers are part of the meaning of a seed. */
    enum Purpose {
        ORDER(1),
        LOWERING(2),
        AUGMENTATION(3),
        /** The augmentation of the teacher's images, if it has its own draws. */
        TEACHER(4),
        /** How the images of a batch are mixed, by batch instead of by sample. */
        MIXING(5),
        BLUR(6);

        private final long number;

        Purpose(long number) {
            this.number = number;
        }
    }

    private RandomStreams() {}

    /**
     * Returns the generator of a purpose.
     *
     * @param seed of the recipe
     * @param epoch starting at 1
     * @param sample its index in the training split, or of a batch in the epoch; 0 if there is none
     */
    static RandomGenerator of(Purpose purpose, long seed, int epoch, int sample) {
        long mixed = mix(seed + 0x9e3779b97f4a7c15L * purpose.number);
        mixed = mix(mixed + 0x9e3779b97f4a7c15L * epoch);
        return new SplittableRandom(mix(mixed + 0x9e3779b97f4a7c15L * (sample + 1L)));
    }

    /** The finaliser of SplitMix64 (Steele et al. 2014), which separates adjacent seeds. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A uniformly random permutation of {@code 0..count-1} (Fisher and Yates). */
    static int[] order(long seed, int epoch, int count) {
        RandomGenerator random = of(Purpose.ORDER, seed, epoch, 0);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
