package org.maferstudio.training.data;

/**
 * A packed batch of images.
 *
 * @param input {@code (N, C, H, W)}, according to the input contract. Not a copy; do not modify
 * @param originals the same images at native resolution; of length 0 without a teacher
 * @param labels one per image
 * @param shares of each class, {@code (N, classes)}, if annotators disagreed on some of these images, or images
 *     are mixed; of length 0
 *     otherwise
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes of temporary data that are never compared
public record PackedBatch(float[] input, float[] originals, int[] labels, float[] shares) {
    private static final float[] NONE = new float[0];

    /** Creates a batch without a teacher and without class shares. */
    public PackedBatch(float[] input, int[] labels) {
        this(input, NONE, labels, NONE);
    }

    /** Whether class shares are used for training. */
    public boolean isSoft() {
        return shares.length > 0;
    }

    /** The number of images. */
    public int size() {
        return labels.length;
    }
}
