package org.maferstudio.report.figures;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.Coverage;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Accuracy by coverage: how the accuracy increases if only the most confident samples are kept.
 *
 * @param series one to four networks, each with at least one sample
 */
public record CoverageFigure(List<Series> series) implements Figure {
    /** The coverages in the table. */
    private static final int STEPS = 20;

    /**
     * One network.
     *
     * @param name shown where there are several
     */
    public record Series(String name, Coverage coverage) {}

    public CoverageFigure {
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > 4) {
            throw new IllegalArgumentException("one to four networks stand side by side, got " + series.size());
        }
        for (Series each : series) {
            if (each.coverage().points().isEmpty()) {
                throw new IllegalArgumentException("there is no sample of " + each.name());
            }
        }
    }

    @Override
    public Size size() {
        return new Size(420, 300);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureStyle style) {
        FigurePainter painter = new FigurePainter(g);
        painter.background(width, height, style.colours().background());
        double em = style.fontSize();
        SeriesNames names = new SeriesNames(
                series.size() > 1 ? series.stream().map(Series::name).toList() : List.of(),
                4 * em,
                width - 1.2 * em,
                style);
        double top = (series.size() > 1 ? 1 : 1.2) * em + names.height();
        UnitAxes frame = new UnitAxes(new Rectangle2D.Double(
                4 * em, top, Math.max(1, width - 5.2 * em), Math.max(1, height - top - 3.4 * em)));
        frame.grid(
                painter,
                List.of(
                        Texts.of("report.coverage.axis.coverage.full"),
                        Texts.of("report.coverage.axis.coverage.ordered"),
                        Texts.of("report.coverage.axis.coverage")),
                List.of(Texts.of("report.coverage.axis.accuracy"), Texts.of("report.axis.accuracy")),
                style);
        names.paint(painter);
        for (int i = 0; i < series.size(); i++) {
            curve(painter, frame, i, style);
        }
    }

    private void curve(FigurePainter painter, UnitAxes frame, int index, FigureStyle style) {
        List<Coverage.Point> points = series.get(index).coverage().points();
        Path2D path = new Path2D.Double();
        double last = Double.NEGATIVE_INFINITY;
        for (Coverage.Point point : points) {
            double x = frame.x(point.coverage());
            // Differences below half a point are not visible.
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, frame.y(point.accuracy()));
            } else if (x - last >= 0.5 || point.coverage() == 1) {
                path.lineTo(x, frame.y(point.accuracy()));
            } else {
                continue;
            }
            last = x;
        }
        painter.draw(path, style.series(index), 1.8);
        Coverage.Point all = points.get(points.size() - 1);
        double half = 0.3 * style.fontSize();
        painter.fill(
                new Ellipse2D.Double(frame.x(1) - half, frame.y(all.accuracy()) - half, 2 * half, 2 * half),
                style.series(index));
    }

    @Override
    public String description() {
        return Texts.of("report.coverage.description");
    }

    @Override
    public Optional<Table> table() {
        List<List<String>> rows = new ArrayList<>();
        for (Series each : series) {
            for (int i = 1; i <= STEPS; i++) {
                Coverage.Point point = each.coverage().at((double) i / STEPS);
                rows.add(List.of(
                        each.name(),
                        Numbers.share(point.coverage()),
                        Integer.toString(point.answered()),
                        Numbers.share(point.threshold()),
                        Numbers.share(point.accuracy())));
            }
        }
        return Optional.of(new Table(List.of("experiment", "coverage", "answered", "threshold", "accuracy"), rows));
    }
}
