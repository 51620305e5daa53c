package org.maferstudio.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Measures of one value with their bootstrap intervals. Whole groups are resampled if they are known, as in {@link
 * ScoreBootstrap}.
 */
final class ValueBootstrap {
    private static final long SEED = 17;
    private static final int MOST_DRAWS = 2000;
    private static final int LEAST_DRAWS = 200;
    /** The intervals of many samples are narrow, and fewer draws suffice. */
    private static final int MOST_UNITS_DRAWN = 20_000_000;

    private final Moments all;
    private final List<Moments> draws;
    private final Dependence dependence;

    private ValueBootstrap(Moments all, List<Moments> draws, Dependence dependence) {
        this.all = all;
        this.draws = draws;
        this.dependence = dependence;
    }

    /**
     * Resamples the samples that have a label and a prediction of a value.
     *
     * @param value its place in {@link Predictions#valueNames}
     */
    static ValueBootstrap of(Predictions predictions, int value) {
        List<Prediction> known = predictions.rows().stream()
                .filter(row -> Float.isFinite(row.values().labels()[value])
                        && Float.isFinite(row.values().predicted()[value]))
                .toList();
        Dependence dependence = Dependence.of(predictions);
        if (known.isEmpty()) {
            return new ValueBootstrap(new Moments(0, 0), List.of(), dependence);
        }
        SampleValues first = known.get(0).values();
        Moments none = new Moments(first.labels()[value], first.predicted()[value]);
        Map<String, Moments> groups = new TreeMap<>();
        List<Moments> units = new ArrayList<>();
        Moments all = none.empty();
        for (Prediction row : known) {
            Moments unit = none.empty();
            if (dependence == Dependence.GROUPED) {
                unit = groups.computeIfAbsent(Dependence.unit(row.group(), row.sample()), name -> none.empty());
            } else {
                units.add(unit);
            }
            float label = row.values().labels()[value];
            float predicted = row.values().predicted()[value];
            unit.add(label, predicted);
            all.add(label, predicted);
        }
        units.addAll(groups.values());
        return new ValueBootstrap(all, draws(units, none), dependence);
    }

    private static List<Moments> draws(List<Moments> units, Moments none) {
        if (units.size() < 2) {
            return List.of();
        }
        int count = Math.max(LEAST_DRAWS, Math.min(MOST_DRAWS, MOST_UNITS_DRAWN / units.size()));
        SplittableRandom random = new SplittableRandom(SEED);
        List<Moments> draws = new ArrayList<>(count);
        for (int draw = 0; draw < count; draw++) {
            Moments sum = none.empty();
            for (int i = 0; i < units.size(); i++) {
                sum.add(units.get(random.nextInt(units.size())));
            }
            draws.add(sum);
        }
        return draws;
    }

    /** The number of samples. */
    int n() {
        return all.n();
    }

    /** What was resampled. */
    Dependence dependence() {
        return dependence;
    }

    ValueScore.Estimate estimate(ToDoubleFunction<Moments> measure) {
        double[] values = draws.stream()
                .mapToDouble(measure)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double value = measure.applyAsDouble(all);
        boolean known = !Double.isNaN(value) && 2 * values.length > draws.size();
        return new ValueScore.Estimate(
                value,
                known
                        ? Optional.of(new Interval(Quantile.of(values, 0.025), Quantile.of(values, 0.975)))
                        : Optional.empty());
    }
}
