package org.maferstudio.network.architecture;

import ai.djl.ndarray.NDArray;

/**
 * A named array of a network, which owns it.
 *
 * @param name such as {@code conv2_1_3x3_bn.running_mean}
 * @param role what it is
 * @param value the array; it lives as long as its network
 */
public record Parameter(String name, Role role, NDArray value) {
    /** What a parameter is. */
    public enum Role {
        /** The weight of a convolution or a linear layer. */
        WEIGHT,
        /** The bias of a convolution or a linear layer. */
        BIAS,
        /** Scale or offset of a batch norm. */
        NORM,
        /** A running mean or variance of a batch norm; not trained by gradients. */
        STATISTIC
    }

    /** Whether gradients train it. */
    public boolean trainable() {
        return role != Role.STATISTIC;
    }

    /** Whether it belongs to the last layer, the classifier. */
    public boolean inClassifier() {
        return Blueprint.isClassifier(name);
    }
}
