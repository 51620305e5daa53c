package org.maferstudio.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maferstudio.job.Progress;

/** The nearest neighbours are those of a sorted list of all distances. */
class NeighboursTest {
    /** Whole coordinates, so that many distances are equal, and each is computed without rounding. */
    private static Points grid(int n, int dimension, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[n][dimension];
        for (float[] row : rows) {
            for (int k = 0; k < dimension; k++) {
                row[k] = random.nextInt(4);
            }
        }
        return new Points(rows);
    }

    private static double squaredDistance(float[] a, float[] b) {
        return new Points(new float[][] {a, b}).squaredDistance(0, 1);
    }

    @SuppressWarnings("ReferenceEquality") // the very same points, not equal ones
    private static int[] sorted(Points queries, Points points, int i, int count) {
        return IntStream.range(0, points.size())
                .filter(j -> queries != points || j != i)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> squaredDistance(queries.rows()[i], points.rows()[j])))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void assertNearest(Points queries, Points points, int count) {
        Neighbours found =
                Neighbours.search(queries, points, count, Progress.NONE).orElseThrow();
        for (int i = 0; i < queries.size(); i++) {
            int[] expected = sorted(queries, points, i, count);
            int[] indices = new int[count];
            System.arraycopy(found.indices(), i * count, indices, 0, count);
            assertArrayEquals(expected, indices, "point " + i);
            for (int j = 0; j < count; j++) {
                assertEquals(
                        squaredDistance(queries.rows()[i], points.rows()[expected[j]]),
                        found.squaredDistances()[i * count + j],
                        0);
            }
        }
    }

    @Test
    void theyAreTheNearestAndOfEquallyNearOnesTheFirst() {
        Points points = grid(2500, 7, 3);
        assertNearest(points, points, 20);
    }

    @Test
    void aPointIsNotItsOwnNeighbourEvenIfAllAreWanted() {
        Points points = grid(70, 50, 4);
        assertNearest(points, points, 69);
    }

    @Test
    void otherPointsFindTheirNeighboursToo() {
        assertNearest(grid(40, 6, 5), grid(900, 6, 6), 900);
    }

    @Test
    void aStopEndsTheSearch() {
        Points points = grid(100, 5, 7);
        Progress stopped = new Progress() {
            @Override
            public void report(double fraction, String message) {
                // Ignored.
            }

            @Override
            public boolean stopRequested() {
                return true;
            }
        };
        assertTrue(Neighbours.of(points, 5, stopped).isEmpty());
    }
}
