package org.maferstudio.training;

/**
 * Images ready for a network.
 *
 * @param input {@code (N, C, H, W)}, as the input contract says; not a copy, so only to be read
 * @param labels one an image
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes on their way into the engine; nobody compares them
record PackedBatch(float[] input, int[] labels) {
    /** How many images. */
    int size() {
        return labels.length;
    }
}
