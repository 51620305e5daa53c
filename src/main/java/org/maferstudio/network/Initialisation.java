package org.maferstudio.network;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import org.maferstudio.network.architecture.ParameterSlot;

/** Initialises parameters. */
final class Initialisation {
    private Initialisation() {}

    /** The initial values of a parameter, derived only from the seed and the parameter's name. */
    static float[] draw(ParameterSlot slot, long seed) {
        Shape shape = slot.shape();
        float[] values = new float[Math.toIntExact(shape.size())];
        // java.util.Random's sequence and its nextGaussian are specified, so they are the same on every Java.
        Random random = new Random(seed * 1_000_003L + slot.name().hashCode());
        switch (slot.start()) {
            case ZERO -> Arrays.fill(values, 0);
            case ONE -> Arrays.fill(values, 1);
            case HE -> {
                double deviation =
                        Math.sqrt(2.0 / (double) (shape.get(0) * shape.slice(2).size()));
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (deviation * random.nextGaussian());
                }
            }
            case UNIFORM -> {
                double bound = 1 / Math.sqrt((double) shape.slice(1).size());
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (bound * (2 * random.nextDouble() - 1));
                }
            }
        }
        return values;
    }
}
