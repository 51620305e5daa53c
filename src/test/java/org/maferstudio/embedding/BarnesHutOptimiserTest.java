package org.maferstudio.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.job.Progress;

/** Barnes-Hut t-SNE against the sums over all pairs that it approximates. */
class BarnesHutOptimiserTest {
    private static Points clusters(int n) {
        Random random = new Random(3);
        float[][] rows = new float[n][10];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < 10; k++) {
                rows[i][k] = (float) (random.nextGaussian() + (k == i % 5 ? 4 : 0));
            }
        }
        return new Points(rows);
    }

    private static SparseAffinities affinities(Points points, int neighbours) {
        return SparseAffinities.of(
                Neighbours.of(points, neighbours, Progress.NONE).orElseThrow(), 20);
    }

    private static BarnesHutOptimiser optimiser(SparseAffinities affinities, double theta) {
        return new BarnesHutOptimiser(affinities, 50, 17, theta);
    }

    /** The gradient of van der Maaten and Hinton 2008, equation 5, over all pairs. */
    private static double[][] exactGradient(Affinities affinities, double[][] at) {
        int n = at.length;
        double all = KlDivergence.nearness(at);
        double[][] gradient = new double[n][2];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double dx = at[i][0] - at[j][0];
                double dy = at[i][1] - at[j][1];
                double near = 1 / (1 + dx * dx + dy * dy);
                double force = i == j ? 0 : 4 * (affinities.joint(i, j) - near / all) * near;
                gradient[i][0] += force * dx;
                gradient[i][1] += force * dy;
            }
        }
        return gradient;
    }

    private static double[][] doubles(Points points) {
        return Arrays.stream(points.rows())
                .map(row -> new double[] {row[0], row[1]})
                .toArray(double[][]::new);
    }

    /** The largest difference of two gradients, divided by the largest slope. */
    private static double error(double[][] expected, double[][] actual) {
        double largest = 0;
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int k = 0; k < 2; k++) {
                largest = Math.max(largest, Math.abs(expected[i][k]));
                worst = Math.max(worst, Math.abs(expected[i][k] - actual[i][k]));
            }
        }
        return worst / largest;
    }

    @Test
    void withAllNeighboursTheProbabilitiesAreTheExactOnes() {
        Points points = clusters(200);
        Affinities exact = Affinities.of(points, 20);
        SparseAffinities sparse = affinities(points, 199);
        for (int i = 0; i < 200; i++) {
            for (int at = sparse.starts()[i]; at < sparse.starts()[i + 1]; at++) {
                double expected = exact.joint(i, sparse.others()[at]);
                assertEquals(expected, sparse.joint()[at], 2e-4 * expected + 1e-12);
            }
        }
    }

    @Test
    void theProbabilitiesOfNearPairsAreSymmetricAndSumToOne() {
        SparseAffinities sparse = affinities(clusters(500), 61);
        double sum = 0;
        for (int i = 0; i < 500; i++) {
            for (int at = sparse.starts()[i]; at < sparse.starts()[i + 1]; at++) {
                int j = sparse.others()[at];
                int back = Arrays.binarySearch(sparse.others(), sparse.starts()[j], sparse.starts()[j + 1], i);
                assertTrue(back >= 0);
                assertEquals(sparse.joint()[at], sparse.joint()[back], 0);
                sum += sparse.joint()[at];
            }
        }
        assertEquals(1, sum, 1e-6);
    }

    @Test
    void thetaZeroGivesTheExactGradient() {
        Points points = clusters(300);
        Affinities exact = Affinities.of(points, 20);
        BarnesHutOptimiser optimiser = optimiser(affinities(points, 299), 0);
        optimiser.advance(300);
        // The positions are told in single precision.
        assertEquals(0, error(exactGradient(exact, doubles(optimiser.positions())), optimiser.gradient()), 1e-3);
    }

    @Test
    void theUsualThetaIsWithinAFewPercentOfTheLargestSlope() {
        SparseAffinities sparse = affinities(clusters(600), 61);
        BarnesHutOptimiser usual = optimiser(sparse, BarnesHutOptimiser.THETA);
        BarnesHutOptimiser exact = optimiser(sparse, 0);
        assertEquals(0, error(exact.gradient(), usual.gradient()), 0.03);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theNumberOfThreadsChangesNothing(int threads) {
        SparseAffinities sparse = affinities(clusters(1000), 61);
        BarnesHutOptimiser here = optimiser(sparse, BarnesHutOptimiser.THETA);
        here.advance(300);
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            Points there = pool.submit(() -> {
                        BarnesHutOptimiser optimiser =
                                optimiser(affinities(clusters(1000), 61), BarnesHutOptimiser.THETA);
                        // How many iterations are done at once changes nothing either.
                        for (int i = 0; i < 100; i++) {
                            optimiser.advance(3);
                        }
                        return optimiser.positions();
                    })
                    .join();
            assertArrayEquals(here.positions().rows(), there.rows());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void anotherSeedGivesAnotherImage() {
        SparseAffinities sparse = affinities(clusters(300), 61);
        BarnesHutOptimiser other = new BarnesHutOptimiser(sparse, 50, 18, BarnesHutOptimiser.THETA);
        BarnesHutOptimiser one = optimiser(sparse, BarnesHutOptimiser.THETA);
        assertFalse(Arrays.deepEquals(one.positions().rows(), other.positions().rows()));
    }

    @Test
    void equalPointsStayFinite() {
        Points points = clusters(400);
        for (int i = 0; i < 150; i++) {
            points.rows()[i] = points.rows()[0];
        }
        BarnesHutOptimiser optimiser = optimiser(affinities(points, 61), BarnesHutOptimiser.THETA);
        optimiser.advance(400);
        assertTrue(optimiser.positions().isFinite());
        assertTrue(Double.isFinite(optimiser.divergence()));
    }
}
