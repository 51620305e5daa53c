package org.maferstudio.embedding;

import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Places new points into an embedding whose own points stay where they are (Poličar et al. 2023).
 *
 * <p>Each new point begins at the mean of its nearest neighbours among the features, weighted by their probabilities, and
 * then follows the gradient of its own divergence. New points do not act on each other, so the place of one does not
 * depend on the others.
 */
public final class Placement {
    private static final int STEPS = 50;
    private static final double FIRST_STEP = 1;
    private static final double LEAST_STEP = 1e-3;
    private static final double LONGEST_MOVE = 1;

    private final Points features;
    private final double[] x;
    private final double[] y;
    private final double perplexity;
    private final QuadTree tree;

    /**
     * Prepares an embedding.
     *
     * @param features of its points, {@code (N, D)}
     * @param positions of its points, {@code (N, 2)}
     * @param perplexity with which it was computed
     * @throws IllegalArgumentException if there are not as many features as positions, or none
     */
    public Placement(Points features, Points positions, double perplexity) {
        if (features.size() != positions.size() || features.size() == 0) {
            throw new IllegalArgumentException(
                    "each point has features and a position, got " + features.size() + " and " + positions.size());
        }
        this.features = features;
        this.perplexity = perplexity;
        x = new double[positions.size()];
        y = new double[positions.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = positions.rows()[i][0];
            y[i] = positions.rows()[i][1];
        }
        tree = new QuadTree(x, y, BarnesHutOptimiser.THETA);
        tree.build();
    }

    /**
     * Returns the positions of new points, {@code (M, 2)}; empty if a stop was requested.
     *
     * @param added their features, {@code (M, D)}
     * @throws Problem if the features are not those of the same network, or one is not finite
     */
    public Optional<Points> place(Points added, Progress progress) {
        if (added.size() > 0 && added.dimension() != features.dimension()) {
            throw Problem.input(Texts.of("embedding.error.otherFeatures", added.dimension(), features.dimension()));
        }
        if (!added.isFinite()) {
            throw Problem.input(Texts.of("embedding.error.nonFiniteFeatures"));
        }
        int count = Math.min(features.size(), SparseAffinities.neighbours(perplexity, features.size() + 1));
        return Neighbours.search(added, features, count, progress).map(found -> {
            float[][] rows = new float[added.size()][];
            IntStream.range(0, rows.length).parallel().forEach(i -> rows[i] = place(found, i));
            return new Points(rows);
        });
    }

    private float[] place(Neighbours found, int i) {
        PlacedPoint point = new PlacedPoint(weights(found, i), i * found.count(), found.indices());
        point.start();
        double step = FIRST_STEP;
        for (int n = 0; n < STEPS && step > LEAST_STEP; n++) {
            step = point.improve(step) ? step : step / 2;
        }
        return new float[] {(float) point.atX, (float) point.atY};
    }

    /** The probabilities of the neighbours of a new point. */
    private double[] weights(Neighbours found, int i) {
        double[] weights = new double[found.count()];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = found.squaredDistances()[i * weights.length + j];
        }
        Affinities.surprise(weights, -1, Math.log(Math.min(perplexity, weights.length)));
        for (int j = 0; j < weights.length; j++) {
            weights[j] = Math.exp(-weights[j]);
        }
        return weights;
    }

    /** A new point on its way. */
    private final class PlacedPoint {
        private final double[] weights;
        private final int first;
        private final int[] neighbours;
        private final double[] forceX = new double[1];
        private final double[] forceY = new double[1];
        private double atX;
        private double atY;
        private double slopeX;
        private double slopeY;
        private double divergence;

        PlacedPoint(double[] weights, int first, int[] neighbours) {
            this.weights = weights;
            this.first = first;
            this.neighbours = neighbours;
        }

        /** Begins at the weighted mean of the neighbours. */
        void start() {
            for (int j = 0; j < weights.length; j++) {
                atX += weights[j] * x[neighbours[first + j]];
                atY += weights[j] * y[neighbours[first + j]];
            }
            divergence = measure();
        }

        /** Takes a step downhill, or stays if that is uphill; returns whether it moved. */
        boolean improve(double step) {
            double beforeX = atX;
            double beforeY = atY;
            double downX = slopeX;
            double downY = slopeY;
            double length = step * Math.hypot(downX, downY);
            double factor = length > LONGEST_MOVE ? step * LONGEST_MOVE / length : step;
            atX -= factor * downX;
            atY -= factor * downY;
            double now = measure();
            if (now < divergence) {
                divergence = now;
                return true;
            }
            atX = beforeX;
            atY = beforeY;
            slopeX = downX;
            slopeY = downY;
            return false;
        }

        /** The divergence of this point's neighbours, less a constant; also computes its slope. */
        private double measure() {
            double nearness = tree.repel(atX, atY, 0, forceX, forceY);
            double cross = 0;
            slopeX = -2 * forceX[0] / nearness;
            slopeY = -2 * forceY[0] / nearness;
            for (int j = 0; j < weights.length; j++) {
                double dx = atX - x[neighbours[first + j]];
                double dy = atY - y[neighbours[first + j]];
                double spread = 1 + dx * dx + dy * dy;
                cross += weights[j] * Math.log(spread);
                slopeX += 2 * weights[j] * dx / spread;
                slopeY += 2 * weights[j] * dy / spread;
            }
            return cross + Math.log(nearness);
        }
    }
}
