package org.maferstudio.experiment.embedding;

import org.maferstudio.schedule.Resolution;

/**
 * The data of one point of an embedding.
 *
 * @param sample the image, unique in its dataset
 * @param group person or video; empty if unknown
 * @param label its true class; {@link #NO_LABEL} if unknown, as of a face of the live view
 * @param predicted its predicted class
 * @param confidence the probability of the predicted class, 0 to 1
 * @param resolution {@code native} or pixels
 * @param split of the dataset; empty if unknown
 */
public record EmbeddingRow(
        String sample, String group, int label, int predicted, float confidence, Resolution resolution, String split) {
    /** In place of an unknown true class. */
    public static final int NO_LABEL = -1;

    /** Creates the data of a point whose split is unknown. */
    public EmbeddingRow(
            String sample, String group, int label, int predicted, float confidence, Resolution resolution) {
        this(sample, group, label, predicted, confidence, resolution, "");
    }

    /** Whether the true class is known. */
    public boolean isLabelled() {
        return label != NO_LABEL;
    }

    /** Whether the prediction is correct; false if the true class is unknown. */
    public boolean correct() {
        return label == predicted;
    }
}
