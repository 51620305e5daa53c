package org.maferstudio.experiment;

import org.maferstudio.schedule.Resolution;

/**
 * What is known of one point of an embedding.
 *
 * @param sample which image, unique in its dataset
 * @param group person or video; empty if unknown
 * @param label its class
 * @param predicted what the network called it
 * @param confidence the probability of that, 0 to 1
 * @param resolution {@code native} or pixels
 */
public record EmbeddingRow(
        String sample, String group, int label, int predicted, float confidence, Resolution resolution) {
    /** Whether the network was right. */
    public boolean correct() {
        return label == predicted;
    }
}
