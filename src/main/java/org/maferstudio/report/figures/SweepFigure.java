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
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.painting.ChartTheme;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.results.Interval;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** Accuracy along an axis of resolutions or strengths, with 95 % bands: what the figures of sweeps share. */
interface SweepFigure extends ChartFigure {
    /**
     * One network.
     *
     * @param name shown where there are several
     */
    record Line(String name, ResolutionFigure.Band band, List<Dot> dots) {}

    /**
     * The results of one network at one place.
     *
     * @param place on the axis
     * @param title of the place, for people
     * @param resolution that a click selects; empty for none
     */
    record Dot(double place, String title, Optional<Resolution> resolution, ResolutionSweep.Point result) {}

    /** The horizontal axis, new each time. */
    SweepAxis axis();

    /** One line per network, whose dots are on an axis. */
    List<Line> lines(SweepAxis axis);

    /** The classes of the first network. */
    LabelSet labels();

    /** Draws what only some figures have. */
    default void mark(ResolutionMarks marks, SweepAxis axis) {}

    @Override
    default Size size() {
        return new Size(460, 300);
    }

    @Override
    default JFreeChart chart(Size place, FigureStyle style) {
        ChartTheme theme = new ChartTheme(style);
        SweepAxis axis = axis();
        List<Line> lines = lines(axis);
        NumberAxis accuracy = ResolutionMarks.accuracyAxis();
        XYPlot plot = new XYPlot(dataset(lines), axis, accuracy, BandRenderer.of(lines.size(), style));
        theme.style(plot);
        JFreeChart chart = theme.chart(plot, (painter, painted) -> {
            Rectangle2D area = painted.getDataArea();
            ResolutionMarks marks = new ResolutionMarks(labels(), painter, area, style);
            mark(marks, axis);
            double chance = marks.chance(accuracy);
            for (Dot dot : lines.get(0).dots()) {
                if (dot.result().noEffect() && axis.getRange().contains(dot.place())) {
                    markNoEffect(
                            painter, axis.valueToJava2D(dot.place(), area, RectangleEdge.BOTTOM), area, chance, style);
                }
            }
        });
        if (lines.size() > 1) {
            double room = place.width() / lines.size() - 5 * style.fontSize();
            List<String> names =
                    LegendNames.fitting(lines.stream().map(Line::name).toList(), style.font(), room);
            plot.getRenderer().setLegendItemLabelGenerator((data, i) -> names.get(i));
            theme.legend(chart, 1.5);
        }
        return chart;
    }

    @Override
    default List<FigureRegion> regions(JFreeChart chart, PlotRenderingInfo painted, FigureStyle style) {
        SweepAxis axis = (SweepAxis) chart.getXYPlot().getDomainAxis();
        ValueAxis accuracy = chart.getXYPlot().getRangeAxis();
        Rectangle2D area = painted.getDataArea();
        double half = 0.8 * style.fontSize();
        List<FigureRegion> spots = new ArrayList<>();
        List<Line> lines = lines(axis);
        for (int i = 0; i < lines.size(); i++) {
            for (Dot dot : lines.get(i).dots()) {
                if (dot.result().scores().n() > 0) {
                    double x = axis.valueToJava2D(dot.place(), area, RectangleEdge.BOTTOM);
                    double y = accuracy.valueToJava2D(dot.result().scores().accuracy(), area, RectangleEdge.LEFT);
                    Rectangle2D bounds = new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half);
                    if (area.contains(x, y)) {
                        spots.add(new FigureRegion(
                                bounds, i, FigureRegion.ALL, dot.resolution(), text(lines.get(i), dot)));
                    }
                }
            }
        }
        return spots;
    }

    private static String text(Line of, Dot dot) {
        ResolutionSweep.Point result = dot.result();
        Object[] values = {
            (of.name().isEmpty() ? "" : of.name() + ", ") + dot.title(),
            Numbers.percent(result.scores().accuracy()),
            result.intervals().accuracy().percent(),
            Numbers.count(result.scores().n())
        };
        return result.intervals().byGroup()
                ? Texts.of("report.resolution.tooltip.byGroup", values)
                : Texts.of("report.resolution.tooltip.byImage", values);
    }

    private static YIntervalSeriesCollection dataset(List<Line> lines) {
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        for (Line each : lines) {
            YIntervalSeries line = new YIntervalSeries(each.name(), true, true);
            for (Dot dot : each.dots()) {
                if (dot.result().scores().n() > 0) {
                    double accuracy = dot.result().scores().accuracy();
                    // A band without height is not seen.
                    Interval interval = each.band() == ResolutionFigure.Band.NONE
                            ? new Interval(accuracy, accuracy)
                            : dot.result().intervals().accuracy();
                    line.add(dot.place(), accuracy, interval.low(), interval.high());
                }
            }
            dataset.addSeries(line);
        }
        return dataset;
    }

    /** Marks a place at which the images stay as they are. */
    private static void markNoEffect(
            FigurePainter painter, double x, Rectangle2D area, double floor, FigureStyle style) {
        double half = 1.4 * style.fontSize();
        painter.hatch(
                new Rectangle2D.Double(x - half, area.getMinY(), 2 * half, area.getHeight()).createIntersection(area),
                style.colours().faint());
        String text = Texts.of("report.resolution.noEffect");
        Lettering small = new Lettering(style.font(0.75), style.colours().muted());
        double y = floor - FigurePainter.width(text, small.font()) / 2 - 0.5 * style.fontSize();
        painter.upwards(text, x, y, small);
    }
}
