package org.maferstudio.results;

import java.util.ArrayList;
import java.util.List;

/**
 * Calibration: whether the accuracy of a network matches its confidence.
 *
 * @param bins equally wide bins of the confidence from 0 to 1, lowest first, empty ones included
 * @param expectedError the expected calibration error, 0 to 1: the mean distance between confidence and accuracy of
 *     the bins, weighted by their samples; NaN if there are none
 * @param brier the mean squared distance between the probabilities and the true class, summed over the classes, 0 to 2;
 *     NaN if there are none, or only that of the predicted class is known
 * @see <a href="https://arxiv.org/abs/1706.04599">Guo et al. 2017</a>
 */
public record Calibration(List<Bin> bins, double expectedError, double brier) {
    /**
     * One bin.
     *
     * @param n how many samples
     * @param confidence their mean confidence, 0 to 1; NaN if there are none
     * @param accuracy the share that is correct, 0 to 1; NaN if there are none
     */
    public record Bin(int n, double confidence, double accuracy) {}

    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * Assigns predictions to bins; a confidence on a border belongs to the lower bin.
     *
     * @param predictions with probabilities
     * @param binCount from 1 to 1000; 15 is usual
     */
    public static Calibration of(Predictions predictions, int binCount) {
        if (!predictions.hasProbabilities() && !predictions.rows().isEmpty()) {
            throw new IllegalArgumentException("predictions without probabilities have no calibration");
        }
        if (binCount < 1 || binCount > 1000) {
            throw new IllegalArgumentException("bins are from 1 to 1000, got " + binCount);
        }
        int[] n = new int[binCount];
        double[] confidence = new double[binCount];
        int[] correct = new int[binCount];
        double squares = 0;
        for (Prediction row : predictions.rows()) {
            int bin = Math.max(0, (int) Math.ceil((double) row.confidence() * binCount) - 1);
            n[bin]++;
            confidence[bin] += row.confidence();
            correct[bin] += row.correct() ? 1 : 0;
            squares += squaredDistance(row);
        }
        int total = predictions.rows().size();
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int bin = 0; bin < binCount; bin++) {
            bins.add(new Bin(n[bin], confidence[bin] / n[bin], (double) correct[bin] / n[bin]));
            error += Math.abs(confidence[bin] - correct[bin]);
        }
        return new Calibration(bins, error / total, predictions.labels().isMany() ? Double.NaN : squares / total);
    }

    private static double squaredDistance(Prediction row) {
        double sum = 0;
        for (int i = 0; i < row.probabilities().length; i++) {
            double distance = row.probabilities()[i] - (i == row.label() ? 1.0 : 0.0);
            sum += distance * distance;
        }
        return sum;
    }
}
