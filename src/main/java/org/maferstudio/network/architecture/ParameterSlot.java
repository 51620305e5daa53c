package org.maferstudio.network.architecture;

import ai.djl.ndarray.types.Shape;

/**
 * The place of a parameter in a network, before it has a value.
 *
 * @param name as in weight files
 * @param shape of the array
 * @param role what it is
 * @param start how its first value is drawn
 */
public record ParameterSlot(String name, Shape shape, Parameter.Role role, Start start) {
    /** How a parameter's first value is drawn. */
    public enum Start {
        /** Normal with variance 2 / fan-out (He et al. 2015, arXiv 1502.01852): keeps gradients of one size through ReLUs. */
        HE,
        /** Uniform within 1 / sqrt(fan-in) either way: for the small layers of gates and the classifier. */
        UNIFORM,
        ZERO,
        ONE
    }

    public long size() {
        return shape.size();
    }
}
