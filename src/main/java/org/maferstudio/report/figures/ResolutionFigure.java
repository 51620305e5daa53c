package org.maferstudio.report.figures;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.maferstudio.report.painting.ChartTheme;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.Interval;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Accuracy by resolution with 95 % bands, and the resolutions at which people recognise expressions.
 *
 * @param series one to four networks
 */
public record ResolutionFigure(List<Series> series) implements ChartFigure {
    /**
     * One network.
     *
     * @param name shown where there are several
     */
    public record Series(String name, ResolutionSweep sweep) {}

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
    public Size size() {
        return new Size(460, 300);
    }

    @Override
    public JFreeChart chart(Size place, FigureStyle style) {
        ChartTheme theme = new ChartTheme(style);
        ResolutionAxis resolutions = ResolutionAxis.of(series.stream()
                .flatMap(each -> each.sweep().points().stream())
                .map(ResolutionSweep.Point::resolution)
                .toList());
        NumberAxis accuracy = ResolutionMarks.accuracyAxis();
        XYPlot plot = new XYPlot(dataset(resolutions), resolutions, accuracy, BandRenderer.of(series.size(), style));
        theme.style(plot);
        JFreeChart chart = theme.chart(plot, (painter, painted) -> {
            Rectangle2D area = painted.getDataArea();
            ResolutionMarks marks = new ResolutionMarks(series.get(0).sweep().labels(), painter, area, style);
            marks.people(resolutions);
            double chance = marks.chance(accuracy);
            markNoEffect(painter, resolutions, area, chance, style);
        });
        if (series.size() > 1) {
            double room = place.width() / series.size() - 5 * style.fontSize();
            List<String> names =
                    LegendNames.fitting(series.stream().map(Series::name).toList(), style.font(), room);
            plot.getRenderer().setLegendItemLabelGenerator((data, i) -> names.get(i));
            theme.legend(chart, 1.5);
        }
        return chart;
    }

    /** The axes are the same for all networks. */
    @Override
    public Object subject() {
        return ResolutionFigure.class;
    }

    @Override
    public List<FigureRegion> regions(JFreeChart chart, PlotRenderingInfo painted, FigureStyle style) {
        ResolutionAxis resolutions = (ResolutionAxis) chart.getXYPlot().getDomainAxis();
        ValueAxis accuracy = chart.getXYPlot().getRangeAxis();
        Rectangle2D area = painted.getDataArea();
        double half = 0.8 * style.fontSize();
        List<FigureRegion> spots = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            for (ResolutionSweep.Point point : series.get(i).sweep().points()) {
                if (point.scores().n() > 0) {
                    double x = resolutions.valueToJava2D(
                            resolutions.place(point.resolution()), area, RectangleEdge.BOTTOM);
                    double y = accuracy.valueToJava2D(point.scores().accuracy(), area, RectangleEdge.LEFT);
                    Rectangle2D bounds = new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half);
                    if (area.contains(x, y)) {
                        spots.add(new FigureRegion(
                                bounds,
                                i,
                                FigureRegion.ALL,
                                Optional.of(point.resolution()),
                                text(series.get(i), point)));
                    }
                }
            }
        }
        return spots;
    }

    private static String text(Series of, ResolutionSweep.Point point) {
        Object[] values = {
            (of.name().isEmpty() ? "" : of.name() + ", ") + point.resolution().title(),
            Numbers.percent(point.scores().accuracy()),
            point.intervals().accuracy().percent(),
            Numbers.count(point.scores().n())
        };
        return point.intervals().byGroup()
                ? Texts.of("report.resolution.tooltip.byGroup", values)
                : Texts.of("report.resolution.tooltip.byImage", values);
    }

    private YIntervalSeriesCollection dataset(ResolutionAxis axis) {
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        for (int i = 0; i < series.size(); i++) {
            YIntervalSeries line = new YIntervalSeries(series.get(i).name(), true, true);
            for (ResolutionSweep.Point point : series.get(i).sweep().points()) {
                if (point.scores().n() > 0) {
                    Interval interval = point.intervals().accuracy();
                    line.add(
                            axis.place(point.resolution()), point.scores().accuracy(), interval.low(), interval.high());
                }
            }
            dataset.addSeries(line);
        }
        return dataset;
    }

    /** Marks resolutions at which the images stay as they are. */
    private void markNoEffect(
            FigurePainter painter, ResolutionAxis axis, Rectangle2D area, double floor, FigureStyle style) {
        for (ResolutionSweep.Point point : series.get(0).sweep().points()) {
            if (point.noEffect() && axis.getRange().contains(axis.place(point.resolution()))) {
                double x = axis.valueToJava2D(axis.place(point.resolution()), area, RectangleEdge.BOTTOM);
                double half = 1.4 * style.fontSize();
                painter.hatch(
                        new Rectangle2D.Double(x - half, area.getMinY(), 2 * half, area.getHeight())
                                .createIntersection(area),
                        style.colours().faint());
                String text = Texts.of("report.resolution.noEffect");
                Lettering small =
                        new Lettering(style.font(0.75), style.colours().muted());
                double y = floor - FigurePainter.width(text, small.font()) / 2 - 0.5 * style.fontSize();
                painter.upwards(text, x, y, small);
            }
        }
    }

    @Override
    public String description() {
        return Texts.of("report.resolution.description");
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(ResolutionTable.of(series));
    }
}
