package org.maferstudio.embedding;

import java.util.stream.IntStream;

/**
 * Points of any dimension, one per row.
 *
 * @param rows {@code (N, D)}, finite. Not a copy; do not modify
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of rows of thousands of numbers; lists would be heavier
public record Points(float[][] rows) {
    public Points {
        int width = rows.length == 0 ? 0 : rows[0].length;
        for (float[] row : rows) {
            if (row.length != width) {
                throw new IllegalArgumentException(
                        "all points have the same dimension, got " + width + " and " + row.length);
            }
        }
    }

    /** The number of points. */
    public int size() {
        return rows.length;
    }

    /** The number of dimensions. */
    public int dimension() {
        return rows.length == 0 ? 0 : rows[0].length;
    }

    /** Whether all values are finite. */
    public boolean isFinite() {
        for (float[] row : rows) {
            for (float value : row) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The squared Euclidean distance of two points. */
    double squaredDistance(int i, int j) {
        float[] a = rows[i];
        float[] b = rows[j];
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            double difference = (double) a[k] - b[k];
            sum += difference * difference;
        }
        return sum;
    }

    /** The squared distances of one point to all points, in their order; 0 to itself. */
    double[] squaredDistances(int i) {
        return IntStream.range(0, size())
                .mapToDouble(j -> squaredDistance(i, j))
                .toArray();
    }
}
