package org.maferstudio.ui.results.selection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.experiment.SplitDuplicates;
import org.maferstudio.job.Problem;
import org.maferstudio.report.comparison.SplitTitle;
import org.maferstudio.report.figures.FigureSource;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * What one experiment has to show, as read from its folder.
 *
 * @param folder where it lies
 * @param name for legends
 * @param split of the predictions; empty if there are none
 * @param splits on which there are predictions, the most telling first
 * @param predictions native first, then from many pixels to few
 * @param sweep the numbers of the predictions; empty if there are none
 * @param history its training history
 * @param damage what of the predictions cannot be read, a sentence each; empty if all can
 * @param duplicates the samples of the split that also occur in another split; empty if not searched yet
 * @param whole all predictions, also where duplicates are left out of {@code predictions}
 */
public record ExperimentResults(
        Path folder,
        String name,
        String split,
        List<String> splits,
        List<Predictions> predictions,
        Optional<ResolutionSweep> sweep,
        List<HistoryRow> history,
        List<String> damage,
        Optional<Set<String>> duplicates,
        List<Predictions> whole)
        implements FigureSource {
    /** The splits on which an experiment has predictions, the most telling first. */
    static List<String> splits(Experiment experiment) {
        Set<String> there = EvaluatedExperiments.splits(experiment);
        return EvaluatedExperiments.PREFERRED_SPLITS.stream()
                .filter(there::contains)
                .toList();
    }

    /**
     * Reads it on a split; of predictions that are damaged what can be read.
     *
     * @param split one on which it has predictions; empty for none of them
     * @throws Problem if another file is damaged, or nothing of the predictions can be read
     */
    static ExperimentResults read(Experiment experiment, String split) {
        DamagedFiles damaged = new DamagedFiles();
        List<Predictions> predictions = split.isEmpty()
                ? List.of()
                : damaged.read(experiment, split, EvaluatedExperiments.resolutions(experiment, split));
        return new ExperimentResults(
                experiment.folder(),
                "",
                split,
                splits(experiment),
                predictions,
                sweep(experiment, predictions),
                experiment.history().rows(),
                damaged.sentences(),
                SplitDuplicates.read(experiment).map(found -> found.getOrDefault(split, Set.of())),
                predictions);
    }

    private static Optional<ResolutionSweep> sweep(Experiment experiment, List<Predictions> predictions) {
        try {
            return predictions.isEmpty() ? Optional.empty() : Optional.of(ResolutionSweep.of(predictions));
        } catch (IllegalArgumentException e) {
            throw Problem.input(Texts.of("results.predictions.error.differentClasses", experiment), e);
        }
    }

    /** The same under a name that is unique among the compared experiments. */
    ExperimentResults named(String newName) {
        return new ExperimentResults(
                folder, newName, split, splits, predictions, sweep, history, damage, duplicates, whole);
    }

    /** The same with the samples of its split that also are in another split. */
    ExperimentResults with(Set<String> found) {
        return new ExperimentResults(
                folder, name, split, splits, predictions, sweep, history, damage, Optional.of(found), whole);
    }

    /** The same without the samples that also occur in another split, as far as known. */
    ExperimentResults withoutDuplicates() {
        Set<String> gone = duplicates.orElse(Set.of());
        if (gone.isEmpty() || whole.isEmpty()) {
            return this;
        }
        List<Predictions> left = whole.stream().map(all -> all.without(gone)).toList();
        return new ExperimentResults(
                folder,
                name,
                split,
                splits,
                left,
                Optional.of(ResolutionSweep.of(left)),
                history,
                damage,
                duplicates,
                whole);
    }

    /** The split, and which part of a well-known dataset it is, such as {@code test (FER2013's public test)}. */
    String splitTitle() {
        return whole.stream().findFirst().map(SplitTitle::of).orElse(split);
    }

    /** The number of predictions, over all resolutions. */
    long rows() {
        return whole.stream().mapToLong(each -> each.rows().size()).sum();
    }

    /** The predictions at a resolution. */
    public Optional<Predictions> at(Resolution resolution) {
        return predictions.stream()
                .filter(each -> each.resolution().equals(resolution))
                .findFirst();
    }

    /** The numbers at a resolution. */
    public Optional<ResolutionSweep.Point> point(Resolution resolution) {
        return sweep.flatMap(all -> all.points().stream()
                .filter(point -> point.resolution().equals(resolution))
                .findFirst());
    }

    @Override
    public Experiment experiment() {
        return Experiment.open(folder);
    }

    @Override
    public Predictions predictionsAt(Resolution resolution) {
        return at(resolution).orElseThrow(() -> noPredictions(resolution));
    }

    @Override
    public ConfusionMatrix matrixAt(Resolution resolution) {
        return numbersAt(resolution).matrix().orElseGet(() -> ConfusionMatrix.of(predictionsAt(resolution)));
    }

    @Override
    public ResolutionSweep.Point numbersAt(Resolution resolution) {
        return point(resolution).orElseThrow(() -> noPredictions(resolution));
    }

    @Override
    public ResolutionSweep numbers() {
        return sweep.orElseThrow(() -> noPredictions(Resolution.NATIVE));
    }

    private Problem noPredictions(Resolution resolution) {
        return Problem.input(Texts.of("results.predictions.error.none", name, resolution.title()));
    }
}
