package org.maferstudio.augmentation;

import java.util.SplittableRandom;

/**
 * Displacements of pixels, given at the nodes of a grid and interpolated linearly.
 *
 * <p>Noise smoothed by a Gaussian of {@code sigma} has no detail finer than sigma. So it is drawn and smoothed on a
 * grid of two thirds of a sigma, scaled so that displacements have the same variance as with noise for every pixel.
 */
final class DisplacementField {
    /** Distance of nodes, in sigmas. */
    private static final double SPACING = 2 / 3.0;

    /** Maximum distance of nodes, in pixels, because interpolated coordinates have few bits. */
    private static final double MAX_SPACING = 16;

    /** Scales 16 bits to a range of two. */
    private static final float NOISE = 2f / 0xffff;

    private final int columns;
    private final double spacing;
    private final float[] xs;
    private final float[] ys;

    /**
     * A field of nodes.
     *
     * @param columns nodes in a row, at least one beyond the last pixel
     * @param spacing between nodes, in pixels
     * @param xs displacements along x, in pixels, row by row
     * @param ys the same along y
     */
    DisplacementField(int columns, double spacing, float[] xs, float[] ys) {
        this.columns = columns;
        this.spacing = spacing;
        this.xs = xs;
        this.ys = ys;
    }

    /** Returns a field without displacements. */
    static DisplacementField none(int side) {
        int columns = (int) (side / MAX_SPACING) + 2;
        return new DisplacementField(columns, MAX_SPACING, new float[columns * columns], new float[columns * columns]);
    }

    /**
     * Draws a random field.
     *
     * @param side of the image, in pixels
     * @param alpha strength of the displacement
     * @param sigma of the Gaussian, in pixels
     * @param zoom the factor by which the deformed image is enlarged
     */
    static DisplacementField draw(int side, double alpha, double sigma, double zoom, long seed) {
        double spacing = Math.min(MAX_SPACING, Math.max(1, sigma * zoom * SPACING));
        int nodes = (int) Math.floor((side - 1) / spacing) + 2;
        float[] kernel = gaussian(sigma * zoom / spacing);
        // Interpolation reduces the variance between nodes.
        double between = spacing == 1 ? 1 : (2 + product(kernel, 1) / product(kernel, 0)) / 3;
        double strength = alpha * product(gaussian(sigma), 0) / product(kernel, 0) / between;
        int wide = nodes + kernel.length - 1;
        SplittableRandom random = new SplittableRandom(seed);
        float[] xs = smooth(wide, kernel, strength, random);
        float[] ys = smooth(wide, kernel, strength, random);
        return new DisplacementField(wide, spacing, xs, ys);
    }

    /** Gaussian weights up to three sigmas, normalised to 1. */
    private static float[] gaussian(double sigma) {
        int reach = (int) Math.max(1, Math.round(3 * sigma));
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = (i - reach) / sigma;
            weights[i] = Math.exp(-distance * distance / 2);
            sum += weights[i];
        }
        float[] kernel = new float[weights.length];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (weights[i] / sum);
        }
        return kernel;
    }

    /** The autocorrelation of the kernel: without shift, the share of the noise's variance that remains. */
    private static double product(float[] kernel, int shift) {
        double sum = 0;
        for (int i = shift; i < kernel.length; i++) {
            sum += (double) kernel[i] * kernel[i - shift];
        }
        return sum;
    }

    /**
     * Noise is also drawn beyond the border, so that the border moves as much as the centre. Rows keep the length of
     * the noise, so that each pass is one long loop; the values beyond the last node are not used.
     */
    private static float[] smooth(int wide, float[] kernel, double strength, SplittableRandom random) {
        float[] noise = noise(wide * wide, random);
        float[] rows = new float[noise.length - kernel.length + 1];
        weigh(noise, kernel, 1, rows);
        float[] strong = new float[kernel.length];
        for (int k = 0; k < kernel.length; k++) {
            strong[k] = (float) (kernel[k] * strength);
        }
        float[] smooth = new float[rows.length - (kernel.length - 1) * wide];
        weigh(rows, strong, wide, smooth);
        return smooth;
    }

    /** Uniform values between -1 and 1, four per random draw. */
    private static float[] noise(int count, SplittableRandom random) {
        float[] noise = new float[(count + 3) & ~3];
        for (int i = 0; i < noise.length; i += 4) {
            long bits = random.nextLong();
            noise[i] = ((int) bits & 0xffff) * NOISE - 1;
            noise[i + 1] = ((int) (bits >>> 16) & 0xffff) * NOISE - 1;
            noise[i + 2] = ((int) (bits >>> 32) & 0xffff) * NOISE - 1;
            noise[i + 3] = (int) (bits >>> 48) * NOISE - 1;
        }
        return noise;
    }

    /** Convolves values with distance {@code step} with a symmetric kernel. */
    private static void weigh(float[] from, float[] kernel, int step, float[] sums) {
        int last = kernel.length - 1;
        add(sums, kernel[last / 2], from, last / 2 * step);
        for (int k = 0; k < last / 2; k++) {
            add(sums, kernel[k], from, k * step, (last - k) * step);
        }
    }

    private static void add(float[] sums, float weight, float[] from, int start) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * from[start + i];
        }
    }

    private static void add(float[] sums, float weight, float[] from, int start, int other) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * (from[start + i] + from[other + i]);
        }
    }

    /** Nodes in a row. */
    int columns() {
        return columns;
    }

    /** Distance of nodes, in pixels. */
    double spacing() {
        return spacing;
    }

    /** Displacements along x, in pixels, row by row. Not a copy; do not modify. */
    float[] xs() {
        return xs;
    }

    /** Displacements along y, in pixels, row by row. Not a copy; do not modify. */
    float[] ys() {
        return ys;
    }
}
