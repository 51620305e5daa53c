package org.maferstudio.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.results.PartiallyRead;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Experiments that were evaluated on the same split, for figures and comparisons.
 *
 * @param experiments at least one
 * @param names one per experiment for legends, all different
 * @param split {@code train}, {@code validation} or {@code test}
 */
public record EvaluatedExperiments(List<Experiment> experiments, List<String> names, String split) {
    /** Order of preference of splits. */
    public static final List<String> PREFERRED_SPLITS = List.of("test", "validation", "train");

    private static final int MOST_TOLD = 3;

    public EvaluatedExperiments {
        experiments = List.copyOf(experiments);
        names = List.copyOf(names);
    }

    /**
     * Uses the given split, or the first of test, validation and train on which all experiments have predictions.
     *
     * @throws Problem if an experiment has none
     */
    public static EvaluatedExperiments of(List<Experiment> experiments, Optional<String> split) {
        String chosen = split.orElseGet(() -> PREFERRED_SPLITS.stream()
                .filter(each -> experiments.stream()
                        .allMatch(experiment -> splits(experiment).contains(each)))
                .findFirst()
                .orElseThrow(() -> noSplit(experiments)));
        return new EvaluatedExperiments(experiments, names(experiments), chosen);
    }

    private static Problem noSplit(List<Experiment> experiments) {
        for (Experiment experiment : experiments) {
            if (splits(experiment).isEmpty() && Series.of(experiment).isPresent()) {
                return Problem.input(Texts.of("experiment.evaluated.error.series", experiment));
            }
            if (splits(experiment).isEmpty()) {
                return Problem.input(Texts.of(
                        "experiment.evaluated.error.noPredictions",
                        experiment,
                        experiment.advice("mafer evaluate " + experiment)));
            }
        }
        return Problem.input(Texts.of(
                "experiment.evaluated.error.noCommonSplit",
                experiments.get(0).advice("mafer evaluate " + experiments.get(0) + " --split test")));
    }

    /** The splits on which an experiment has predictions. */
    public static Set<String> splits(Experiment experiment) {
        return experiment.predictionFiles().stream()
                .map(file -> PredictionsFile.split(file.getFileName().toString()))
                .collect(Collectors.toSet());
    }

    /** The resolutions at which an experiment has predictions on a split; native first, then from many pixels to few. */
    public static List<Resolution> resolutions(Experiment experiment, String split) {
        return experiment.predictionFiles().stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(name -> PredictionsFile.split(name).equals(split))
                .map(PredictionsFile::resolution)
                .sorted()
                .toList();
    }

    /** The resolutions at which all experiments have predictions; native first, then from many pixels to few. */
    public List<Resolution> resolutions() {
        return resolutions(experiments.get(0), split).stream()
                .filter(resolution -> experiments.stream()
                        .allMatch(each -> resolutions(each, split).contains(resolution)))
                .toList();
    }

    /** The names of the recipes, or of the folders if two recipes have the same name. */
    public static List<String> names(List<Experiment> experiments) {
        List<String> names = experiments.stream()
                .map(experiment -> experiment.manifest().recipe().name())
                .toList();
        if (new HashSet<>(names).size() == names.size()) {
            return names;
        }
        return experiments.stream().map(Experiment::id).toList();
    }

    /**
     * The predictions of one experiment; of a damaged file, the rows that can be read. {@link #skippedRows()} lists the
     * others.
     *
     * @throws Problem if there are none at this resolution, or nothing can be read
     */
    public Predictions predictions(int index, Resolution resolution) {
        return read(index, resolution).predictions();
    }

    PartiallyRead read(int index, Resolution resolution) {
        return experiments.get(index).readPartially(split, resolution);
    }

    /** Descriptions of skipped rows, one sentence per file; empty if everything was read. */
    public List<String> skippedRows() {
        return skippedRows((index, resolution) -> read(index, resolution).skippedRows());
    }

    /**
     * The same.
     *
     * @param skipped in one file
     */
    List<String> skippedRows(BiFunction<Integer, Resolution, List<String>> skipped) {
        List<String> losses = new ArrayList<>();
        for (int i = 0; i < experiments.size(); i++) {
            for (Resolution resolution : resolutions(experiments.get(i), split)) {
                List<String> lost = lost(skipped, i, resolution);
                if (!lost.isEmpty()) {
                    List<String> shown = new ArrayList<>(lost.subList(0, Math.min(MOST_TOLD, lost.size())));
                    if (lost.size() > MOST_TOLD) {
                        shown.add(Texts.of("report.skippedRows.more", lost.size() - MOST_TOLD));
                    }
                    losses.add(Texts.of(
                            "report.skippedRows.sentence",
                            PredictionsFile.name(split, resolution),
                            names.get(i),
                            String.join("; ", shown)));
                }
            }
        }
        return losses;
    }

    private static List<String> lost(
            BiFunction<Integer, Resolution, List<String>> skipped, int index, Resolution resolution) {
        try {
            return skipped.apply(index, resolution);
        } catch (Problem e) {
            return List.of(e.getMessage());
        }
    }

    /**
     * The resolution sweep of one experiment.
     *
     * @throws Problem if its predictions are inconsistent
     */
    public ResolutionSweep sweep(int index) {
        return sweep(index, resolution -> predictions(index, resolution));
    }

    ResolutionSweep sweep(int index, Function<Resolution, Predictions> read) {
        Experiment experiment = experiments.get(index);
        List<Resolution> all = resolutions(experiment, split);
        if (all.isEmpty()) {
            throw Problem.input(Texts.of(
                    "experiment.evaluated.error.noPredictionsOnSplit",
                    experiment,
                    split,
                    experiment.advice("mafer evaluate " + experiment + " --split " + split)));
        }
        try {
            return ResolutionSweep.of(all, read);
        } catch (IllegalArgumentException e) {
            throw Problem.input(Texts.of("experiment.evaluated.error.differentClasses", experiment, split), e);
        }
    }
}
