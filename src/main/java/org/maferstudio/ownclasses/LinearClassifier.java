package org.maferstudio.ownclasses;

import org.maferstudio.network.Recognition;

/**
 * A linear classifier on features, as the last layer of a network computes it.
 *
 * @param weights {@code (classes, D)}; not a copy, do not modify
 * @param biases one per class; not a copy, do not modify
 */
@SuppressWarnings("ArrayRecordComponent") // becomes a tensor of a network file; lists would be heavier
public record LinearClassifier(float[][] weights, float[] biases) {
    /** Classifies features, with products summed in double precision. */
    public Recognition recognise(float[] features) {
        float[] logits = new float[biases.length];
        for (int label = 0; label < logits.length; label++) {
            double sum = biases[label];
            for (int i = 0; i < features.length; i++) {
                sum += (double) weights[label][i] * features[i];
            }
            logits[label] = (float) sum;
        }
        return Recognition.of(features, logits);
    }
}
