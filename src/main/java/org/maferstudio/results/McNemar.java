package org.maferstudio.results;

/**
 * McNemar's exact test of the hypothesis that two networks are equally often correct on the same samples.
 *
 * <p>Only samples with different outcomes count; under the hypothesis each favours either network with probability 1/2.
 *
 * @see <a href="https://doi.org/10.1007/BF02295996">McNemar 1947</a>
 */
public final class McNemar {
    /** Error of Stirling's formula for {@code ln n!}, n from 0 to 15; above, the series is accurate to 1e-16. */
    private static final double[] STIRLING_ERROR = {
        0,
        0.08106146679532726,
        0.0413406959554093,
        0.02767792568499834,
        0.020790672103765093,
        0.016644691189821193,
        0.013876128823070748,
        0.01189670994589177,
        0.010411265261972096,
        0.009255462182712733,
        0.00833056343336287,
        0.007573675487951841,
        0.00694284010720953,
        0.006408994188004207,
        0.0059513701127588475,
        0.005554733551962801
    };

    private McNemar() {}

    /**
     * The two-sided exact p-value, 0 to 1; 1 if there is no difference.
     *
     * @param onlyA number of samples that only the first predicts correctly
     * @param onlyB number of samples that only the second predicts correctly
     */
    public static double exact(long onlyA, long onlyB) {
        if (onlyA < 0 || onlyB < 0) {
            throw new IllegalArgumentException("counts are at least 0, got " + onlyA + " and " + onlyB);
        }
        long n = onlyA + onlyB;
        long fewer = Math.min(onlyA, onlyB);
        if (fewer * 2 == n) {
            return 1;
        }
        // The tail below `fewer`, each term from the one above it: C(n, k - 1) / C(n, k) = k / (n - k + 1).
        double sum = 1;
        double term = 1;
        for (long k = fewer; k > 0 && term > sum * 1e-18; k--) {
            term *= (double) k / (n - k + 1);
            sum += term;
        }
        return Math.min(1, 2 * sum * binomial((double) fewer, (double) n));
    }

    /**
     * {@code C(n, k) / 2^n} to nearly full precision for any n, by the saddle-point form.
     *
     * @see <a href="https://www.r-project.org/doc/reports/CLoader-dbinom-2002.pdf">Loader 2000</a>
     */
    private static double binomial(double k, double n) {
        if (k == 0) {
            return Math.pow(0.5, n);
        }
        double half = n / 2;
        double exponent =
                stirlingError(n) - stirlingError(k) - stirlingError(n - k) - deviance(k, half) - deviance(n - k, half);
        return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
    }

    private static double stirlingError(double n) {
        if (n < STIRLING_ERROR.length) {
            return STIRLING_ERROR[(int) n];
        }
        double square = n * n;
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square)
                / n;
    }

    /** {@code x ln(x / m) + m - x}, without cancellation if x is near m. */
    private static double deviance(double x, double m) {
        if (Math.abs(x - m) < 0.1 * (x + m)) {
            double v = (x - m) / (x + m);
            double sum = (x - m) * v;
            double term = 2 * x * v;
            for (int j = 1; j < 1000; j++) {
                term *= v * v;
                double next = sum + term / (2 * j + 1);
                if (next == sum) {
                    break;
                }
                sum = next;
            }
            return sum;
        }
        return x * Math.log(x / m) + m - x;
    }
}
