package org.maferstudio.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Bootstrap intervals of recall, precision and F1 of each class. Whole groups are resampled if they are known; with a
 * single group the intervals are 0 to 1.
 *
 * @param recalls the 95 % percentile intervals, 0 to 1, one per class in the label set's order; 0 to 1 for a class that
 *     is in no resample
 * @param precisions likewise
 * @param f1 likewise
 * @param dependence whether groups were resampled instead of samples
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron 1979</a>
 */
public record ClassBootstrap(
        List<Interval> recalls, List<Interval> precisions, List<Interval> f1, Dependence dependence) {
    public ClassBootstrap {
        recalls = List.copyOf(recalls);
        precisions = List.copyOf(precisions);
        f1 = List.copyOf(f1);
    }

    /**
     * Computes intervals from {@code draws} resamples; the same seed gives the same intervals.
     *
     * @param predictions of at least one sample, and not of {@link org.maferstudio.expression.LabelSet#isMany many}
     *     classes
     * @param draws at least 100
     */
    public static ClassBootstrap of(Predictions predictions, int draws, long seed) {
        if (draws < 100 || predictions.rows().isEmpty() || predictions.labels().isMany()) {
            throw new IllegalArgumentException("intervals need samples of few classes and at least 100 draws, got "
                    + predictions.rows().size() + " of " + predictions.labels().size() + " and " + draws);
        }
        Dependence dependence = Dependence.of(predictions);
        int[][] units = units(predictions, dependence == Dependence.GROUPED);
        int classes = predictions.labels().size();
        if (dependence == Dependence.GROUPED && units.length < 2) {
            List<Interval> unknown = Collections.nCopies(classes, Interval.SHARE);
            return new ClassBootstrap(unknown, unknown, unknown, dependence);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] recalls = new double[classes][draws];
        double[][] precisions = new double[classes][draws];
        double[][] f1 = new double[classes][draws];
        for (int draw = 0; draw < draws; draw++) {
            long[] cells = new long[classes * classes];
            for (int i = 0; i < units.length; i++) {
                for (int cell : units[random.nextInt(units.length)]) {
                    cells[cell]++;
                }
            }
            for (int label = 0; label < classes; label++) {
                long n = 0;
                long called = 0;
                for (int other = 0; other < classes; other++) {
                    n += cells[label * classes + other];
                    called += cells[other * classes + label];
                }
                double correct = cells[label * classes + label];
                recalls[label][draw] = correct / n;
                precisions[label][draw] = correct / called;
                f1[label][draw] = n + called == 0 ? 0 : 2 * correct / (n + called);
            }
        }
        return new ClassBootstrap(intervals(recalls), intervals(precisions), intervals(f1), dependence);
    }

    /** A resampling unit: the cells of the matrix, row by row, of its samples. */
    private static int[][] units(Predictions predictions, boolean grouped) {
        int classes = predictions.labels().size();
        Map<String, List<Integer>> units = new TreeMap<>();
        int place = 0;
        for (Prediction row : predictions.rows()) {
            String unit = grouped ? Dependence.unit(row.group(), row.sample()) : Integer.toString(place++);
            units.computeIfAbsent(unit, name -> new ArrayList<>()).add(row.label() * classes + row.predicted());
        }
        return units.values().stream()
                .map(cells -> cells.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** A resample without samples of a class has no score for it. */
    private static List<Interval> intervals(double[][] draws) {
        List<Interval> intervals = new ArrayList<>();
        for (double[] each : draws) {
            double[] known = Arrays.stream(each)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            intervals.add(
                    known.length == 0
                            ? Interval.SHARE
                            : new Interval(Quantile.of(known, 0.025), Quantile.of(known, 0.975)));
        }
        return intervals;
    }
}
