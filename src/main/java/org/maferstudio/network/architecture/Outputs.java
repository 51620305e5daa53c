package org.maferstudio.network.architecture;

import ai.djl.ndarray.NDArray;

/**
 * What a forward pass gives; both belong to the manager of its input.
 *
 * @param features {@code (N, D)}, the values before the classifier
 * @param logits {@code (N, classes)}
 */
public record Outputs(NDArray features, NDArray logits) implements AutoCloseable {
    /** Frees both before their manager would. */
    @Override
    public void close() {
        features.close();
        logits.close();
    }
}
