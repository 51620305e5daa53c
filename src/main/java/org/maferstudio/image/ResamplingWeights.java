package org.maferstudio.image;

/**
 * With which weights the pixels of a line are added up for each pixel of the resized line, in fixed point.
 *
 * <p>All is computed as Pillow's {@code Resample.c} does it, rounding for rounding; that is why it is not simpler.
 */
final class ResamplingWeights {
    /** Bits after the point: 32, less 8 for the value, less 2 for sign and overshoot. */
    private static final int PRECISION = 32 - 8 - 2;

    /** What a sum of weighted values starts with, so that cutting the bits after the point rounds. */
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
            // Pillow multiplies with the reciprocal; a division would round differently.
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

    /** Leaves out weights of zero at either end: they add nothing but work. */
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

    /** The first pixel that counts for pixel i of the resized line. */
    int first(int i) {
        return first[i];
    }

    /** How many pixels count for pixel i. */
    int count(int i) {
        return count[i];
    }

    /** Where the weights for pixel i start in {@link #values()}. */
    int start(int i) {
        return i * most;
    }

    /** All weights, not a copy. */
    int[] values() {
        return weights;
    }

    /** A sum that started with {@link #HALF} as a value of 8 bits. */
    static int clip(int sum) {
        return Math.max(0, Math.min(255, sum >> PRECISION));
    }
}
