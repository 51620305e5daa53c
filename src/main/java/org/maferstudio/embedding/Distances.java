package org.maferstudio.embedding;

import java.util.Arrays;

/**
 * Squared Euclidean distances of a point to many points at once.
 *
 * <p>Coordinates are stored column by column, for simple loops that the compiler turns into vector instructions: several
 * times as fast as one pair after another.
 */
final class Distances {
    /** Number of coordinates, of 4 bytes each, that fit into the cache. */
    private static final int CACHED = 1 << 15;

    private static final int LEAST_CHUNK = 64;

    private final float[][] columns;
    private final int size;

    /** Of the points, which are copied. */
    Distances(Points points) {
        size = points.size();
        columns = new float[points.dimension()][size];
        for (int i = 0; i < size; i++) {
            float[] row = points.rows()[i];
            for (int k = 0; k < row.length; k++) {
                columns[k][i] = row[k];
            }
        }
    }

    /** The number of points. */
    int size() {
        return size;
    }

    /** A number of points that stay in the cache while distances to them are computed for several points. */
    int chunk() {
        return Math.max(LEAST_CHUNK, CACHED / Math.max(1, columns.length));
    }

    /**
     * Computes distances to a range of points.
     *
     * @param point of the same dimension
     * @param start index of the first
     * @param length their number
     * @param into receives the distances, from place 0 on
     */
    void squared(float[] point, int start, int length, float[] into) {
        Arrays.fill(into, 0, length, 0);
        int k = 0;
        for (; k + 1 < point.length; k += 2) {
            add(columns[k], columns[k + 1], start, length, point[k], point[k + 1], into);
        }
        if (k < point.length) {
            add(columns[k], start, length, point[k], into);
        }
    }

    private static void add(float[] first, float[] second, int start, int length, float a, float b, float[] into) {
        for (int j = 0; j < length; j++) {
            float da = first[start + j] - a;
            float db = second[start + j] - b;
            into[j] += da * da + db * db;
        }
    }

    private static void add(float[] column, int start, int length, float at, float[] into) {
        for (int j = 0; j < length; j++) {
            float difference = column[start + j] - at;
            into[j] += difference * difference;
        }
    }

    /** The squared distances of several points to all points, in their order. */
    float[][] squared(float[]... points) {
        float[][] distances = new float[points.length][size];
        float[] part = new float[chunk()];
        for (int start = 0; start < size; start += part.length) {
            int length = Math.min(part.length, size - start);
            for (int i = 0; i < points.length; i++) {
                squared(points[i], start, length, part);
                System.arraycopy(part, 0, distances[i], start, length);
            }
        }
        return distances;
    }
}
