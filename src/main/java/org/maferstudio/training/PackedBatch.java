package org.maferstudio.training;

/**
 * Images ready for a network.
 *
 * @param input {@code (N, C, H, W)}, as the input contract says; not a copy, so only to be read
 * @param originals the same, of the images before their resolution was lowered; of length 0 where no teacher wants them
 * @param labels one an image
 * @param shares of each class, {@code (N, classes)}, where people disagreed about some of these images; of length 0 where
 *     the labels say all
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes on their way into the engine; nobody compares them
record PackedBatch(float[] input, float[] originals, int[] labels, float[] shares) {
    private static final float[] NONE = new float[0];

    /** Images that no teacher wants to see, and of which the labels say all. */
    PackedBatch(float[] input, int[] labels) {
        this(input, NONE, labels, NONE);
    }

    /** Whether people disagreed, so that the shares of classes are to be trained on. */
    boolean isSoft() {
        return shares.length > 0;
    }

    /** How many images. */
    int size() {
        return labels.length;
    }
}
