package org.maferstudio.series;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.datasets.Fold;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.RunStatus;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
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
 * @param measures on the validation split, 0 to 1: {@code accuracy}, {@code mean_class_accuracy}, {@code macro_f1} at
 *     native resolution, and {@code accuracy@16} and so on at lower ones; empty until the run is finished
 */
public record RunOutcome(
        SeriesRun run, Path folder, RunStatus status, int epoch, String problem, Map<String, Double> measures) {
    /** The measure that selects the best setting unless another is asked for. */
    public static final String ACCURACY = "accuracy";

    /** The names of the measures at native resolution. */
    public static final List<String> MEASURES = List.of(ACCURACY, "mean_class_accuracy", "macro_f1");

    /** Reads all runs of a series, in order. */
    public static List<RunOutcome> all(Series series) {
        return series.runs().parallelStream()
                .map(run -> of(run, series.folder(run)))
                .toList();
    }

    private static RunOutcome of(SeriesRun run, Path folder) {
        RunOutcome state = state(run, folder);
        return state.isFinished() ? state.with(measures(Experiment.open(folder), Sample.VALIDATION)) : state;
    }

    /** Reads one run without its measures. */
    static RunOutcome state(SeriesRun run, Path folder) {
        if (!Experiment.isExperiment(folder)) {
            return new RunOutcome(run, folder, RunStatus.NEW, 0, "", Map.of());
        }
        Experiment experiment = Experiment.open(folder);
        ExperimentManifest.State state = experiment.manifest().state();
        RunStatus status = state.status() == RunStatus.RUNNING ? experiment.status() : state.status();
        return new RunOutcome(run, folder, status, state.epoch(), state.problem(), Map.of());
    }

    private RunOutcome with(Map<String, Double> known) {
        return new RunOutcome(run, folder, status, epoch, problem, known);
    }

    /** The measures of an experiment on a split. */
    static Map<String, Double> measures(Experiment experiment, String split) {
        Map<String, Double> measures = new LinkedHashMap<>();
        experiment.predictionFiles().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> PredictionsFile.split(name).equals(split))
                .map(PredictionsFile::resolution)
                .sorted(Comparator.comparing((Resolution at) -> !at.isNative()).thenComparing(at -> at))
                .forEach(resolution -> {
                    Predictions predictions = experiment.predictions(split, resolution);
                    Scores scores = Scores.of(predictions);
                    if (resolution.isNative()) {
                        measures.put(ACCURACY, scores.accuracy());
                        measures.put("mean_class_accuracy", scores.meanClassAccuracy());
                        measures.put("macro_f1", scores.macroF1());
                    } else {
                        measures.put("accuracy@" + resolution.id(), scores.accuracy());
                    }
                });
        return measures;
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
        return isFinished()
                ? 1
                : Math.min(1, epoch / (double) run.recipe().course().epochs());
    }
}
