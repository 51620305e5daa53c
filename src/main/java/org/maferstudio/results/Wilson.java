package org.maferstudio.results;

/**
 * Wilson's score interval of a share. It stays within 0 to 1 and is accurate for few samples and for shares near 0 and
 * 1.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
 */
public final class Wilson {
    /** The normal distribution's 97.5 % quantile. */
    public static final double Z95 = 1.959963984540054;

    private Wilson() {}

    /**
     * The 95 % interval of {@code successes} out of {@code n}; 0 to 1 if {@code n} is 0.
     *
     * @param successes from 0 to {@code n}
     */
    public static Interval interval(long successes, long n) {
        return interval(successes, n, Z95);
    }

    /**
     * The interval of {@code successes} out of {@code n} at {@code z} standard deviations.
     *
     * @param successes from 0 to {@code n}
     * @param z positive
     */
    public static Interval interval(long successes, long n, double z) {
        if (successes < 0 || successes > n || !(z > 0)) {
            throw new IllegalArgumentException(
                    "successes must satisfy 0 <= successes <= n, z > 0, got " + successes + " of " + n + ", z " + z);
        }
        if (n == 0) {
            return new Interval(0, 1);
        }
        double share = (double) successes / n;
        double square = z * z;
        double scale = 1 / (1 + square / n);
        double middle = scale * (share + square / (2 * n));
        double half = scale * z * Math.sqrt(share * (1 - share) / n + square / (4.0 * n * n));
        // At the ends the formula gives exactly 0 or 1; rounding must not exceed them.
        double low = successes == 0 ? 0 : Math.max(0, middle - half);
        double high = successes == n ? 1 : Math.min(1, middle + half);
        return new Interval(low, high);
    }
}
