package org.maferstudio.results;

/**
 * Sums over pairs of a label and a prediction, from which measures of agreement follow without the pairs themselves.
 *
 * <p>Labels and predictions are counted from an origin each, so that numbers that are all equal have no variance.
 */
final class Moments {
    /** Below this share of the mean square a variance is a rounding error. */
    private static final double ROUNDING = 1e-12;

    private final double labelOrigin;
    private final double predictionOrigin;
    private double n;
    private double label;
    private double prediction;
    private double labelSquare;
    private double predictionSquare;
    private double product;
    private double squaredError;

    /** No pairs; the origins are values among those to come. */
    Moments(double labelOrigin, double predictionOrigin) {
        this.labelOrigin = labelOrigin;
        this.predictionOrigin = predictionOrigin;
    }

    /** No pairs, with the same origins. */
    Moments empty() {
        return new Moments(labelOrigin, predictionOrigin);
    }

    void add(double labelled, double predicted) {
        double x = labelled - labelOrigin;
        double y = predicted - predictionOrigin;
        n++;
        label += x;
        prediction += y;
        labelSquare += x * x;
        predictionSquare += y * y;
        product += x * y;
        squaredError += (labelled - predicted) * (labelled - predicted);
    }

    /** Adds all pairs of others, which have the same origins. */
    void add(Moments others) {
        n += others.n;
        label += others.label;
        prediction += others.prediction;
        labelSquare += others.labelSquare;
        predictionSquare += others.predictionSquare;
        product += others.product;
        squaredError += others.squaredError;
    }

    /** The number of pairs. */
    int n() {
        return (int) n;
    }

    /** {@code 2 cov / (var(label) + var(prediction) + (difference of the means)^2)}, with variances over n. */
    double ccc() {
        if (n < 2) {
            return Double.NaN;
        }
        double distance = labelOrigin + label / n - predictionOrigin - prediction / n;
        return 2 * covariance() / (labelVariance() + predictionVariance() + distance * distance);
    }

    /** NaN without pairs. */
    double rmse() {
        return Math.sqrt(squaredError / n);
    }

    /** NaN if all labels or all predictions are equal, as in SciPy. */
    double pearson() {
        if (n < 2) {
            return Double.NaN;
        }
        double r = covariance() / Math.sqrt(labelVariance()) / Math.sqrt(predictionVariance());
        return Math.max(-1, Math.min(1, r));
    }

    private double covariance() {
        return labelVariance() == 0 || predictionVariance() == 0 ? 0 : product / n - label / n * (prediction / n);
    }

    private double labelVariance() {
        return variance(label / n, labelSquare / n);
    }

    private double predictionVariance() {
        return variance(prediction / n, predictionSquare / n);
    }

    private static double variance(double mean, double meanSquare) {
        double variance = meanSquare - mean * mean;
        return variance > ROUNDING * meanSquare ? variance : 0;
    }
}
