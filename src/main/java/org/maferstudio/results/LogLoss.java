package org.maferstudio.results;

import java.util.OptionalDouble;

/**
 * The log loss (cross entropy) of predictions: the mean of {@code -ln p} of the true class, in nats; 0 is best.
 *
 * <p>Like scikit-learn's {@code log_loss}: probabilities are clipped to {@code [2^-52, 1 - 2^-52]}, then normalised.
 */
public final class LogLoss {
    private static final double EPSILON = Math.ulp(1.0);

    private LogLoss() {}

    /** The log loss; empty if there are no samples or not all probabilities are known. */
    public static OptionalDouble of(Predictions predictions) {
        int classes = predictions.labels().size();
        boolean known = !predictions.rows().isEmpty()
                && predictions.rows().stream().allMatch(row -> row.probabilities().length == classes && classes > 1);
        return known
                ? OptionalDouble.of(predictions.rows().stream()
                        .mapToDouble(LogLoss::loss)
                        .average()
                        .orElseThrow())
                : OptionalDouble.empty();
    }

    private static double loss(Prediction row) {
        double sum = 0;
        for (float probability : row.probabilities()) {
            sum += clipped(probability);
        }
        return -Math.log(clipped(row.probabilities()[row.label()]) / sum);
    }

    private static double clipped(double probability) {
        return Math.min(1 - EPSILON, Math.max(EPSILON, probability));
    }
}
