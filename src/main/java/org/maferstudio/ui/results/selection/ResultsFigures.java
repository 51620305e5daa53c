package org.maferstudio.ui.results.selection;

import java.util.List;
import java.util.Optional;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.figures.ClassAccuracyFigure;
import org.maferstudio.report.figures.ConfidenceFigures;
import org.maferstudio.report.figures.ConfusionFigure;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.HistoryFigure;
import org.maferstudio.report.figures.ResolutionFigure;
import org.maferstudio.report.figures.ResolutionHeatmapFigure;
import org.maferstudio.report.figures.TooManyClasses;
import org.maferstudio.results.Normalisation;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;

/**
 * The figures of what is shown: the first experiment alone in the matrix and the heat map, all of them in the others.
 *
 * @param shown the selected experiment first; may be empty
 * @param resolution the selected resolution
 */
public record ResultsFigures(List<ExperimentResults> shown, Resolution resolution) {
    /** A file name for a figure, with its experiments, split and resolution. */
    public String fileName(String figure) {
        String split = shown.isEmpty() ? "" : shown.get(0).split();
        return Workspace.fileName(figure + " " + String.join(" ", names())) + "-" + Workspace.fileName(split + " " + words(resolution));
    }

    private static String words(Resolution resolution) {
        return resolution.isNative() ? resolution.id() : resolution.id() + "px";
    }

    /** The names of the experiments. */
    public List<String> names() {
        return shown.stream().map(ExperimentResults::name).toList();
    }

    /** The experiments themselves. */
    public List<Experiment> experiments() {
        return shown.stream().map(each -> Experiment.open(each.folder())).toList();
    }

    /** The numbers of the first. */
    public Headline headline() {
        return shown.stream()
                .findFirst()
                .flatMap(first -> first.point(resolution).map(point -> Headline.of(point, first.splitTitle())))
                .orElse(Headline.NONE);
    }

    /** The matrix of the first; null if it has none. */
    public ConfusionFigure confusion(Normalisation normalisation) {
        return shown.stream()
                .findFirst()
                .flatMap(first -> first.point(resolution))
                .flatMap(ResolutionSweep.Point::matrix)
                .map(matrix -> ConfusionFigure.of(matrix, normalisation))
                .orElse(null);
    }

    /** Those that have the classes of the first, and predictions at the resolution. */
    public List<ExperimentResults> comparable() {
        Optional<LabelSet> labels = labels();
        return shown.stream()
                .filter(each -> each.sweep().map(ResolutionSweep::labels).equals(labels))
                .filter(each -> each.point(resolution).isPresent())
                .toList();
    }

    /** Those that have a sweep. */
    public List<ExperimentResults> swept() {
        return shown.stream().filter(each -> each.sweep().isPresent()).toList();
    }

    private Optional<LabelSet> labels() {
        return shown.stream().findFirst().flatMap(ExperimentResults::sweep).map(ResolutionSweep::labels);
    }

    /** The bars of all that have the same classes; null if there are none. */
    public Figure classes() {
        Optional<LabelSet> labels = labels();
        List<ClassAccuracyFigure.Series> series = comparable().stream()
                .flatMap(each -> each
                        .point(resolution)
                        .map(point -> new ClassAccuracyFigure.Series(each.name(), point.scores(), point.intervals()))
                        .stream())
                .toList();
        return labels.isEmpty() || labels.get().isMany() || series.isEmpty()
                ? null
                : new ClassAccuracyFigure(labels.get(), series);
    }

    /** Why the first has no figures by class; empty if it has. */
    public String tooMany() {
        return shown.stream()
                .findFirst()
                .flatMap(ExperimentResults::sweep)
                .map(ResolutionSweep::labels)
                .filter(LabelSet::isMany)
                .map(TooManyClasses::sentence)
                .orElse("");
    }

    /** The accuracies of all over resolution; null if there are none. */
    public Figure resolutions() {
        List<ResolutionFigure.Series> series = swept().stream()
                .flatMap(each -> each.sweep().map(sweep -> new ResolutionFigure.Series(each.name(), sweep)).stream())
                .toList();
        return series.isEmpty() ? null : new ResolutionFigure(series);
    }

    /** The classes of the first by resolution; null if it has none. */
    public Figure heatmap() {
        return shown.stream()
                .findFirst()
                .flatMap(ExperimentResults::sweep)
                .filter(sweep -> !sweep.labels().isMany())
                .map(ResolutionHeatmapFigure::new)
                .orElse(null);
    }

    /** How far the confidence of all can be trusted; null if nothing is known of it. */
    public Figure reliability() {
        return confidence().withProbabilities().reliability().orElse(null);
    }

    /** What all gain where they may abstain; null if nothing is known of their confidence. */
    public Figure coverage() {
        return confidence().withProbabilities().coverage().orElse(null);
    }

    /** Which predictions are left out of these two for want of probabilities; empty for none. */
    public String withoutConfidence() {
        return confidence().problem().orElse("");
    }

    private ConfidenceFigures confidence() {
        return new ConfidenceFigures(comparable().stream()
                .map(each -> new ConfidenceFigures.Entry(
                        each.name(), each.at(resolution).orElseThrow()))
                .filter(each -> !each.predictions().rows().isEmpty())
                .toList());
    }

    /** The trainings of all; null if none was trained here. */
    public Figure history() {
        List<HistoryFigure.Series> series = shown.stream()
                .filter(each -> !each.history().isEmpty())
                .map(each -> new HistoryFigure.Series(each.name(), each.history()))
                .toList();
        return series.isEmpty() ? null : new HistoryFigure(series);
    }
}
