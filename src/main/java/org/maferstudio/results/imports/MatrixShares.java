package org.maferstudio.results.imports;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** Converts the numbers of a matrix to counts: shares and percentages need the number of samples of each class. */
final class MatrixShares {
    private static final double MAX_SAMPLES = 5_000_000;
    /** Integer percentages of a row add up to 100 except for rounding. */
    private static final double HUNDRED = 100;

    private final Path file;
    private final LabelSet labels;
    private final double[][] values;
    private final int decimals;

    MatrixShares(Path file, LabelSet labels, double[][] values, int decimals) {
        this.file = file;
        this.labels = labels;
        this.values = values;
        this.decimals = decimals;
    }

    /**
     * Returns counts; rows are the true classes.
     *
     * @param samples by class, in the order of the labels; empty if not specified
     * @throws Problem if shares are to be converted without it, or the numbers are neither counts nor shares
     */
    long[][] counts(List<Long> samples) {
        if (!samples.isEmpty() && samples.size() != labels.size()) {
            throw Problem.input(
                    Texts.of("results.importMatrix.error.samples", file, labels.size(), samples.size(), order()));
        }
        boolean whole =
                Arrays.stream(values).flatMapToDouble(Arrays::stream).allMatch(value -> value == Math.rint(value));
        double[] sums = Arrays.stream(values)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double total = Arrays.stream(sums).sum();
        double scale = near(sums, 1) && !whole ? 1 : near(sums, HUNDRED) ? HUNDRED : 0;
        if (scale == 0 && !whole && (isNear(total, 1, sums.length) || isNear(total, HUNDRED, sums.length))) {
            return ofAll(samples, total > 2 ? HUNDRED : 1);
        }
        if (scale == 0 && !whole && byColumn()) {
            throw Problem.input(Texts.of("results.importMatrix.error.columnShares", file));
        }
        if (scale == 0) {
            return plain(whole, samples, sums);
        }
        if (samples.isEmpty()) {
            throw Problem.input(
                    Texts.of("results.importMatrix.error.percentages", file, scale == 1 ? "1" : "100", order()));
        }
        long[][] counts = new long[values.length][];
        for (int row = 0; row < values.length; row++) {
            counts[row] = rounded(values[row], sums[row], samples.get(row));
        }
        return counts;
    }

    private String order() {
        return String.join(", ", labels.names());
    }

    private long[][] plain(boolean whole, List<Long> samples, double[] sums) {
        if (!whole) {
            double wrong = Arrays.stream(values)
                    .flatMapToDouble(Arrays::stream)
                    .filter(value -> value != Math.rint(value))
                    .findFirst()
                    .orElse(0);
            throw Problem.input(Texts.of("results.importMatrix.error.neither", file, Double.toString(wrong)));
        }
        for (int row = 0; row < sums.length; row++) {
            if (!samples.isEmpty() && samples.get(row) != sums[row]) {
                throw Problem.input(Texts.of(
                        "results.importMatrix.error.otherSamples",
                        file,
                        labels.name(row),
                        Numbers.fixed(sums[row], 0),
                        samples.get(row)));
            }
        }
        double most = Arrays.stream(sums).sum();
        if (!(most >= 1 && most <= MAX_SAMPLES)) {
            throw Problem.input(Texts.of("results.importMatrix.error.sampleCount", file, Numbers.fixed(most, 0)));
        }
        return Arrays.stream(values)
                .map(row -> Arrays.stream(row).mapToLong(value -> (long) value).toArray())
                .toArray(long[][]::new);
    }

    /** Shares of all samples: only their total has to match. */
    private long[][] ofAll(List<Long> samples, double scale) {
        if (samples.isEmpty()) {
            throw Problem.input(
                    Texts.of("results.importMatrix.error.sharesOfAll", file, scale == 1 ? "1" : "100", order()));
        }
        long[][] counts = new long[values.length][];
        for (int row = 0; row < values.length; row++) {
            counts[row] = rounded(values[row], Arrays.stream(values[row]).sum(), samples.get(row));
        }
        return counts;
    }

    private boolean byColumn() {
        double[] sums = IntStream.range(0, values.length)
                .mapToDouble(column ->
                        Arrays.stream(values).mapToDouble(row -> row[column]).sum())
                .toArray();
        return near(sums, 1) || near(sums, HUNDRED);
    }

    /** Whether all non-zero sums are about 1 or 100. */
    private boolean near(double[] sums, double whole) {
        return Arrays.stream(sums).anyMatch(sum -> sum > 0)
                && Arrays.stream(sums).allMatch(sum -> sum == 0 || isNear(sum, whole, sums.length));
    }

    private boolean isNear(double sum, double whole, int terms) {
        return Math.abs(sum - whole) <= Math.max(0.005 * whole, ImportNumbers.tolerance(terms, decimals));
    }

    /** Integers in these proportions with sum {@code samples}, by the largest remainder method. */
    private static long[] rounded(double[] row, double sum, long samples) {
        long[] counts = new long[row.length];
        double[] exact = Arrays.stream(row)
                .map(value -> sum == 0 ? 0 : value / sum * samples)
                .toArray();
        long left = sum == 0 ? 0 : samples;
        for (int i = 0; i < row.length; i++) {
            counts[i] = (long) Math.floor(exact[i] + 1e-9);
            left -= counts[i];
        }
        List<Integer> byRemainder = IntStream.range(0, row.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> counts[i] - exact[i]))
                .toList();
        for (int i = 0; i < left; i++) {
            counts[byRemainder.get(i % row.length)]++;
        }
        return counts;
    }
}
