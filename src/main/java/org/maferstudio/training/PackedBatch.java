package org.maferstudio.training;

/**
 * Images ready for a network.
 *
 * @param input {@code (N, C, H, W)}, as the input contract says; not a copy, so only to be read
 * @param originals the same, of the images before their resolution was lowered; of length 0 where no teacher wants them
 * @param labels one an image
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes on their way into the engine; nobody compares them
record PackedBatch(float[] input, float[] originals, int[] labels) {
    private static final float[] NONE = new float[0];

    /** Images that no teacher wants to see. */
    PackedBatch(float[] input, int[] labels) {
        this(input, NONE, labels);
    }

    /** How many images. */
    int size() {
        return labels.length;
    }
}
