package org.maferstudio.series;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.recipe.NetworkConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.training.TrainingForecast;

/**
 * How long runs take together.
 *
 * @param runs number of runs that are not finished
 * @param seconds from start to end; NaN if unknown
 * @param source what it is estimated from
 */
public record SeriesEstimate(int runs, double seconds, Source source) {
    /** What an estimate is based on. */
    public enum Source {
        /** Finished runs of the same network on the same dataset. */
        FINISHED_RUNS,
        /** The speed of the network on this computer. */
        MEASURED_SPEED,
        UNKNOWN
    }

    /**
     * What the time of a run depends on, besides the number of its epochs.
     *
     * @param images of an epoch's training
     */
    private record Kind(NetworkConfig network, int threads, List<String> images, int batch) {
        static Kind of(Recipe recipe) {
            return new Kind(
                    recipe.network(),
                    recipe.machine().threadsHere(),
                    recipe.dataset().paths(),
                    recipe.course().batch());
        }
    }

    /**
     * Estimates from finished runs; unknown unless there is one of each kind.
     *
     * @param all outcomes of the series
     * @param atOnce number of runs at the same time
     */
    public static SeriesEstimate fromFinished(List<RunOutcome> all, int atOnce) {
        Map<Kind, Double> perEpoch = new HashMap<>();
        all.stream().filter(RunOutcome::isFinished).forEach(outcome -> secondsPerEpoch(outcome)
                .ifPresent(seconds -> perEpoch.put(Kind.of(outcome.run().recipe()), seconds)));
        return together(
                all,
                atOnce,
                recipe -> perEpoch.getOrDefault(Kind.of(recipe), Double.NaN)
                        * recipe.course().epochs(),
                Source.FINISHED_RUNS);
    }

    private static Optional<Double> secondsPerEpoch(RunOutcome outcome) {
        List<HistoryRow> rows = Experiment.open(outcome.folder()).history().rows();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.get(rows.size() - 1).seconds()
                        / rows.get(rows.size() - 1).epoch());
    }

    /**
     * Estimates from the speed of each network.
     *
     * @param all outcomes of the series
     * @param atOnce number of runs at the same time
     * @param loads the sizes of the datasets
     * @param imagesPerSecond of inference with a recipe's network, device and threads on this computer
     */
    public static SeriesEstimate fromSpeed(
            List<RunOutcome> all,
            int atOnce,
            Map<DatasetSource, TrainingForecast.Load> loads,
            ToDoubleFunction<Recipe> imagesPerSecond) {
        Map<Kind, Double> speeds = new HashMap<>();
        return together(
                all,
                atOnce,
                recipe -> {
                    TrainingForecast.Load load = loads.get(recipe.dataset());
                    return load == null
                            ? Double.NaN
                            : TrainingForecast.of(
                                            recipe,
                                            load,
                                            speeds.computeIfAbsent(
                                                    Kind.of(recipe), kind -> imagesPerSecond.applyAsDouble(recipe)))
                                    .seconds();
                },
                Source.MEASURED_SPEED);
    }

    /**
     * Estimates planned runs from the time of each.
     *
     * @param atOnce number of runs at the same time
     * @param seconds of a recipe's training alone on this computer; NaN if unknown
     */
    public static SeriesEstimate ofPlanned(List<SeriesRun> runs, int atOnce, ToDoubleFunction<Recipe> seconds) {
        return together(runs.stream().map(RunOutcome::planned).toList(), atOnce, seconds, Source.MEASURED_SPEED);
    }

    private static SeriesEstimate together(
            List<RunOutcome> all, int atOnce, ToDoubleFunction<Recipe> seconds, Source source) {
        double sum = 0;
        double longest = 0;
        int runs = 0;
        int threads = 1;
        for (RunOutcome outcome : all) {
            if (!outcome.isFinished()) {
                SeriesRun run = outcome.run();
                double each = (1 - outcome.fraction()) * seconds.applyAsDouble(run.recipe());
                sum += each;
                longest = Math.max(longest, each);
                threads = Math.max(threads, run.recipe().machine().threadsHere());
                runs++;
            }
        }
        int processors = Runtime.getRuntime().availableProcessors();
        int parallel = Math.max(1, Math.min(atOnce, processors / threads));
        double total = Math.max(sum / parallel, longest);
        return new SeriesEstimate(runs, total, Double.isNaN(total) ? Source.UNKNOWN : source);
    }
}
