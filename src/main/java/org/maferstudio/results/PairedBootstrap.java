package org.maferstudio.results;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Bootstrap interval of the difference of two accuracies.
 *
 * <p>If groups are known (the person, the video), whole groups are resampled, because images of one person are not
 * independent; a sample without a group is resampled individually. With a single group nothing is known.
 *
 * @param interval the 95 % percentile interval of accuracy of the second minus the first, -1 to 1
 * @param byGroup whether groups were resampled instead of samples
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron 1979</a>
 */
public record PairedBootstrap(Interval interval, boolean byGroup) {
    /**
     * Computes the interval from {@code draws} resamples; the same seed gives the same interval.
     *
     * @param draws at least 100
     */
    public static PairedBootstrap of(PairedPredictions paired, int draws, long seed) {
        if (draws < 100) {
            throw new IllegalArgumentException("an interval needs at least 100 draws, got " + draws);
        }
        boolean grouped = Dependence.of(paired) == Dependence.GROUPED;
        Unit[] units = grouped ? groups(paired) : samples(paired);
        if (grouped && units.length < 2) {
            return new PairedBootstrap(new Interval(-1, 1), true);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] differences = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            long difference = 0;
            long n = 0;
            for (int i = 0; i < units.length; i++) {
                Unit unit = units[random.nextInt(units.length)];
                difference += unit.difference();
                n += unit.n();
            }
            differences[draw] = (double) difference / n;
        }
        Arrays.sort(differences);
        return new PairedBootstrap(
                new Interval(Quantile.of(differences, 0.025), Quantile.of(differences, 0.975)), grouped);
    }

    /** One group: the number of samples, and how many more the second predicts correctly than the first. */
    private record Unit(int n, int difference) {
        static Unit of(PairedPredictions.Pair pair) {
            return new Unit(1, (pair.correctB() ? 1 : 0) - (pair.correctA() ? 1 : 0));
        }

        Unit plus(Unit other) {
            return new Unit(n + other.n, difference + other.difference);
        }
    }

    private static Unit[] samples(PairedPredictions paired) {
        return paired.pairs().stream().map(Unit::of).toArray(Unit[]::new);
    }

    private static Unit[] groups(PairedPredictions paired) {
        Map<String, Unit> groups = new TreeMap<>();
        paired.pairs().forEach(pair -> groups.merge(pair.unit(), Unit.of(pair), Unit::plus));
        return groups.values().toArray(new Unit[0]);
    }
}
