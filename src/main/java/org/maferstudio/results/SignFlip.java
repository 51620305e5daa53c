package org.maferstudio.results;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Sign-flip permutation test of paired differences: under the hypothesis that two networks are equally good, the sign
 * of each group's difference is random.
 *
 * <p>The statistic is the absolute sum of the differences. Its distribution over all signs is computed exactly up to a
 * limit, and beyond it from 20,000 random sign vectors with a fixed seed. With one sample per group this is McNemar's
 * exact test.
 *
 * @see <a href="https://doi.org/10.1002/hbm.1058">Nichols and Holmes 2002</a>
 */
final class SignFlip {
    private static final long MOST_STEPS = 1_000_000_000L;
    private static final int DRAWS = 20_000;
    private static final long SEED = 17;

    private SignFlip() {}

    /**
     * The two-sided p-value, above 0 to 1; 1 if there is no difference.
     *
     * @param differences one per group: how many more of its samples the second network predicts correctly than the
     *     first
     */
    static double p(int[] differences) {
        int[] sizes = Arrays.stream(differences)
                .filter(each -> each != 0)
                .map(Math::abs)
                .sorted()
                .toArray();
        long seen = Math.abs(Arrays.stream(differences).asLongStream().sum());
        if (seen == 0) {
            return 1;
        }
        long all = Arrays.stream(sizes).asLongStream().sum();
        return all * sizes.length <= MOST_STEPS ? exact(sizes, seen, (int) all) : drawn(sizes, seen);
    }

    /** Computes the distribution of the sum of the positive differences, group by group. */
    private static double exact(int[] sizes, long seen, int all) {
        double[] share = new double[all + 1];
        share[0] = 1;
        int reached = 0;
        for (int size : sizes) {
            reached += size;
            for (int sum = reached; sum >= 0; sum--) {
                share[sum] = 0.5 * (share[sum] + (sum >= size ? share[sum - size] : 0));
            }
        }
        double p = 0;
        for (int positive = 0; positive <= all; positive++) {
            if (Math.abs(2L * positive - all) >= seen) {
                p += share[positive];
            }
        }
        return Math.min(1, p);
    }

    private static double drawn(int[] sizes, long seen) {
        SplittableRandom random = new SplittableRandom(SEED);
        int extreme = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            long sum = 0;
            for (int size : sizes) {
                sum += random.nextBoolean() ? size : -size;
            }
            extreme += Math.abs(sum) >= seen ? 1 : 0;
        }
        return (extreme + 1.0) / (DRAWS + 1.0);
    }
}
