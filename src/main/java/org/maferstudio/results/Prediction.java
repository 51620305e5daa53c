package org.maferstudio.results;

/**
 * What a network said about one sample.
 *
 * @param sample the sample's id
 * @param group its group; empty if unknown
 * @param label its class, the truth
 * @param predicted the class with the largest probability
 * @param probabilities one a class, 0 to 1, adding up to 1; not a copy, so only to be read
 */
@SuppressWarnings("ArrayRecordComponent") // ten thousand of these are made at once; lists would be heavier
public record Prediction(String sample, String group, int label, int predicted, float[] probabilities) {
    /** Whether it was right. */
    public boolean correct() {
        return label == predicted;
    }

    /** The probability of the predicted class. */
    public float confidence() {
        return probabilities[predicted];
    }
}
