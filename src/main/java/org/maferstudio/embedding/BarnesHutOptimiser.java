package org.maferstudio.embedding;

import java.util.Arrays;
import java.util.Random;

/**
 * Barnes-Hut t-SNE (van der Maaten 2014): attraction by the nearest neighbours, repulsion by a quad tree.
 *
 * <p>Momentum, gains, early exaggeration and the learning rate during it are scikit-learn's; afterwards, the rate is twelve
 * times as large, which was found by measurement. Points are computed in blocks of a fixed
 * size, and sums are taken block by block, so that the same seed gives the same positions on any number of threads. The
 * iterations allocate no arrays.
 */
final class BarnesHutOptimiser implements TsneOptimiser {
    /** The side of a cell, divided by its distance, below which its points are taken for one. */
    static final double THETA = 0.5;

    private static final int BLOCK = 128;
    private static final double INITIAL_DEVIATION = 1e-4;
    private static final double LEAST_GAIN = 0.01;

    /** Points times iterations between two images: a few tenths of a second. */
    private static final int POINTS_PER_STEP = 100_000;

    private static final int MOST_STEP = 10;

    private final SparseAffinities affinities;
    private final double rate;
    private final QuadTree tree;
    private final Blocks blocks;
    private final double[] x;
    private final double[] y;
    private final double[] attractionX;
    private final double[] attractionY;
    private final double[] repulsionX;
    private final double[] repulsionY;
    private final double[] moveX;
    private final double[] moveY;
    private final double[] gainX;
    private final double[] gainY;
    private int iterations;

    /**
     * Draws the initial positions.
     *
     * @param rate the learning rate during early exaggeration
     * @param seed of the initial positions
     * @param theta usually {@link #THETA}; 0 for exact gradients
     */
    BarnesHutOptimiser(SparseAffinities affinities, double rate, long seed, double theta) {
        this.affinities = affinities;
        this.rate = rate;
        int n = affinities.size();
        x = new double[n];
        y = new double[n];
        attractionX = new double[n];
        attractionY = new double[n];
        repulsionX = new double[n];
        repulsionY = new double[n];
        moveX = new double[n];
        moveY = new double[n];
        gainX = new double[n];
        gainY = new double[n];
        Arrays.fill(gainX, 1);
        Arrays.fill(gainY, 1);
        Random random = new Random(seed);
        for (int i = 0; i < n; i++) {
            x[i] = INITIAL_DEVIATION * random.nextGaussian();
            y[i] = INITIAL_DEVIATION * random.nextGaussian();
        }
        tree = new QuadTree(x, y, theta);
        blocks = new Blocks(n, BLOCK);
    }

    @Override
    public int step() {
        return Math.max(1, Math.min(MOST_STEP, POINTS_PER_STEP / affinities.size()));
    }

    @Override
    public void advance(int step) {
        for (int i = 0; i < step; i++) {
            if (iterations == Tsne.EXAGGERATED) {
                Arrays.fill(moveX, 0);
                Arrays.fill(moveY, 0);
                Arrays.fill(gainX, 1);
                Arrays.fill(gainY, 1);
            }
            double nearness = forces();
            boolean early = iterations < Tsne.EXAGGERATED;
            move(early ? Tsne.EXAGGERATION : 1, nearness, early ? 0.5 : 0.8);
            iterations++;
        }
    }

    /** Computes attraction and repulsion of all points, and returns the sum of similarities over ordered pairs. */
    private double forces() {
        tree.build();
        return blocks.sum((from, to) -> {
            double nearness = 0;
            for (int place = from; place < to; place++) {
                int i = tree.point(place);
                nearness += tree.repel(i, repulsionX, repulsionY);
                attract(i);
            }
            return nearness;
        });
    }

    private void attract(int i) {
        int[] others = affinities.others();
        float[] joint = affinities.joint();
        double atX = x[i];
        double atY = y[i];
        double sumX = 0;
        double sumY = 0;
        int end = affinities.starts()[i + 1];
        for (int at = affinities.starts()[i]; at < end; at++) {
            double dx = atX - x[others[at]];
            double dy = atY - y[others[at]];
            double weight = joint[at] / (1 + dx * dx + dy * dy);
            sumX += weight * dx;
            sumY += weight * dy;
        }
        attractionX[i] = sumX;
        attractionY[i] = sumY;
    }

    private void move(double exaggeration, double nearness, double momentum) {
        // Attraction that is twelve times as strong allows for a twelfth of the rate.
        double step = rate * Tsne.EXAGGERATION / exaggeration;
        blocks.sum((from, to) -> {
            for (int i = from; i < to; i++) {
                double slopeX = 4 * (exaggeration * attractionX[i] - repulsionX[i] / nearness);
                double slopeY = 4 * (exaggeration * attractionY[i] - repulsionY[i] / nearness);
                gainX[i] = gain(gainX[i], slopeX, moveX[i]);
                gainY[i] = gain(gainY[i], slopeY, moveY[i]);
                moveX[i] = momentum * moveX[i] - step * gainX[i] * slopeX;
                moveY[i] = momentum * moveY[i] - step * gainY[i] * slopeY;
                x[i] += moveX[i];
                y[i] += moveY[i];
            }
            return 0;
        });
    }

    /** Rises while a coordinate keeps its direction (Jacobs 1988). */
    private static double gain(double gain, double slope, double move) {
        return Math.max(LEAST_GAIN, slope * move < 0 ? gain + 0.2 : gain * 0.8);
    }

    /** The gradient of the divergence at the current positions, {@code (N, 2)}. */
    double[][] gradient() {
        double nearness = forces();
        double[][] gradient = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            gradient[i] = new double[] {
                4 * (attractionX[i] - repulsionX[i] / nearness), 4 * (attractionY[i] - repulsionY[i] / nearness)
            };
        }
        return gradient;
    }

    @Override
    public double divergence() {
        return affinities.divergence(x, y, forces());
    }

    @Override
    public Points positions() {
        float[][] rows = new float[x.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[] {(float) x[i], (float) y[i]};
        }
        return new Points(rows);
    }
}
