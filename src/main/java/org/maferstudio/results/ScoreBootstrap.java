package org.maferstudio.results;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Bootstrap intervals of accuracy and mean class accuracy. Whole groups are resampled if they are known, because images
 * of one person are not independent; a sample without a group is resampled individually. With a single group the
 * intervals are 0 to 1.
 *
 * @param accuracy its 95 % percentile interval, 0 to 1
 * @param meanClassAccuracy likewise
 * @param byGroup whether groups were resampled instead of samples
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron 1979</a>
 */
public record ScoreBootstrap(Interval accuracy, Interval meanClassAccuracy, boolean byGroup) {
    /**
     * Computes intervals from {@code draws} resamples; the same seed gives the same intervals.
     *
     * @param predictions of at least one sample
     * @param draws at least 100
     */
    public static ScoreBootstrap of(Predictions predictions, int draws, long seed) {
        if (draws < 100 || predictions.rows().isEmpty()) {
            throw new IllegalArgumentException("an interval needs samples and at least 100 draws, got "
                    + predictions.rows().size() + " and " + draws);
        }
        boolean grouped = Dependence.of(predictions) == Dependence.GROUPED;
        long[][] units = units(predictions, grouped);
        if (grouped && units.length < 2) {
            return new ScoreBootstrap(Interval.SHARE, Interval.SHARE, true);
        }
        int classes = predictions.labels().size();
        SplittableRandom random = new SplittableRandom(seed);
        double[] accuracies = new double[draws];
        double[] means = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            long[] sum = new long[2 * classes];
            for (int i = 0; i < units.length; i++) {
                add(sum, units[random.nextInt(units.length)]);
            }
            accuracies[draw] = accuracy(sum);
            means[draw] = meanClassAccuracy(sum);
        }
        return new ScoreBootstrap(interval(accuracies), interval(means), grouped);
    }

    /** One group: for class i, the number of samples at 2 i and of correct ones at 2 i + 1. */
    private static long[][] units(Predictions predictions, boolean grouped) {
        Map<String, long[]> units = new TreeMap<>();
        int place = 0;
        for (Prediction row : predictions.rows()) {
            long[] unit = units.computeIfAbsent(
                    grouped ? Dependence.unit(row.group(), row.sample()) : Integer.toString(place++),
                    name -> new long[2 * predictions.labels().size()]);
            unit[2 * row.label()]++;
            unit[2 * row.label() + 1] += row.correct() ? 1 : 0;
        }
        return units.values().toArray(new long[0][]);
    }

    private static void add(long[] sum, long[] unit) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += unit[i];
        }
    }

    private static double accuracy(long[] sum) {
        long n = 0;
        long correct = 0;
        for (int i = 0; i < sum.length; i += 2) {
            n += sum[i];
            correct += sum[i + 1];
        }
        return (double) correct / n;
    }

    private static double meanClassAccuracy(long[] sum) {
        double recalls = 0;
        int classes = 0;
        for (int i = 0; i < sum.length; i += 2) {
            if (sum[i] > 0) {
                recalls += (double) sum[i + 1] / sum[i];
                classes++;
            }
        }
        return recalls / classes;
    }

    private static Interval interval(double[] values) {
        Arrays.sort(values);
        return new Interval(Quantile.of(values, 0.025), Quantile.of(values, 0.975));
    }
}
