package org.maferstudio.embedding;

import java.util.stream.IntStream;

/**
 * Computes blocks of a fixed size in parallel, so that a sum over all blocks, taken in their order, does not depend on
 * the number of threads.
 */
final class Blocks {
    private final int length;
    private final int size;
    private final double[] parts;

    /** One block. */
    @FunctionalInterface
    interface Work {
        /** Computes a block and returns its part of the sum. */
        double compute(int from, int to);
    }

    /**
     * Splits a range.
     *
     * @param length the end of the range, which starts at 0
     * @param size of a block, above 0
     */
    Blocks(int length, int size) {
        this.length = length;
        this.size = size;
        parts = new double[(length + size - 1) / size];
    }

    /** Computes all blocks and returns the sum of their parts. Not for use by several threads at once. */
    double sum(Work work) {
        IntStream.range(0, parts.length)
                .parallel()
                .forEach(block ->
                        parts[block] = work.compute(block * size, (int) Math.min(length, (block + 1L) * size)));
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }
}
