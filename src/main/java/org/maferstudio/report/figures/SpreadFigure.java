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
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.Resolution;

/**
 * Accuracy along an axis of resolutions or strengths, of settings that were trained several times: the mean over the
 * runs, and as a band its 95 % interval by Student's t. A single run has no band.
 */
interface SpreadFigure extends ChartFigure {
    /**
     * One setting.
     *
     * @param name shown in the legend; may be empty
     */
    record Line(String name, List<Dot> dots) {
        private List<Spread> spreads() {
            return dots.stream().map(Dot::accuracy).toList();
        }
    }

    /**
     * The accuracy of one setting at one place, 0 to 1.
     *
     * @param place on the axis
     * @param title of the place, for people
     * @param resolution that a click selects; empty for none
     */
    record Dot(double place, String title, Optional<Resolution> resolution, Spread accuracy) {}

    /** The horizontal axis, new each time. */
    SweepAxis axis();

    /** One line per setting, one to four, whose dots are on an axis. */
    List<Line> lines(SweepAxis axis);

    /** The classes, for the chance level. */
    LabelSet labels();

    /** Draws what only some figures have. */
    default void mark(ResolutionMarks marks, SweepAxis axis) {}

    @Override
    default Size size() {
        return new Size(480, 330);
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
            ResolutionMarks marks = new ResolutionMarks(labels(), painter, painted.getDataArea(), style);
            mark(marks, axis);
            marks.chance(accuracy);
        });
        BandLegend.add(
                chart,
                plot,
                lines.stream()
                        .map(line -> BandLegend.name(line.name(), line.spreads()))
                        .toList(),
                lines.stream().flatMap(line -> line.spreads().stream()).toList(),
                style);
        return chart;
    }

    private static YIntervalSeriesCollection dataset(List<Line> lines) {
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        for (int i = 0; i < lines.size(); i++) {
            YIntervalSeries line = new YIntervalSeries(i, true, true);
            lines.get(i).dots().forEach(dot -> BandLegend.add(line, dot.place(), dot.accuracy()));
            dataset.addSeries(line);
        }
        return dataset;
    }

    @Override
    default List<FigureRegion> regions(JFreeChart chart, PlotRenderingInfo painted, FigureStyle style) {
        SweepAxis axis = (SweepAxis) chart.getXYPlot().getDomainAxis();
        ValueAxis accuracy = chart.getXYPlot().getRangeAxis();
        Rectangle2D area = painted.getDataArea();
        double half = 0.8 * style.fontSize();
        List<FigureRegion> regions = new ArrayList<>();
        List<Line> lines = lines(axis);
        for (int i = 0; i < lines.size(); i++) {
            String name = lines.get(i).name();
            for (Dot dot : lines.get(i).dots()) {
                double x = axis.valueToJava2D(dot.place(), area, RectangleEdge.BOTTOM);
                double y = accuracy.valueToJava2D(dot.accuracy().mean(), area, RectangleEdge.LEFT);
                if (area.contains(x, y)) {
                    regions.add(new FigureRegion(
                            new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half),
                            i,
                            FigureRegion.ALL,
                            dot.resolution(),
                            (name.isEmpty() ? "" : name + ", ") + dot.title() + ": "
                                    + BandLegend.percent(dot.accuracy())));
                }
            }
        }
        return regions;
    }
}
