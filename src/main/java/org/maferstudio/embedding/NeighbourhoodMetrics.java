package org.maferstudio.embedding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Quality measures of an embedding, equal to scikit-learn's. */
public final class NeighbourhoodMetrics {
    private NeighbourhoodMetrics() {}

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
        long right = IntStream.range(0, n)
                .parallel()
                .filter(i -> vote(nearest(points.squaredDistances(i), i, most), labels) == labels[i])
                .count();
        return (double) right / n;
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
    private static int[] nearest(double[] distances, int self, int k) {
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
        double[] values = IntStream.range(0, n)
                .parallel()
                .mapToDouble(i -> counts[labels[i]] == 1 ? 0 : silhouette(points, labels, counts, i))
                .toArray();
        // Sequential, because the result of a parallel sum would depend on the number of threads.
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / n;
    }

    private static double silhouette(Points points, int[] labels, int[] counts, int i) {
        double[] sums = new double[counts.length];
        for (int j = 0; j < points.size(); j++) {
            sums[labels[j]] += Math.sqrt(points.squaredDistance(i, j));
        }
        double own = sums[labels[i]] / (counts[labels[i]] - 1);
        double other = Double.POSITIVE_INFINITY;
        for (int label = 0; label < counts.length; label++) {
            if (label != labels[i] && counts[label] > 0) {
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
        double[] missed = IntStream.range(0, n)
                .parallel()
                .mapToDouble(i -> missed(original.squaredDistances(i), nearest(positions.squaredDistances(i), i, k), i))
                .toArray();
        double sum = 0;
        for (double each : missed) {
            sum += each;
        }
        return 1 - sum * 2 / ((double) n * k * (2.0 * n - 3.0 * k - 1));
    }

    /** The rank penalty: how far the neighbours in the embedding are beyond the {@code k} nearest in feature space. */
    private static double missed(double[] distances, int[] neighbours, int self) {
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
