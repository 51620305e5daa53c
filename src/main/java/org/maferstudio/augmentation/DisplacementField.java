package org.maferstudio.augmentation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How far each pixel is displaced, known at the nodes of a grid and linear between them.
 *
 * <p>Noise that a Gaussian of {@code sigma} has smoothed has nothing finer than sigma to show. So it is drawn and
 * smoothed on a grid of half a sigma, with a strength that leaves each displacement the variance that it has when every
 * pixel gets noise of its own.
 */
final class DisplacementField {
    private static final int NOISE_BITS = 16;
    private static final float HALF_NOISE = ((1 << NOISE_BITS) - 1) / 2f;

    private final int columns;
    private final double spacing;
    private final float[] xs;
    private final float[] ys;

    /**
     * A field of nodes.
     *
     * @param columns nodes in a row
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

    /**
     * Draws a field.
     *
     * @param side of the picture, in pixels
     * @param alpha strength of the displacement
     * @param sigma of the Gaussian, in pixels
     * @param zoom how much larger the picture that is bent is shown
     */
    static DisplacementField draw(int side, double alpha, double sigma, double zoom, long seed) {
        double spacing = Math.max(1, sigma * zoom / 2);
        int nodes = (int) Math.floor((side - 1) / spacing) + 2;
        float[] kernel = gaussian(sigma * zoom / spacing);
        // Between nodes the mean of two neighbours is smaller than they are.
        double between = spacing == 1 ? 1 : (2 + product(kernel, 1) / product(kernel, 0)) / 3;
        double strength = alpha * product(gaussian(sigma), 0) / product(kernel, 0) / between;
        SplittableRandom random = new SplittableRandom(seed);
        return new DisplacementField(
                nodes, spacing, smooth(nodes, kernel, strength, random), smooth(nodes, kernel, strength, random));
    }

    /** Weights that add up to 1, out to four sigmas as OpenCV has them. */
    private static float[] gaussian(double sigma) {
        int reach = (int) Math.ceil(4 * sigma);
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

    /** The kernel times itself, shifted: what share of the noise's variance is left, for no shift. */
    private static double product(float[] kernel, int shift) {
        double sum = 0;
        for (int i = shift; i < kernel.length; i++) {
            sum += (double) kernel[i] * kernel[i - shift];
        }
        return sum;
    }

    /** Noise beyond the border too, so that the border moves as much as the centre. */
    private static float[] smooth(int nodes, float[] kernel, double strength, SplittableRandom random) {
        int wide = nodes + kernel.length - 1;
        float[] noise = new float[wide];
        float[] rows = new float[wide * nodes];
        float[] row = new float[nodes];
        for (int y = 0; y < wide; y++) {
            fill(noise, random);
            Arrays.fill(row, 0);
            for (int k = 0; k < kernel.length; k++) {
                add(row, kernel[k], noise, k);
            }
            System.arraycopy(row, 0, rows, y * nodes, nodes);
        }
        float[] smooth = new float[nodes * nodes];
        for (int y = 0; y < nodes; y++) {
            Arrays.fill(row, 0);
            for (int k = 0; k < kernel.length; k++) {
                add(row, (float) (kernel[k] * strength), rows, (y + k) * nodes);
            }
            System.arraycopy(row, 0, smooth, y * nodes, nodes);
        }
        return smooth;
    }

    /** Uniform between -1 and 1, four of them from a draw. */
    private static void fill(float[] noise, SplittableRandom random) {
        long bits = 0;
        for (int i = 0; i < noise.length; i++) {
            bits = (i & 3) == 0 ? random.nextLong() : bits >>> NOISE_BITS;
            noise[i] = (bits & 0xffff) / HALF_NOISE - 1;
        }
    }

    private static void add(float[] sums, float weight, float[] from, int start) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * from[start + i];
        }
    }

    /** The same displacements, turned and scaled as an affine transform does with directions. */
    DisplacementField through(Affine affine) {
        float[] turnedX = new float[xs.length];
        float[] turnedY = new float[ys.length];
        for (int i = 0; i < xs.length; i++) {
            turnedX[i] = (float) (affine.xx() * xs[i] + affine.xy() * ys[i]);
            turnedY[i] = (float) (affine.yx() * xs[i] + affine.yy() * ys[i]);
        }
        return new DisplacementField(columns, spacing, turnedX, turnedY);
    }

    /** A way through the field row by row; of one thread. */
    Walk walk(int side) {
        return new Walk(side);
    }

    /** Adds the displacements of one row after another to places. */
    final class Walk {
        private final int[] nodes;
        private final float[] parts;
        private final float[] lineX = new float[columns];
        private final float[] lineY = new float[columns];

        private Walk(int side) {
            nodes = new int[side];
            parts = new float[side];
            for (int i = 0; i < side; i++) {
                double place = i / spacing;
                nodes[i] = Math.min(columns - 2, (int) place);
                parts[i] = (float) (place - nodes[i]);
            }
        }

        /** Adds the displacements of row {@code y} to the places of its pixels. */
        void add(int y, float[] placesX, float[] placesY) {
            line(xs, y, lineX);
            line(ys, y, lineY);
            for (int i = 0; i < placesX.length; i++) {
                int node = nodes[i];
                float part = parts[i];
                placesX[i] += lineX[node] + part * (lineX[node + 1] - lineX[node]);
                placesY[i] += lineY[node] + part * (lineY[node + 1] - lineY[node]);
            }
        }

        private void line(float[] from, int y, float[] line) {
            int upper = nodes[y] * columns;
            int lower = upper + columns;
            float part = parts[y];
            for (int i = 0; i < line.length; i++) {
                line[i] = from[upper + i] + part * (from[lower + i] - from[upper + i]);
            }
        }
    }
}
