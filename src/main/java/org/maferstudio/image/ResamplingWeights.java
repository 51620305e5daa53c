package org.maferstudio.image;

/**
 * Fixed-point weights that combine the pixels of a line into each pixel of the resized line.
 *
 * <p>The computation follows Pillow's {@code Resample.c}, including its rounding.
 */
final class ResamplingWeights {
    /** Bits after the point: 32, less 8 for the value, less 2 for sign and overshoot. */
    private static final int PRECISION = 32 - 8 - 2;

    /** Initial value of a sum, so that truncating the fractional bits rounds. */
    static final int HALF = 1 << (PRECISION - 1);

    private final int[] first;
    private final int[] count;
    private final int[] weights;
    private final int most;

    /**
     * Weights of each pixel of a line of {@code to} pixels made from one of {@code from} pixels.
     *
     * @param kernel not {@link Kernel#NEAREST}
     */
    ResamplingWeights(int from, int to, Kernel kernel) {
        double scale = (double) from / to;
        double widened = Math.max(1, scale);
        double support = kernel.support() * widened;
        most = (int) Math.ceil(support) * 2 + 1;
        first = new int[to];
        count = new int[to];
        weights = new int[to * most];
        double[] exact = new double[most];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int start = Math.max(0, (int) (centre - support + 0.5));
            int end = Math.min(from, (int) (centre + support + 0.5));
            double total = 0;
            // Pillow multiplies by the reciprocal; dividing would round differently.
            double reciprocal = 1 / widened;
            for (int k = 0; k < end - start; k++) {
                exact[k] = kernel.weight((k + start - centre + 0.5) * reciprocal);
                total += exact[k];
            }
            set(i, start, end - start, exact, total);
        }
    }

    private void set(int i, int start, int taps, double[] exact, double total) {
        int to = i * most;
        for (int k = 0; k < taps; k++) {
            double weight = total == 0 ? exact[k] : exact[k] / total;
            weights[to + k] = (int) (weight * (1 << PRECISION) + (weight < 0 ? -0.5 : 0.5));
        }
        first[i] = start;
        count[i] = taps;
        trim(i);
    }

    /** Drops zero weights at both ends, which only cost time. */
    private void trim(int i) {
        int from = i * most;
        while (count[i] > 1 && weights[from + count[i] - 1] == 0) {
            count[i]--;
        }
        while (count[i] > 1 && weights[from] == 0) {
            System.arraycopy(weights, from + 1, weights, from, count[i] - 1);
            first[i]++;
            count[i]--;
        }
    }

    /** The first source pixel for pixel i of the resized line. */
    int first(int i) {
        return first[i];
    }

    /** The number of source pixels for pixel i. */
    int count(int i) {
        return count[i];
    }

    /** The index of the first weight for pixel i in {@link #values()}. */
    int start(int i) {
        return i * most;
    }

    /** All weights. Not a copy; do not modify. */
    int[] values() {
        return weights;
    }

    /** Converts a sum that started with {@link #HALF} to an 8-bit value. */
    static int clip(int sum) {
        return Math.max(0, Math.min(255, sum >> PRECISION));
    }
}
