package org.maferstudio.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Repulsion by a quad tree is the sum over all points. */
class QuadTreeTest {
    private static double[] random(int n, double scale, long seed) {
        Random random = new Random(seed);
        return random.doubles(n).map(value -> scale * value).toArray();
    }

    private static void assertSum(double[] x, double[] y, double theta, double tolerance) {
        int n = x.length;
        QuadTree tree = new QuadTree(x, y, theta);
        tree.build();
        double[] forceX = new double[n];
        double[] forceY = new double[n];
        for (int i = 0; i < n; i++) {
            double nearness = tree.repel(i, forceX, forceY);
            double expected = 0;
            double expectedX = 0;
            double expectedY = 0;
            for (int j = 0; j < n; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double near = 1 / (1 + dx * dx + dy * dy);
                expected += i == j ? 0 : near;
                expectedX += near * near * dx;
                expectedY += near * near * dy;
            }
            assertEquals(expected, nearness, tolerance * n);
            assertEquals(expectedX, forceX[i], tolerance * n);
            assertEquals(expectedY, forceY[i], tolerance * n);
        }
    }

    @Test
    void withThetaZeroItIsExact() {
        assertSum(random(500, 40, 1), random(500, 60, 2), 0, 1e-13);
    }

    @Test
    void withTheUsualThetaItIsClose() {
        assertSum(random(2000, 40, 1), random(2000, 60, 2), BarnesHutOptimiser.THETA, 2e-4);
    }

    @Test
    void equalPointsAreCountedOneByOne() {
        double[] x = random(300, 40, 3);
        double[] y = random(300, 40, 4);
        for (int i = 0; i < 200; i++) {
            x[i] = 7;
            y[i] = 9;
        }
        assertSum(x, y, 0, 1e-13);
        assertSum(new double[50], new double[50], BarnesHutOptimiser.THETA, 0);
    }

    @Test
    void pointsInALineAndASinglePointAreLaidOutToo() {
        assertSum(random(100, 10, 5), new double[100], 0, 1e-13);
        assertSum(new double[] {3}, new double[] {4}, BarnesHutOptimiser.THETA, 0);
    }

    @Test
    void itFollowsPointsThatMove() {
        double[] x = random(100, 10, 6);
        double[] y = random(100, 10, 7);
        QuadTree tree = new QuadTree(x, y, 0);
        tree.build();
        System.arraycopy(random(100, 30, 8), 0, x, 0, 100);
        tree.build();
        double[] force = new double[100];
        double expected = 0;
        for (int j = 1; j < 100; j++) {
            expected += 1 / (1 + Math.pow(x[0] - x[j], 2) + Math.pow(y[0] - y[j], 2));
        }
        assertEquals(expected, tree.repel(0, force, new double[100]), 1e-11);
    }
}
