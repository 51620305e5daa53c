package org.maferstudio.ui.results.selection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.figures.ConfusionFigure;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.FigureFactory;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.report.figures.TooManyClasses;
import org.maferstudio.results.Normalisation;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;

/** The figures of the shown experiments: matrix and heat map of the first, the others of all. */
public record ResultsFigures(List<ExperimentResults> shown, Resolution resolution) {
    /** A file name for a figure, with its experiments, split and resolution. */
    public String fileName(String figure) {
        String split = shown.isEmpty() ? "" : shown.get(0).split();
        return Workspace.fileName(figure + " " + String.join(" ", names())) + "-"
                + Workspace.fileName(split + " " + words(resolution));
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
        List<ExperimentResults> sources = sources(FigureKind.CONFUSION);
        return sources.isEmpty() ? null : new FigureFactory(sources).confusion(resolution, normalisation);
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

    /** The experiments that a figure shows, in its order; empty if there is no such figure. */
    public List<ExperimentResults> sources(FigureKind kind) {
        return switch (kind) {
            case CLASSES, PAPER -> tooMany().isEmpty() ? comparable() : List.of();
            case CONFUSION, HEATMAP ->
                comparable().stream()
                        .filter(each -> tooMany().isEmpty())
                        .limit(1)
                        .toList();
            case RESOLUTION -> swept();
            case RELIABILITY, COVERAGE ->
                predicted().stream()
                        .filter(each -> each.predictionsAt(resolution).hasProbabilities())
                        .toList();
            case HISTORY ->
                shown.stream().filter(each -> !each.history().isEmpty()).toList();
            case EMBEDDING -> List.of();
        };
    }

    /** A figure; null if nothing shown has what it needs. */
    public Figure figure(FigureKind kind) {
        List<ExperimentResults> sources = sources(kind);
        return sources.isEmpty() ? null : new FigureFactory(sources).make(kind, resolution);
    }

    /** What a figure is of, for its file; empty if there is no figure. */
    public String header(FigureKind kind) {
        List<ExperimentResults> sources = sources(kind);
        return sources.isEmpty() ? "" : new FigureFactory(sources).header(kind, resolution);
    }

    /** How well values that are no classes are predicted: value by value, each at the resolutions of the experiments. */
    public List<ValueRow> values() {
        List<ValueRow> rows = shown.stream()
                .flatMap(each -> each.sweep().stream()
                        .flatMap(sweep -> sweep.points().stream())
                        .flatMap(point -> point.values().stream().map(score -> ValueRow.of(each.name(), point, score))))
                .toList();
        List<String> order = rows.stream().map(ValueRow::value).distinct().toList();
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> order.indexOf(row.value())))
                .toList();
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

    /** Why experiments are left out of the figures of confidence; empty for none. */
    public String withoutConfidence() {
        return new FigureFactory(predicted()).withoutProbabilities(resolution).orElse("");
    }

    /** Those that can be compared and have samples. */
    private List<ExperimentResults> predicted() {
        return comparable().stream()
                .filter(each -> !each.predictionsAt(resolution).rows().isEmpty())
                .toList();
    }
}
