package org.maferstudio.results;

import java.util.ArrayList;
import java.util.List;

/**
 * Temperature scaling (Guo et al. 2017, arXiv 1706.04599): all logits are divided by one number, so that the confidence
 * of a network fits its accuracy. The predicted classes stay as they are.
 *
 * @param temperature above 1 for a network that is too sure, below 1 for one that is not sure enough
 */
public record TemperatureScaling(double temperature) {
    private static final double LEAST = 0.05;
    private static final double MOST = 20;
    private static final double TOLERANCE = 1e-6;
    /** Below it, the logarithm of a probability that was rounded to 0 would decide. */
    private static final double LEAST_PROBABILITY = 1e-12;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    public TemperatureScaling {
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("a temperature is above 0, got " + temperature);
        }
    }

    /**
     * Finds the temperature from 0.05 to 20 with the smallest mean cross entropy, which has one minimum over its
     * logarithm for the usual networks, by golden-section search.
     *
     * @param heldOut with all class probabilities, on samples that were not trained on
     */
    public static TemperatureScaling fit(Predictions heldOut) {
        checkProbabilities(heldOut);
        double low = Math.log(LEAST);
        double high = Math.log(MOST);
        while (high - low > TOLERANCE) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss(heldOut, Math.exp(left)) <= loss(heldOut, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return new TemperatureScaling(Math.exp((low + high) / 2));
    }

    private static void checkProbabilities(Predictions predictions) {
        if (!predictions.hasProbabilities() || predictions.labels().isMany()) {
            throw new IllegalArgumentException("only predictions with all class probabilities have a temperature");
        }
    }

    private static double loss(Predictions predictions, double temperature) {
        double sum = 0;
        for (Prediction row : predictions.rows()) {
            double[] logits = logits(row, temperature);
            sum += logSum(logits) - logits[row.label()];
        }
        return sum / predictions.rows().size();
    }

    /** Logarithms of probabilities are logits up to a constant that softmax removes. */
    private static double[] logits(Prediction row, double temperature) {
        double[] logits = new double[row.probabilities().length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Math.log(Math.max(row.probabilities()[i], LEAST_PROBABILITY)) / temperature;
        }
        return logits;
    }

    private static double logSum(double[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - max);
        }
        return max + Math.log(sum);
    }

    /**
     * What the network with divided logits predicts.
     *
     * @param predictions with all class probabilities
     */
    public Predictions apply(Predictions predictions) {
        checkProbabilities(predictions);
        List<Prediction> rows = new ArrayList<>(predictions.rows().size());
        for (Prediction row : predictions.rows()) {
            double[] logits = logits(row, temperature);
            double logSum = logSum(logits);
            float[] probabilities = new float[logits.length];
            for (int i = 0; i < logits.length; i++) {
                probabilities[i] = (float) Math.exp(logits[i] - logSum);
            }
            rows.add(new Prediction(
                    row.sample(), row.group(), row.label(), row.predicted(), probabilities, row.values()));
        }
        return new Predictions(
                predictions.labels(), predictions.split(), predictions.resolution(), rows, predictions.valueNames());
    }
}
