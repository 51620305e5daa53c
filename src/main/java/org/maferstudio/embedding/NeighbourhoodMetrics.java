package org.maferstudio.embedding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Quality measures of an embedding, equal to scikit-learn's.
 *
 * <p>A measure is a mean over points, each compared with all others. Of more than {@value #MOST_JUDGED} points, it is the
 * mean over {@value #JUDGED} of them, drawn at random with a fixed seed.
 */
public final class NeighbourhoodMetrics {
    /** The number of points above which a measure is a mean over a random sample. */
    public static final int MOST_JUDGED = 10_000;

    /** The size of that sample. */
    public static final int JUDGED = 5_000;

    private static final int TOGETHER = 16;
    private static final long SEED = 17;

    private NeighbourhoodMetrics() {}

    /** Judges a point. */
    @FunctionalInterface
    private interface Judge {
        /**
         * Returns the value of a point.
         *
         * @param squaredDistances to all points
         */
        double of(int i, float[] squaredDistances);
    }

    private static double mean(Points points, Judge judge) {
        int[] judged = judged(points.size());
        Distances distances = new Distances(points);
        double[] values = new double[judged.length];
        IntStream.range(0, (judged.length + TOGETHER - 1) / TOGETHER).parallel().forEach(block -> {
            int from = block * TOGETHER;
            int to = Math.min(judged.length, from + TOGETHER);
            float[][] rows = distances.squared(Arrays.stream(judged, from, to)
                    .mapToObj(i -> points.rows()[i])
                    .toArray(float[][]::new));
            for (int at = from; at < to; at++) {
                values[at] = judge.of(judged[at], rows[at - from]);
            }
        });
        // Sequential, because the result of a parallel sum would depend on the number of threads.
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static int[] judged(int n) {
        return n <= MOST_JUDGED
                ? IntStream.range(0, n).toArray()
                : new Random(SEED).ints(0, n).distinct().limit(JUDGED).sorted().toArray();
    }

    /**
     * Leave-one-out accuracy of a k-nearest-neighbour classifier; of equally frequent labels the smallest wins. NaN for
     * fewer than two points.
     */
    public static double accuracy(Points points, int[] labels, int k) {
        int n = points.size();
        int most = Math.min(k, n - 1);
        if (most < 1) {
            return Double.NaN;
        }
        return mean(points, (i, distances) -> vote(nearest(distances, i, most), labels) == labels[i] ? 1 : 0);
    }

    private static int vote(int[] neighbours, int[] labels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int neighbour : neighbours) {
            counts.merge(labels[neighbour], 1, Integer::sum);
        }
        int best = -1;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            int lead = best < 0 ? 1 : Integer.compare(entry.getValue(), counts.get(best));
            if (lead > 0 || (lead == 0 && entry.getKey() < best)) {
                best = entry.getKey();
            }
        }
        return best;
    }

    /** The indices of the nearest points, nearest first; the smaller index first if equally near. */
    private static int[] nearest(float[] distances, int self, int k) {
        int[] best = new int[k];
        int found = 0;
        for (int j = 0; j < distances.length; j++) {
            if (j == self || (found == k && distances[j] >= distances[best[k - 1]])) {
                continue;
            }
            int at = found < k ? found++ : k - 1;
            while (at > 0 && distances[best[at - 1]] > distances[j]) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = j;
        }
        return best;
    }

    /**
     * The mean silhouette coefficient (Rousseeuw 1987), -1 to 1. NaN for fewer than two classes, or if each point has
     * its own class.
     */
    public static double silhouette(Points points, int[] labels) {
        int n = points.size();
        int classes = Arrays.stream(labels).max().orElse(-1) + 1;
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        long present = Arrays.stream(counts).filter(count -> count > 0).count();
        if (present < 2 || present >= n) {
            return Double.NaN;
        }
        return mean(
                points,
                (i, distances) -> counts[labels[i]] == 1 ? 0 : silhouette(distances, labels, counts, labels[i]));
    }

    private static double silhouette(float[] distances, int[] labels, int[] counts, int ownLabel) {
        double[] sums = new double[counts.length];
        for (int j = 0; j < distances.length; j++) {
            sums[labels[j]] += Math.sqrt(distances[j]);
        }
        double own = sums[ownLabel] / (counts[ownLabel] - 1);
        double other = Double.POSITIVE_INFINITY;
        for (int label = 0; label < counts.length; label++) {
            if (label != ownLabel && counts[label] > 0) {
                other = Math.min(other, sums[label] / counts[label]);
            }
        }
        double larger = Math.max(own, other);
        return larger == 0 ? 0 : (other - own) / larger;
    }

    /**
     * The trustworthiness of an embedding (Venna and Kaski 2001): 1 if all {@code k} neighbours in the embedding are
     * among the {@code k} nearest in feature space, less the farther away they are. NaN if {@code k} is not below half
     * the number of points.
     */
    public static double trustworthiness(Points original, Points positions, int k) {
        int n = original.size();
        if (k < 1 || 2L * k >= n) {
            return Double.NaN;
        }
        Distances plane = new Distances(positions);
        double missed = mean(
                original,
                (i, distances) ->
                        missed(distances, nearest(plane.squared(positions.rows()[i])[0], i, k), i));
        return 1 - missed * 2 / (k * (2.0 * n - 3.0 * k - 1));
    }

    /** The rank penalty: how far the neighbours in the embedding are beyond the {@code k} nearest in feature space. */
    private static double missed(float[] distances, int[] neighbours, int self) {
        double sum = 0;
        for (int neighbour : neighbours) {
            int nearer = 0;
            for (int j = 0; j < distances.length; j++) {
                boolean before =
                        distances[j] < distances[neighbour] || (distances[j] == distances[neighbour] && j < neighbour);
                nearer += j != self && before ? 1 : 0;
            }
            sum += Math.max(0, nearer + 1 - neighbours.length);
        }
        return sum;
    }
}
