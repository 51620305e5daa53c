package org.maferstudio.network.architecture;

/**
 * The memory of activations for one image.
 *
 * @param kept bytes that PyTorch keeps for the backward pass, including the largest gradients
 * @param peak maximum bytes in use at the same time without a backward pass
 */
record Footprint(long kept, long peak) {
    private static final int FLOAT = 4;

    /** Gradients on the way back, reordered copies inside kernels, and gaps between them double it, as measured. */
    private static final int OVERHEAD = 2;

    /**
     * Walks through a network.
     *
     * @param side of the input, in pixels
     */
    static Footprint of(Blueprint blueprint, int side) {
        Blueprint.Convolution stem = blueprint.stem();
        int now = after(stem, side);
        long first = values(stem, now);
        // A convolution keeps its input, a batch norm too, a ReLU its output.
        long kept = (long) stem.in() * side * side + 2 * first;
        long largest = 3 * first;
        if (blueprint.pool()) {
            now = (now + 1) / 2;
            // The pooled values and, in eight bytes each, where they came from.
            kept += 3 * values(stem, now);
        }
        for (Blueprint.Block block : blueprint.blocks()) {
            int outside = after(block.path().get(0), now);
            int last = block.path().size() - 1;
            for (int i = 0; i < last; i++) {
                kept += 2 * values(block.path().get(i), outside);
            }
            long out = values(block.path().get(last), outside);
            kept += out * (block.projection().isPresent() ? 4 : 3);
            largest = Math.max(largest, 4 * out);
            now = outside;
        }
        return new Footprint(OVERHEAD * FLOAT * (kept + largest), OVERHEAD * FLOAT * largest);
    }

    private static int after(Blueprint.Convolution convolution, int side) {
        return (side + convolution.stride() - 1) / convolution.stride();
    }

    private static long values(Blueprint.Convolution convolution, int side) {
        return (long) convolution.out() * side * side;
    }
}
