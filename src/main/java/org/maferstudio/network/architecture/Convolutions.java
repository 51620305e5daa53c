package org.maferstudio.network.architecture;

import ai.djl.ndarray.NDArray;
import java.util.Locale;

/** How the engine is asked to compute a convolution; both ways are the same arithmetic. */
public enum Convolutions {
    /** One call for each convolution. */
    PLAIN,

    /**
     * A 1x1 convolution with a stride takes every other pixel first, and a larger one whose output channels are no
     * multiple of 16 computes further channels of zeros, which are cut off again. Some kernels of oneDNN crash or read
     * memory that was never written for these shapes. The kernels for channels that lie side by side are avoided, too.
     */
    REWRITTEN;

    /** The name in files, such as {@code rewritten}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * An input {@code (N, C, H, W)} for inference, of the same values and the same shape. Where convolutions are plain,
     * the channels of a pixel lie side by side in memory. All that follows keeps that order, in which a CPU's
     * convolutions need not sort their input again: about a tenth faster. A training does without, because there the
     * batch norms' sums lose half a digit.
     */
    public NDArray sorted(NDArray input) {
        if (this == REWRITTEN) {
            return input.duplicate();
        }
        try (NDArray pixels = input.transpose(0, 2, 3, 1);
                NDArray line = pixels.flatten();
                NDArray sorted = line.reshape(pixels.getShape())) {
            return sorted.transpose(0, 3, 1, 2);
        }
    }
}
