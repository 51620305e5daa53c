package org.maferstudio.report.figures;

import java.util.List;
import java.util.Optional;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.report.comparison.RobustnessComparison;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.RobustnessSweep;
import org.maferstudio.texts.Texts;

/**
 * Accuracy by the strength of a degradation with 95 % bands.
 *
 * @param series one to four networks, with one kind of degradation
 */
public record RobustnessFigure(List<Series> series) implements SweepFigure {
    /**
     * One network.
     *
     * @param name shown where there are several
     */
    public record Series(String name, RobustnessSweep sweep) {}

    public RobustnessFigure {
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > 4) {
            throw new IllegalArgumentException("one to four networks stand side by side, got " + series.size());
        }
        if (series.stream().map(each -> each.sweep().kind()).distinct().count() > 1) {
            throw new IllegalArgumentException("a figure has one kind of degradation");
        }
    }

    /**
     * Up to four networks.
     *
     * @throws Problem if there are more
     */
    public static RobustnessFigure of(RobustnessComparison comparison) {
        if (comparison.networks().size() > FigureFactory.MOST) {
            throw Problem.input(Texts.of(
                    "report.figure.error.tooManyExperiments",
                    comparison.networks().size()));
        }
        return new RobustnessFigure(comparison.networks().stream()
                .map(network -> new Series(network.name(), network.sweep()))
                .toList());
    }

    private DegradationKind kind() {
        return series.get(0).sweep().kind();
    }

    @Override
    public SweepAxis axis() {
        return SweepAxis.ofStrengths(
                kind(),
                series.stream()
                        .flatMap(each -> each.sweep().points().stream())
                        .flatMap(point -> point.degradation().stream())
                        .toList());
    }

    @Override
    public List<Line> lines(SweepAxis axis) {
        return series.stream()
                .map(each -> new Line(
                        each.name(),
                        ResolutionFigure.Band.DRAWN,
                        each.sweep().points().stream()
                                .map(point -> new Dot(
                                        axis.place(point.degradation()),
                                        title(point.degradation()),
                                        Optional.empty(),
                                        point.result()))
                                .toList()))
                .toList();
    }

    /** The name of a strength for people; of unchanged images if it is empty. */
    public static String title(Optional<Degradation> degradation) {
        return degradation.map(Degradation::title).orElseGet(() -> Texts.of("report.axis.unchanged"));
    }

    @Override
    public LabelSet labels() {
        return series.get(0).sweep().labels();
    }

    /** The axes are the same for all networks. */
    @Override
    public Object subject() {
        return kind();
    }

    @Override
    public String description() {
        return Texts.of("report.robustness.description", kind().title());
    }

    @Override
    public Optional<Table> table() {
        SweepTable table = new SweepTable(kind().id());
        for (Series each : series) {
            each.sweep()
                    .points()
                    .forEach(point -> table.add(each.name(), strength(point.degradation()), point.result()));
        }
        return Optional.of(table.toTable());
    }

    /** The strength in tables; {@code unchanged} if it is empty. */
    public static String strength(Optional<Degradation> degradation) {
        return degradation.map(Degradation::strengthText).orElse("unchanged");
    }
}
