package org.maferstudio.report.figures;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.report.painting.ChartTheme;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.painting.ThousandsFormat;
import org.maferstudio.report.tables.Table;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Training curves: loss, accuracy, learning rate and downsampling probability by training images.
 *
 * @param series one to four trainings; a single training also shows the curves of its training split, and of its low
 *     validation resolution
 */
public record HistoryFigure(List<Series> series) implements ChartFigure {
    private static final int FEW_POINTS = 30;

    /** In a figure with fewer lines than this, only loss and accuracy are shown. */
    private static final double FEW_LINES = 23;

    /**
     * One training.
     *
     * @param name shown where there are several
     * @param rows oldest first; may be empty
     */
    public record Series(String name, List<HistoryRow> rows) {
        public Series {
            rows = List.copyOf(rows);
        }
    }

    /** One curve: its name, colour and style, its value, and its rows. */
    private record Curve(String name, Color colour, int style, Series from, ToDoubleFunction<HistoryRow> number) {}

    public HistoryFigure {
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > 4) {
            throw new IllegalArgumentException("one to four trainings stand side by side, got " + series.size());
        }
    }

    /** One training. */
    public static HistoryFigure of(List<HistoryRow> rows) {
        return new HistoryFigure(List.of(new Series("", rows)));
    }

    @Override
    public Size size() {
        return new Size(480, 460);
    }

    @Override
    public JFreeChart chart(Size place, FigureStyle style) {
        ChartTheme theme = new ChartTheme(style);
        NumberAxis images = new NumberAxis(Texts.of("report.axis.images"));
        images.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        images.setNumberFormatOverride(new ThousandsFormat());
        images.setAutoRangeIncludesZero(true);
        images.setUpperMargin(0.02);
        images.setLowerMargin(0);
        images.setDefaultAutoRange(new Range(0, 1000));
        theme.style(images);
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(images);
        plot.setDomainPannable(true);
        plot.setRangePannable(true);
        plot.setGap(2.1 * style.fontSize());
        List<String> headings = List.of(
                Texts.of("report.axis.loss"),
                Texts.of("report.axis.accuracy"),
                Texts.of("report.axis.learningRate"),
                Texts.of("report.axis.downsamplingProbability"));
        plot.add(
                part(
                        theme,
                        withLow(
                                style,
                                curves(style, HistoryRow::trainLoss, HistoryRow::validLoss),
                                HistoryRow.Lowered::loss),
                        HistoryAxes.loss()),
                3);
        plot.add(
                part(
                        theme,
                        withLow(
                                style,
                                curves(style, row -> 100 * row.trainAccuracy(), row -> 100 * row.validAccuracy()),
                                low -> 100 * low.accuracy()),
                        HistoryAxes.percent()),
                3);
        double lines = place.height() / style.fontSize();
        if (lines >= FEW_LINES) {
            plot.add(part(theme, curves(style, null, HistoryRow::learningRate), HistoryAxes.rate()), 1);
            NumberAxis probability = HistoryAxes.probability(lines < 1.3 * FEW_LINES ? 1 : 0.5);
            plot.add(part(theme, curves(style, null, HistoryRow::loweringProbability), probability), 1);
        }
        theme.style(plot);
        JFreeChart chart = theme.chart(plot, (painter, painted) -> {
            for (int i = 0; i < painted.getSubplotCount(); i++) {
                Rectangle2D area = painted.getSubplotInfo(i).getDataArea();
                painter.text(
                        headings.get(i),
                        area.getMinX(),
                        area.getMinY() - 0.9 * style.fontSize(),
                        Anchor.LEFT,
                        new Lettering(style.boldFont(0.9), style.colours().foreground()));
            }
            legend(painter, painted.getSubplotInfo(0).getDataArea(), style);
            best(painter, plot, painted.getSubplotInfo(1).getDataArea(), style);
        });
        chart.setPadding(theme.padding(2.4));
        return chart;
    }

    /** Trainings that go on begin with the same row. */
    @Override
    public Object subject() {
        return series.stream().map(each -> each.rows().stream().findFirst()).toList();
    }

    /** The validations of a training that stands alone, a column each. */
    @Override
    public List<FigureRegion> regions(JFreeChart chart, PlotRenderingInfo painted, FigureStyle style) {
        List<HistoryRow> rows = series.size() > 1
                ? List.of()
                : series.get(0).rows().stream()
                        .filter(row -> !isBetweenValidations(row))
                        .toList();
        Rectangle2D area = painted.getDataArea();
        double[] x = rows.stream()
                .mapToDouble(row -> chart.getXYPlot()
                        .getDomainAxis()
                        .valueToJava2D((double) row.images(), area, RectangleEdge.BOTTOM))
                .toArray();
        List<FigureRegion> regions = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            // From the middle between two validations to the next.
            double left = i == 0 ? area.getMinX() : (x[i - 1] + x[i]) / 2;
            double right = i == x.length - 1 ? area.getMaxX() : (x[i] + x[i + 1]) / 2;
            Rectangle2D column =
                    new Rectangle2D.Double(left, area.getMinY(), Math.max(0, right - left), area.getHeight());
            if (area.getMinX() <= x[i] && x[i] <= area.getMaxX()) {
                regions.add(new FigureRegion(
                        column.createIntersection(area), 0, FigureRegion.ALL, Optional.empty(), text(rows.get(i))));
            }
        }
        return regions;
    }

    private static String text(HistoryRow row) {
        return Texts.of(
                "report.history.tooltip",
                row.epoch(),
                row.images(),
                Numbers.share(row.trainLoss()),
                Numbers.percent(row.trainAccuracy()),
                Numbers.share(row.validLoss()),
                Numbers.percent(row.validAccuracy()));
    }

    /** The curves of one part; {@code training} is null if there is no number of the training part. */
    private List<Curve> curves(
            FigureStyle style, ToDoubleFunction<HistoryRow> training, ToDoubleFunction<HistoryRow> validation) {
        List<Curve> curves = new ArrayList<>();
        if (series.size() == 1 && training != null) {
            curves.add(new Curve(
                    Texts.of("report.history.series.training"), style.colours().muted(), 1, series.get(0), training));
        }
        for (int i = 0; i < series.size(); i++) {
            curves.add(new Curve(nameOf(i), style.series(i), i, series.get(i), validation));
        }
        return curves;
    }

    /** Also adds the curve of the low validation resolution of a single training. */
    private List<Curve> withLow(FigureStyle style, List<Curve> curves, ToDoubleFunction<HistoryRow.Lowered> number) {
        List<Curve> all = new ArrayList<>(curves);
        if (series.size() == 1) {
            series.get(0).rows().stream().mapToInt(row -> row.lowered().pixels()).max().stream()
                    .filter(pixels -> pixels > 0)
                    .forEach(pixels -> all.add(new Curve(
                            Texts.of("report.history.series.lowResolution", pixels),
                            style.series(1),
                            1,
                            series.get(0),
                            row -> number.applyAsDouble(row.lowered()))));
        }
        return all;
    }

    private String nameOf(int index) {
        return series.size() == 1
                ? Texts.of("report.history.series.validation")
                : series.get(index).name();
    }

    private static XYPlot part(ChartTheme theme, List<Curve> curves, NumberAxis axis) {
        XYSeriesCollection dataset = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDefaultCreateEntities(false);
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            XYSeries line = new XYSeries(i, false, true);
            for (HistoryRow row : curve.from().rows()) {
                double y = curve.number().applyAsDouble(row);
                if (Double.isNaN(y) && isBetweenValidations(row)) {
                    continue;
                }
                // A gap for missing values; JFreeChart would draw infinite values as lines across the chart.
                line.add((double) row.images(), Double.isFinite(y) ? (Double) y : null);
            }
            dataset.addSeries(line);
            renderer.setSeriesPaint(i, curve.colour());
            renderer.setSeriesStroke(i, ChartTheme.stroke(curve.style(), 1.8));
            renderer.setSeriesShape(i, new Ellipse2D.Double(-2, -2, 4, 4));
            renderer.setSeriesShapesVisible(i, curve.from().rows().size() <= FEW_POINTS);
        }
        XYPlot plot = new XYPlot(dataset, null, axis, renderer);
        theme.style(plot);
        return plot;
    }

    /** A point of a running training: it has no validation values, but does not interrupt their curves. */
    private static boolean isBetweenValidations(HistoryRow row) {
        return Double.isNaN(row.validLoss()) && Double.isNaN(row.validAccuracy());
    }

    private void legend(FigurePainter painter, Rectangle2D area, FigureStyle style) {
        double em = style.fontSize();
        double x = area.getMaxX();
        double y = area.getMinY() - 0.9 * em;
        List<Curve> curves =
                withLow(style, curves(style, HistoryRow::trainLoss, HistoryRow::validLoss), HistoryRow.Lowered::loss);
        double room = area.getWidth() / (curves.size() + 1);
        List<String> names =
                LegendNames.fitting(curves.stream().map(Curve::name).toList(), style.font(0.9), room);
        for (int i = curves.size() - 1; i >= 0; i--) {
            Curve curve = curves.get(i);
            String name = FigurePainter.fitting(names.get(i), style.font(0.9), room);
            painter.text(
                    name,
                    x,
                    y,
                    Anchor.RIGHT,
                    new Lettering(style.font(0.9), style.colours().foreground()));
            x -= FigurePainter.width(name, style.font(0.9)) + 0.5 * em;
            painter.line(x - 2 * em, y, x, y, curve.colour(), ChartTheme.stroke(curve.style(), 1.8));
            x -= 3 * em;
        }
    }

    /** Marks the best validation of a single training. */
    private void best(FigurePainter painter, CombinedDomainXYPlot plot, Rectangle2D area, FigureStyle style) {
        Optional<HistoryRow> best = series.size() > 1
                ? Optional.empty()
                : series.get(0).rows().stream()
                        .filter(row -> Double.isFinite(row.validAccuracy()))
                        .max(Comparator.comparingDouble(HistoryRow::validAccuracy));
        if (best.isEmpty()) {
            return;
        }
        HistoryRow row = best.get();
        XYPlot part = plot.getSubplots().get(1);
        double x = plot.getDomainAxis().valueToJava2D((double) row.images(), area, RectangleEdge.BOTTOM);
        double y = part.getRangeAxis().valueToJava2D(100 * row.validAccuracy(), area, RectangleEdge.LEFT);
        double em = style.fontSize();
        if (area.contains(x, y)) {
            painter.draw(
                    new Ellipse2D.Double(x - 4.5, y - 4.5, 9, 9),
                    style.colours().foreground(),
                    1.2);
        }
        // With two validation resolutions, the best epoch may have been chosen by the other, or by both.
        String accuracy = Numbers.percent(row.validAccuracy());
        String text = row.lowered().isEvaluated()
                ? Texts.of("report.history.highest", accuracy, row.epoch())
                : Texts.of("report.history.best", accuracy, row.epoch());
        // Next to the heading, where there is no curve.
        painter.text(
                text,
                area.getMaxX(),
                area.getMinY() - 0.9 * em,
                Anchor.RIGHT,
                new Lettering(style.font(0.9), style.colours().foreground()));
        painter.draw(
                new Ellipse2D.Double(
                        area.getMaxX() - FigurePainter.width(text, style.font(0.9)) - 0.5 * em - 9,
                        area.getMinY() - 0.9 * em - 4.5,
                        9,
                        9),
                style.colours().foreground(),
                1.2);
    }

    @Override
    public String description() {
        return Texts.of("report.history.description");
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(HistoryTable.of(series));
    }
}
