package org.maferstudio.results;

import org.maferstudio.expression.LabelSet;

/**
 * The prediction of a network for one sample.
 *
 * @param sample the sample's id
 * @param group its group; empty if unknown
 * @param label its true class
 * @param predicted the predicted class, usually that with the largest probability
 * @param probabilities one per class, 0 to 1, with sum 1; for {@link LabelSet#isMany many} classes only that of the
 *     predicted one; empty if only the predicted class is known. Not a copy; do not modify
 * @param values numbers that are no classes, such as valence; usually none
 */
@SuppressWarnings("ArrayRecordComponent") // ten thousand of these are made at once; lists would be heavier
public record Prediction(
        String sample, String group, int label, int predicted, float[] probabilities, SampleValues values) {
    private static final float[] NONE = {};

    /** Creates a prediction of a class only. */
    public Prediction(String sample, String group, int label, int predicted, float[] probabilities) {
        this(sample, group, label, predicted, probabilities, SampleValues.NONE);
    }

    /** Creates a prediction without probabilities. */
    public static Prediction withoutProbabilities(String sample, String group, int label, int predicted) {
        return new Prediction(sample, group, label, predicted, NONE);
    }

    /** Returns a copy without probabilities. */
    Prediction withoutProbabilities() {
        return new Prediction(sample, group, label, predicted, NONE, values);
    }

    /** Returns a copy with values. */
    public Prediction with(SampleValues others) {
        return new Prediction(sample, group, label, predicted, probabilities, others);
    }

    /** The probabilities that a prediction stores: all of them, or for many classes only that of the predicted one. */
    public static float[] stored(float[] probabilities, int predicted) {
        return probabilities.length > LabelSet.MOST_READABLE ? new float[] {probabilities[predicted]} : probabilities;
    }

    /** Whether the probabilities are known. */
    public boolean hasProbabilities() {
        return probabilities.length > 0;
    }

    /** Whether it is correct. */
    public boolean correct() {
        return label == predicted;
    }

    /** The probability of the predicted class, 0 to 1; NaN if unknown. */
    public float confidence() {
        if (probabilities.length == 0) {
            return Float.NaN;
        }
        return probabilities.length == 1 ? probabilities[0] : probabilities[predicted];
    }
}
