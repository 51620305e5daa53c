package org.maferstudio.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The neighbour probabilities of t-SNE: Gaussians whose width around each point is chosen to match the perplexity (van
 * der Maaten and Hinton 2008). Equal to scikit-learn's {@code _joint_probabilities}.
 */
final class Affinities {
    /** Tolerance of the entropy of a point, in nats. */
    private static final double TOLERANCE = 1e-5;

    private static final int MOST_STEPS = 100;

    /** Minimum probability of a pair, as in scikit-learn. */
    private static final double LEAST = Math.ulp(1.0);

    /** Below this, {@code exp} returns 0, whose logarithm is infinite. */
    private static final double FARTHEST = 700;

    /** {@code (N, N)}: {@code scale[i] * (-ln p(j|i) + shift[i])}; only Smile needs what stands where j is i. */
    private final double[][] distances;

    private final double[] entropies;
    private final double[] scale;
    private final double[] shift;
    private final double wanted;

    private Affinities(double[][] distances, double[] entropies, double wanted) {
        this.distances = distances;
        this.entropies = entropies;
        this.wanted = wanted;
        scale = new double[distances.length];
        Arrays.fill(scale, 1);
        shift = new double[distances.length];
    }

    /**
     * Searches the width of the Gaussian around each point.
     *
     * @param points at least two
     * @param perplexity from 1 to below the number of points
     */
    static Affinities of(Points points, double perplexity) {
        int n = points.size();
        double[][] distances = new double[n][];
        double[] entropies = new double[n];
        double wanted = Math.log(perplexity);
        IntStream.range(0, n).parallel().forEach(i -> {
            distances[i] = points.squaredDistances(i);
            entropies[i] = surprise(distances[i], i, wanted);
        });
        return new Affinities(distances, entropies, wanted);
    }

    /**
     * Writes {@code -ln p(j|i)} over the squared distances of i, and returns the entropy in nats.
     *
     * @param self the place of i among them; -1 if it is not among them
     */
    static double surprise(double[] distances, int self, double wanted) {
        double nearest = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int j = 0; j < distances.length; j++) {
            if (j != self) {
                nearest = Math.min(nearest, distances[j]);
                sum += distances[j];
            }
        }
        // Only differences of distances matter, so the nearest is set to 0 and no sum of exponentials is 0.
        double mean = sum / (distances.length - 1) - nearest;
        double precision = mean > 0 ? 1 / mean : 1;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double logSum = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double total = 0;
            double weighted = 0;
            for (int j = 0; j < distances.length; j++) {
                if (j != self) {
                    double far = distances[j] - nearest;
                    double weight = Math.exp(-precision * far);
                    total += weight;
                    weighted += weight * far;
                }
            }
            logSum = Math.log(total);
            double entropy = logSum + precision * weighted / total;
            if (Math.abs(entropy - wanted) <= TOLERANCE || step == MOST_STEPS - 1) {
                break;
            }
            if (entropy > wanted) {
                low = precision;
                precision = high == Double.POSITIVE_INFINITY ? 2 * precision : (precision + high) / 2;
            } else {
                high = precision;
                precision = (precision + low) / 2;
            }
        }
        double entropy = 0;
        for (int j = 0; j < distances.length; j++) {
            distances[j] = j == self ? 0 : Math.min(FARTHEST, precision * (distances[j] - nearest) + logSum);
            entropy += j == self ? 0 : Math.exp(-distances[j]) * distances[j];
        }
        return entropy;
    }

    /** The number of points. */
    int size() {
        return distances.length;
    }

    private double conditional(int i, int j) {
        return i == j ? 0 : Math.exp(shift[i] - distances[i][j] / scale[i]);
    }

    /** The symmetric probability of a pair. All probabilities sum to 1, up to the minimum of a pair. */
    double joint(int i, int j) {
        return Math.max(LEAST, (conditional(i, j) + conditional(j, i)) / (2.0 * size()));
    }

    /** The effective perplexity of a point, {@code exp} of its entropy: the requested one if a width was found. */
    double perplexity(int i) {
        return Math.exp(entropies[i]);
    }

    /**
     * The perplexity to ask Smile for, together with {@link #distancesForSmile}: one for which it has nothing left to
     * search.
     *
     * @param share above 0 to 1
     */
    double perplexityForSmile(double share) {
        return Math.pow(2, smilesEntropy(wanted, 0, share));
    }

    /**
     * Distances from which Smile's first guess gives {@code share} times these exact probabilities, and meets its
     * condition, so that it takes them over.
     *
     * <p>Smile 3.1.1 takes a square matrix for distances {@code d}, and begins with {@code beta = sqrt((n - 1) / sum of
     * d)}. It goes on from there unless {@link #smilesEntropy} is the logarithm of the perplexity. Its weights are
     * {@code exp(-beta d)}, divided by their sum less 1, as it expects 0 on the diagonal: what stands there makes all
     * of them smaller.
     *
     * @param share above 0 to 1
     * @return {@code (N, N)}, not symmetric; the same matrix in each call, only to be read, and until the next call
     */
    double[][] distancesForSmile(double share) {
        int n = size();
        double asked = smilesEntropy(wanted, 0, share);
        IntStream.range(0, n).parallel().forEach(i -> {
            double[] row = distances[i];
            double now = shiftFor(entropies[i], share, asked);
            double sum = 0;
            for (int j = 0; j < n; j++) {
                row[j] = j == i ? -Math.log(diagonal(now, share)) : row[j] / scale[i] - shift[i] + now;
                sum += row[j];
            }
            shift[i] = now;
            scale[i] = sum / (n - 1);
            for (int j = 0; j < n; j++) {
                row[j] *= scale[i];
            }
        });
        return distances;
    }

    /** The weight of a point itself that makes all others smaller. */
    private static double diagonal(double shift, double share) {
        return 1 + Math.exp(-shift) * (1 / share - 1);
    }

    /**
     * What Smile compares with the logarithm of the perplexity, for a row of this entropy: {@code log2} of the sum of its
     * weights less 1, in bits, and {@code beta} times the mean of d, in nats.
     */
    private static double smilesEntropy(double entropy, double shift, double share) {
        double others = Math.exp(-shift);
        double self = diagonal(shift, share);
        double sum = others / share;
        return Math.log(sum) / Math.log(2) + (others * (entropy + shift) - self * Math.log(self)) / sum;
    }

    /** Where the perplexity could not be met (many equal points), a shift of its distances makes Smile content. */
    private static double shiftFor(double entropy, double share, double asked) {
        double low = -30;
        double high = 30;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            // It falls as the shift rises.
            if (smilesEntropy(entropy, middle, share) > asked) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
