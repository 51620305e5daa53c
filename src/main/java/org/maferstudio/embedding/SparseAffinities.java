package org.maferstudio.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The neighbour probabilities of t-SNE for the nearest three times perplexity neighbours of each point; those of all
 * other pairs are taken as 0 (van der Maaten 2014).
 *
 * @param starts {@code (N + 1)}: the pairs of point i are those from {@code starts[i]} to before {@code starts[i + 1]}
 * @param others the other point of each pair, ascending for each point; each pair is included in both orders
 * @param joint the symmetric probability of each pair; their sum is 1
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers
record SparseAffinities(int[] starts, int[] others, float[] joint) {
    private static final int BLOCK = 256;

    /** The number of neighbours that a perplexity needs, of a number of points. */
    static int neighbours(double perplexity, int points) {
        return (int) Math.min(points - 1, Math.floor(3 * perplexity + 1));
    }

    /** Searches the width of the Gaussian around each point, and joins the probabilities of both directions. */
    static SparseAffinities of(Neighbours neighbours, double perplexity) {
        int k = neighbours.count();
        int n = neighbours.indices().length / k;
        float[] conditional = conditional(neighbours, perplexity);
        int[] columns = neighbours.indices().clone();
        IntStream.range(0, n).parallel().forEach(i -> sortByIndex(columns, conditional, i * k, (i + 1) * k));
        // The transposed matrix; its rows are sorted, as points are visited in ascending order.
        int[] backStarts = new int[n + 1];
        for (int column : columns) {
            backStarts[column + 1]++;
        }
        Arrays.parallelPrefix(backStarts, Integer::sum);
        int[] backColumns = new int[n * k];
        float[] backValues = new float[n * k];
        int[] next = Arrays.copyOf(backStarts, n);
        for (int at = 0; at < columns.length; at++) {
            int place = next[columns[at]]++;
            backColumns[place] = at / k;
            backValues[place] = conditional[at];
        }
        return merge(new Rows(fixedStarts(n, k), columns, conditional), new Rows(backStarts, backColumns, backValues));
    }

    private static float[] conditional(Neighbours neighbours, double perplexity) {
        int k = neighbours.count();
        float[] conditional = new float[neighbours.squaredDistances().length];
        double wanted = Math.log(perplexity);
        IntStream.range(0, conditional.length / k).parallel().forEach(i -> {
            double[] row = new double[k];
            for (int j = 0; j < k; j++) {
                row[j] = neighbours.squaredDistances()[i * k + j];
            }
            Affinities.surprise(row, -1, wanted);
            for (int j = 0; j < k; j++) {
                conditional[i * k + j] = (float) Math.exp(-row[j]);
            }
        });
        return conditional;
    }

    private static int[] fixedStarts(int n, int k) {
        int[] starts = new int[n + 1];
        Arrays.setAll(starts, i -> i * k);
        return starts;
    }

    /** Insertion sort: the rows are short. */
    private static void sortByIndex(int[] columns, float[] values, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int column = columns[i];
            float value = values[i];
            int at = i;
            while (at > from && columns[at - 1] > column) {
                columns[at] = columns[at - 1];
                values[at] = values[at - 1];
                at--;
            }
            columns[at] = column;
            values[at] = value;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // see above
    private record Rows(int[] starts, int[] columns, float[] values) {}

    /** The mean of a matrix and its transpose, divided by N. */
    private static SparseAffinities merge(Rows a, Rows b) {
        int n = a.starts().length - 1;
        int[] starts = new int[n + 1];
        IntStream.range(0, n).parallel().forEach(i -> starts[i + 1] = mergeRow(a, b, i, null, 0));
        Arrays.parallelPrefix(starts, Integer::sum);
        SparseAffinities joint = new SparseAffinities(starts, new int[starts[n]], new float[starts[n]]);
        IntStream.range(0, n).parallel().forEach(i -> mergeRow(a, b, i, joint, starts[i]));
        return joint;
    }

    /** Merges two sorted rows, and returns the number of columns; without a target it only counts. */
    private static int mergeRow(Rows a, Rows b, int row, SparseAffinities into, int start) {
        int i = a.starts()[row];
        int j = b.starts()[row];
        int size = 0;
        while (i < a.starts()[row + 1] || j < b.starts()[row + 1]) {
            int left = i < a.starts()[row + 1] ? a.columns()[i] : Integer.MAX_VALUE;
            int right = j < b.starts()[row + 1] ? b.columns()[j] : Integer.MAX_VALUE;
            double value = 0;
            if (left <= right) {
                value += a.values()[i++];
            }
            if (right <= left) {
                value += b.values()[j++];
            }
            if (into != null) {
                into.others()[start + size] = Math.min(left, right);
                into.joint()[start + size] = (float) (value / (2.0 * (a.starts().length - 1)));
            }
            size++;
        }
        return size;
    }

    /** The number of points. */
    int size() {
        return starts.length - 1;
    }

    /**
     * The Kullback-Leibler divergence of positions from these probabilities in nats, equal to that of scikit-learn's
     * Barnes-Hut t-SNE.
     *
     * @param x of each position
     * @param y likewise
     * @param nearness the sum of similarities over all ordered pairs
     */
    double divergence(double[] x, double[] y, double nearness) {
        return new Blocks(size(), BLOCK).sum((from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                for (int at = starts[i]; at < starts[i + 1]; at++) {
                    double dx = x[i] - x[others[at]];
                    double dy = y[i] - y[others[at]];
                    sum += joint[at] == 0 ? 0 : joint[at] * Math.log(joint[at] * nearness * (1 + dx * dx + dy * dy));
                }
            }
            return sum;
        });
    }
}
