package org.maferstudio.series;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.datasets.Fold;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.RunStatus;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;

/**
 * What the folder of a run says about it.
 *
 * @param run as planned
 * @param folder which exists once the run has started
 * @param status as its experiment records it; {@link RunStatus#NEW} before it has started
 * @param epoch the current or last epoch; 0 before the first
 * @param problem why it failed; empty otherwise
 * @param measures on the split that was read, 0 to 1: {@code accuracy}, {@code mean_class_accuracy}, {@code macro_f1} at
 *     native resolution, and {@code accuracy@16} and so on at lower ones; empty until the run is finished
 */
public record RunOutcome(
        SeriesRun run, Path folder, RunStatus status, int epoch, String problem, Map<String, Double> measures) {
    /** The measure that selects the best setting unless another is asked for. */
    public static final String ACCURACY = "accuracy";

    /** The names of the measures at native resolution. */
    public static final List<String> MEASURES = List.of(ACCURACY, "mean_class_accuracy", "macro_f1");

    /** Reads all runs of a series on the validation split, in order. */
    public static List<RunOutcome> all(Series series) {
        return series.runs().parallelStream()
                .map(run -> of(run, series.folder(run), Sample.VALIDATION))
                .toList();
    }

    /** Reads all runs of a series without their measures, in order. */
    public static List<RunOutcome> states(Series series) {
        return series.runs().parallelStream()
                .map(run -> state(run, series.folder(run)))
                .toList();
    }

    /** Reads one run with its measures on a split. */
    static RunOutcome of(SeriesRun run, Path folder, String split) {
        return read(run, folder, Optional.of(split));
    }

    /** A run that has not started. */
    static RunOutcome planned(SeriesRun run) {
        return planned(run, Path.of(run.name()));
    }

    private static RunOutcome planned(SeriesRun run, Path folder) {
        return new RunOutcome(run, folder, RunStatus.NEW, 0, "", Map.of());
    }

    /** Reads one run without its measures. */
    static RunOutcome state(SeriesRun run, Path folder) {
        return read(run, folder, Optional.empty());
    }

    private static RunOutcome read(SeriesRun run, Path folder, Optional<String> split) {
        if (!Experiment.isExperiment(folder)) {
            return planned(run, folder);
        }
        Experiment experiment = Experiment.open(folder);
        ExperimentManifest manifest = experiment.outline();
        ExperimentManifest.State state = manifest.state();
        return new RunOutcome(
                run,
                folder,
                experiment.status(manifest),
                state.epoch(),
                state.problem(),
                state.status() == RunStatus.FINISHED
                        ? split.map(on -> measures(experiment, manifest, on)).orElse(Map.of())
                        : Map.of());
    }

    /** The same outcome of a run whose plan was read again. */
    RunOutcome of(SeriesRun planned) {
        return new RunOutcome(planned, folder, status, epoch, problem, measures);
    }

    RunOutcome because(String reason) {
        return new RunOutcome(run, folder, status, epoch, reason, measures);
    }

    /** The measures of an experiment on a split. */
    static Map<String, Double> measures(Experiment experiment, String split) {
        return measures(experiment, experiment.outline(), split);
    }

    private static Map<String, Double> measures(Experiment experiment, ExperimentManifest manifest, String split) {
        Map<String, Double> measures = new LinkedHashMap<>();
        for (Resolution resolution : EvaluatedExperiments.resolutions(experiment, split)) {
            Scores scores = Scores.of(experiment.predictions(manifest, split, resolution));
            if (resolution.isNative()) {
                measures.put(ACCURACY, scores.accuracy());
                measures.put("mean_class_accuracy", scores.meanClassAccuracy());
                measures.put("macro_f1", scores.macroF1());
            } else {
                measures.put(accuracyAt(resolution), scores.accuracy());
            }
        }
        return measures;
    }

    /** The name of the accuracy at a resolution, such as {@code accuracy@16}; {@link #ACCURACY} at native. */
    static String accuracyAt(Resolution resolution) {
        return resolution.isNative() ? ACCURACY : ACCURACY + "@" + resolution.id();
    }

    /** The seed of the run. */
    public long seed() {
        return run.recipe().course().seed();
    }

    /** The number of the run's fold; empty without folds. */
    public Optional<Integer> fold() {
        return run.recipe().dataset().fold().map(Fold::number);
    }

    /** Whether there is nothing left to do. */
    public boolean isFinished() {
        return status == RunStatus.FINISHED;
    }

    /** The share of its epochs that it has done, 0 to 1. */
    public double fraction() {
        return fractionOf(0);
    }

    /** The share of the first epochs that it has done, 0 to 1; 0 for all of them. */
    double fractionOf(int epochs) {
        int all = epochs > 0 ? epochs : run.recipe().course().epochs();
        // The epoch that is being trained is half done on average.
        double done = status.isActive() ? Math.max(0, epoch - 0.5) : epoch;
        return isFinished() ? 1 : Math.min(1, done / all);
    }
}
