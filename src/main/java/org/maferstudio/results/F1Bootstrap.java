package org.maferstudio.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * From where to where the F1 of each class lies, by drawing the samples again and again; whole groups where every sample
 * has one, since pictures of one person are not independent.
 *
 * @param intervals the 95 % percentile intervals, 0 to 1, one a class in the label set's order
 * @param byGroup whether groups were drawn instead of samples
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron 1979</a>
 */
public record F1Bootstrap(List<Interval> intervals, boolean byGroup) {
    public F1Bootstrap {
        intervals = List.copyOf(intervals);
    }

    /**
     * Draws {@code draws} times; the same seed gives the same intervals.
     *
     * @param predictions of at least one sample, and not of {@link org.maferstudio.expression.LabelSet#isMany many}
     *     classes
     * @param draws at least 100
     */
    public static F1Bootstrap of(Predictions predictions, int draws, long seed) {
        if (draws < 100 || predictions.rows().isEmpty() || predictions.labels().isMany()) {
            throw new IllegalArgumentException("intervals need samples of few classes and at least 100 draws, got "
                    + predictions.rows().size() + " of " + predictions.labels().size() + " and " + draws);
        }
        boolean grouped =
                predictions.rows().stream().noneMatch(row -> row.group().isEmpty());
        int[][] units = units(predictions, grouped);
        int classes = predictions.labels().size();
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[classes][draws];
        for (int draw = 0; draw < draws; draw++) {
            long[] cells = new long[classes * classes];
            for (int i = 0; i < units.length; i++) {
                for (int cell : units[random.nextInt(units.length)]) {
                    cells[cell]++;
                }
            }
            for (int label = 0; label < classes; label++) {
                values[label][draw] = f1(cells, classes, label);
            }
        }
        List<Interval> intervals = new ArrayList<>();
        for (double[] each : values) {
            Arrays.sort(each);
            intervals.add(new Interval(Quantile.of(each, 0.025), Quantile.of(each, 0.975)));
        }
        return new F1Bootstrap(intervals, grouped);
    }

    /** What is drawn as a whole: the cell of the matrix, row by row, of each sample in it. */
    private static int[][] units(Predictions predictions, boolean grouped) {
        int classes = predictions.labels().size();
        Map<String, List<Integer>> units = new TreeMap<>();
        int place = 0;
        for (Prediction row : predictions.rows()) {
            units.computeIfAbsent(grouped ? row.group() : Integer.toString(place++), name -> new ArrayList<>())
                    .add(row.label() * classes + row.predicted());
        }
        return units.values().stream()
                .map(cells -> cells.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static double f1(long[] cells, int classes, int label) {
        long n = 0;
        long called = 0;
        for (int other = 0; other < classes; other++) {
            n += cells[label * classes + other];
            called += cells[other * classes + label];
        }
        return n + called == 0 ? 0 : 2.0 * cells[label * classes + label] / (n + called);
    }
}
