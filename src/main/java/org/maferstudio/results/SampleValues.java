package org.maferstudio.results;

/**
 * The values of one sample: numbers that are no classes, such as valence, in the order of {@link
 * Predictions#valueNames}. Not copies; do not modify.
 *
 * @param predicted by the network; NaN where it gave no number
 * @param labels as many; NaN where the sample has no label
 */
@SuppressWarnings("ArrayRecordComponent") // ten thousand of these are made at once; lists would be heavier
public record SampleValues(float[] predicted, float[] labels) {
    /** No values. */
    public static final SampleValues NONE = new SampleValues(new float[0], new float[0]);

    public SampleValues {
        if (predicted.length != labels.length) {
            throw new IllegalArgumentException(
                    "a sample has one label per value, got " + labels.length + " and " + predicted.length);
        }
    }
}
