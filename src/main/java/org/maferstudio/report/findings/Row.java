package org.maferstudio.report.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.maferstudio.results.Interval;
import org.maferstudio.results.PairedBootstrap;
import org.maferstudio.results.PairedPredictions;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.Scores;
import org.maferstudio.results.Spread;

/**
 * The settings under one condition, such as a resolution.
 *
 * @param condition such as {@code 12 px}
 * @param cells one per setting; empty where its first run was not evaluated
 */
record Row(String condition, List<Optional<Cell>> cells) {
    private static final int DRAWS = 2000;
    private static final long SEED = 17;

    /**
     * The runs of a setting.
     *
     * @param value over the runs
     * @param difference from the first setting; empty for the first itself, and for measures that are not compared
     */
    record Cell(Spread value, Optional<Difference> difference) {}

    /**
     * How much more accurate a setting is than the first one.
     *
     * @param mean accuracy minus that of the first, -1 to 1
     * @param interval of 95 %
     * @param runs over whose pairs the interval is; 1 if it is over the images of one run each
     */
    record Difference(double mean, Interval interval, int runs) {
        boolean isTold() {
            return !interval.contains(0);
        }
    }

    Row {
        cells = List.copyOf(cells);
    }

    /** The accuracies of settings and their differences from the first; one list of predictions per setting. */
    static Row accuracies(String condition, List<List<Predictions>> settings) {
        List<Predictions> first = settings.get(0);
        return of(
                condition,
                settings,
                predictions -> Scores.of(predictions).accuracy(),
                setting -> setting == 0 || first.isEmpty()
                        ? Optional.empty()
                        : Optional.of(difference(first, settings.get(setting))));
    }

    /** Another measure of settings. */
    static Row of(String condition, List<List<Predictions>> settings, ToDoubleFunction<Predictions> measure) {
        return of(condition, settings, measure, setting -> Optional.empty());
    }

    private static Row of(
            String condition,
            List<List<Predictions>> settings,
            ToDoubleFunction<Predictions> measure,
            IntFunction<Optional<Difference>> difference) {
        return new Row(
                condition,
                IntStream.range(0, settings.size())
                        .mapToObj(setting -> settings.get(setting).isEmpty()
                                ? Optional.<Cell>empty()
                                : Optional.of(
                                        new Cell(spread(settings.get(setting), measure), difference.apply(setting))))
                        .toList());
    }

    private static Spread spread(List<Predictions> runs, ToDoubleFunction<Predictions> measure) {
        return new Spread(runs.stream().mapToDouble(measure).boxed().toList());
    }

    /** Over pairs of runs where there are several; otherwise over the images of the first of each. */
    private static Difference difference(List<Predictions> first, List<Predictions> other) {
        int pairs = Math.min(first.size(), other.size());
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            differences.add(
                    Scores.of(other.get(i)).accuracy() - Scores.of(first.get(i)).accuracy());
        }
        Spread spread = new Spread(differences);
        return spread.interval()
                .map(interval -> new Difference(spread.mean(), interval, pairs))
                .orElseGet(() -> new Difference(
                        spread.mean(),
                        PairedBootstrap.of(PairedPredictions.of(first.get(0), other.get(0)), DRAWS, SEED)
                                .interval(),
                        1));
    }
}
