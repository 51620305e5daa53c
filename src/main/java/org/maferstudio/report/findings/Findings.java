package org.maferstudio.report.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.experiment.CrossDatasetPredictions;
import org.maferstudio.experiment.DegradedPredictions;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.SplitDuplicates;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.report.figures.ResolutionBandsFigure;
import org.maferstudio.results.Calibration;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Settings of a training compared with the first of them, under all conditions for which there are predictions. Of two
 * settings with several runs each, runs at the same place are paired, so that intervals are about trainings; otherwise
 * they are about images.
 *
 * @param settings the first is what the others are compared with
 * @param split on which they were evaluated
 * @param images number of images of the split
 * @param labels the classes
 * @param accuracy by resolution, native first
 * @param withoutDuplicates the same without images that also occur in another split; empty if none are known, or
 *     training left them out
 * @param calibration the expected calibration error by resolution
 * @param degraded by kind of degradation and strength
 * @param elsewhere on other datasets, by dataset and resolution
 */
public record Findings(
        List<Setting> settings,
        String split,
        int images,
        LabelSet labels,
        Map<Resolution, Row> accuracy,
        List<Row> withoutDuplicates,
        List<Row> calibration,
        List<Row> degraded,
        List<Row> elsewhere) {
    private static final int BINS = 15;

    /** The largest number of lines in a figure. */
    private static final int LINES = 4;

    /**
     * Reads the predictions of settings.
     *
     * @param settings two or more
     * @param asked the split; empty for the first of test, validation and train that all have
     * @throws Problem if a run has no predictions, or runs cannot be paired
     */
    public static Findings of(List<Setting> settings, Optional<String> asked) {
        List<Experiment> all =
                settings.stream().flatMap(setting -> setting.runs().stream()).toList();
        settings.forEach(setting -> settings.get(0).checkPairs(setting));
        String split = EvaluatedExperiments.of(all, asked).split();
        Set<String> duplicates = areDuplicatesLeftOut(settings) ? Set.of() : duplicates(settings, split);
        Map<Resolution, Row> accuracy = new LinkedHashMap<>();
        List<Row> without = new ArrayList<>();
        List<Row> calibration = new ArrayList<>();
        Predictions one = null;
        for (Resolution resolution : resolutions(settings.get(0), split)) {
            String condition = resolution.title();
            List<List<Predictions>> read = read(
                    settings,
                    run -> EvaluatedExperiments.resolutions(run, split).contains(resolution)
                            ? Optional.of(run.predictions(split, resolution))
                            : Optional.empty());
            one = read.get(0).get(0);
            accuracy.put(resolution, Row.accuracies(condition, read));
            calibration.add(Row.of(
                    condition,
                    read,
                    each -> each.hasProbabilities() ? Calibration.of(each, BINS).expectedError() : Double.NaN));
            if (!duplicates.isEmpty()) {
                without.add(Row.accuracies(condition, without(read, duplicates)));
            }
        }
        return new Findings(
                settings,
                split,
                one.rows().size(),
                one.labels(),
                accuracy,
                without,
                calibration,
                degraded(settings, split),
                elsewhere(settings));
    }

    /** Those of the first setting, with which the others are compared. */
    private static List<Resolution> resolutions(Setting first, String split) {
        List<Resolution> common =
                new EvaluatedExperiments(first.runs(), EvaluatedExperiments.names(first.runs()), split).resolutions();
        if (common.isEmpty()) {
            throw Problem.input(Texts.of("report.findings.error.noResolution", first.name(), split));
        }
        return common;
    }

    /** The predictions of each setting's first runs, up to the first that has none, so that pairs stay pairs. */
    private static List<List<Predictions>> read(
            List<Setting> settings, Function<Experiment, Optional<Predictions>> reader) {
        return settings.stream()
                .map(setting -> setting.runs().stream()
                        .map(reader)
                        .takeWhile(Optional::isPresent)
                        .flatMap(Optional::stream)
                        .toList())
                .toList();
    }

    private static List<List<Predictions>> without(List<List<Predictions>> read, Set<String> duplicates) {
        return read.stream()
                .map(runs -> runs.stream().map(run -> run.without(duplicates)).toList())
                .toList();
    }

    /** Whether every training left out images that also occur in another split. */
    boolean areDuplicatesLeftOut() {
        return areDuplicatesLeftOut(settings);
    }

    private static boolean areDuplicatesLeftOut(List<Setting> settings) {
        List<ExperimentManifest> trained =
                settings.stream().flatMap(setting -> setting.trained().stream()).toList();
        return !trained.isEmpty()
                && trained.stream()
                        .allMatch(manifest -> manifest.recipe().dataset().leaveOutDuplicates());
    }

    /** Those of the first run that knows them. */
    private static Set<String> duplicates(List<Setting> settings, String split) {
        return settings.stream()
                .flatMap(setting -> setting.runs().stream())
                .map(SplitDuplicates::read)
                .flatMap(Optional::stream)
                .findFirst()
                .map(found -> found.getOrDefault(split, Set.of()))
                .orElse(Set.of());
    }

    private static List<Row> degraded(List<Setting> settings, String split) {
        Experiment first = settings.get(0).runs().get(0);
        List<Row> rows = new ArrayList<>();
        for (Degradation degradation :
                new DegradedPredictions(first, Optional.empty()).files(split).keySet()) {
            List<List<Predictions>> read =
                    read(settings, run -> new DegradedPredictions(run, Optional.empty()).read(split, degradation));
            rows.add(Row.accuracies(degradation.title(), read));
        }
        return rows;
    }

    private static List<Row> elsewhere(List<Setting> settings) {
        Experiment first = settings.get(0).runs().get(0);
        List<Row> rows = new ArrayList<>();
        for (String dataset : CrossDatasetPredictions.datasets(first)) {
            for (Resolution resolution : CrossDatasetPredictions.resolutions(first, dataset)) {
                List<List<Predictions>> read =
                        read(settings, run -> CrossDatasetPredictions.of(run, dataset, resolution).stream()
                                .findFirst());
                rows.add(Row.accuracies(dataset + ", " + resolution.title(), read));
            }
        }
        return rows;
    }

    /** Accuracy by resolution of the first four settings; those with several runs have a band. */
    public ResolutionBandsFigure figure() {
        List<ResolutionBandsFigure.Setting> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(LINES, settings.size()); i++) {
            Map<Resolution, Spread> line = new TreeMap<>();
            for (Map.Entry<Resolution, Row> each : accuracy.entrySet()) {
                each.getValue().cells().get(i).ifPresent(cell -> line.put(each.getKey(), cell.value()));
            }
            lines.add(new ResolutionBandsFigure.Setting(settings.get(i).name(), line));
        }
        return new ResolutionBandsFigure(labels, lines);
    }
}
