package org.maferstudio.report.figures;

import java.util.List;
import java.util.Optional;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.texts.Texts;

/**
 * Accuracy by resolution with 95 % bands, and the resolutions at which people recognise expressions.
 *
 * @param series one to four networks
 */
public record ResolutionFigure(List<Series> series) implements SweepFigure {
    /** How the intervals of a network are drawn. */
    public enum Band {
        /** As a band behind its line. */
        DRAWN,
        /** Not at all: wide ones would cover the other lines. */
        NONE
    }

    /**
     * One network.
     *
     * @param name shown where there are several
     * @param id the name in tables, the same in every language
     */
    public record Series(String name, String id, ResolutionSweep sweep, Band band) {
        /** A network with a band. */
        public Series(String name, ResolutionSweep sweep) {
            this(name, name, sweep, Band.DRAWN);
        }
    }

    public ResolutionFigure {
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > 4) {
            throw new IllegalArgumentException("one to four networks stand side by side, got " + series.size());
        }
    }

    /** One network. */
    public static ResolutionFigure of(ResolutionSweep sweep) {
        return new ResolutionFigure(List.of(new Series("", sweep)));
    }

    @Override
    public SweepAxis axis() {
        return SweepAxis.ofResolutions(series.stream()
                .flatMap(each -> each.sweep().points().stream())
                .map(ResolutionSweep.Point::resolution)
                .toList());
    }

    @Override
    public List<Line> lines(SweepAxis axis) {
        return series.stream()
                .map(each -> new Line(
                        each.name(),
                        each.band(),
                        each.sweep().points().stream()
                                .map(point -> new Dot(
                                        axis.place(point.resolution()),
                                        point.resolution().title(),
                                        Optional.of(point.resolution()),
                                        point))
                                .toList()))
                .toList();
    }

    @Override
    public LabelSet labels() {
        return series.get(0).sweep().labels();
    }

    @Override
    public void mark(ResolutionMarks marks, SweepAxis axis) {
        marks.people(axis);
    }

    /** The axes are the same for all networks. */
    @Override
    public Object subject() {
        return ResolutionFigure.class;
    }

    @Override
    public String description() {
        return Texts.of("report.resolution.description");
    }

    @Override
    public Optional<Table> table() {
        SweepTable table = new SweepTable("resolution");
        for (Series each : series) {
            each.sweep()
                    .points()
                    .forEach(point -> table.add(each.id(), point.resolution().id(), point));
        }
        return Optional.of(table.toTable());
    }
}
