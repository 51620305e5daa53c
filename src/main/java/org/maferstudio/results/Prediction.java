package org.maferstudio.results;

import org.maferstudio.expression.LabelSet;

/**
 * The prediction of a network for one sample.
 *
 * @param sample the sample's id
 * @param group its group; empty if unknown
 * @param label its true class
 * @param predicted the class that was predicted, usually that with the largest probability
 * @param probabilities one a class, 0 to 1, adding up to 1; of {@link LabelSet#isMany many} classes only that of the
 *     predicted one; none where only the predicted class is known; not a copy, so only to be read
 */
@SuppressWarnings("ArrayRecordComponent") // ten thousand of these are made at once; lists would be heavier
public record Prediction(String sample, String group, int label, int predicted, float[] probabilities) {
    private static final float[] NONE = {};

    /** A prediction of which only the class is known. */
    public static Prediction withoutProbabilities(String sample, String group, int label, int predicted) {
        return new Prediction(sample, group, label, predicted, NONE);
    }

    /** The probabilities that a prediction keeps: all of them, of many classes only that of the predicted one. */
    public static float[] kept(float[] probabilities, int predicted) {
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

    /** The probability of the predicted class, 0 to 1; NaN where no probabilities are known. */
    public float confidence() {
        if (probabilities.length == 0) {
            return Float.NaN;
        }
        return probabilities.length == 1 ? probabilities[0] : probabilities[predicted];
    }
}
