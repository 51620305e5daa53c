package org.maferstudio.report.figures;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Accuracy by resolution of settings that were trained several times: the mean over the runs, and as a band its 95 %
 * interval by Student's t. A single run has no band.
 *
 * @param labels the classes, for the chance level and the limits of people
 * @param settings one to four
 */
public record ResolutionBandsFigure(LabelSet labels, List<Setting> settings) implements ChartFigure {
    /**
     * One setting.
     *
     * @param name shown in the legend; may be empty
     * @param accuracy over the runs at each resolution, 0 to 1; not empty
     */
    public record Setting(String name, Map<Resolution, Spread> accuracy) {
        public Setting {
            accuracy = new TreeMap<>(accuracy);
        }

        private String legend() {
            return BandLegend.name(name, accuracy.values());
        }
    }

    public ResolutionBandsFigure {
        settings = List.copyOf(settings);
        if (settings.isEmpty() || settings.size() > 4) {
            throw new IllegalArgumentException("one to four settings stand side by side, got " + settings.size());
        }
    }

    @Override
    public Size size() {
        return new Size(480, 330);
    }

    @Override
    public JFreeChart chart(Size place, FigureStyle style) {
        ChartTheme theme = new ChartTheme(style);
        SweepAxis resolutions = SweepAxis.ofResolutions(settings.stream()
                .flatMap(setting -> setting.accuracy().keySet().stream())
                .toList());
        NumberAxis accuracy = ResolutionMarks.accuracyAxis();
        XYPlot plot = new XYPlot(dataset(resolutions), resolutions, accuracy, BandRenderer.of(settings.size(), style));
        theme.style(plot);
        JFreeChart chart = theme.chart(plot, (painter, painted) -> {
            ResolutionMarks marks = new ResolutionMarks(labels, painter, painted.getDataArea(), style);
            marks.people(resolutions);
            marks.chance(accuracy);
        });
        BandLegend.add(
                chart,
                plot,
                settings.stream().map(Setting::legend).toList(),
                settings.stream()
                        .flatMap(setting -> setting.accuracy().values().stream())
                        .toList(),
                style);
        return chart;
    }

    private YIntervalSeriesCollection dataset(SweepAxis axis) {
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        for (int i = 0; i < settings.size(); i++) {
            YIntervalSeries line = new YIntervalSeries(i, true, true);
            settings.get(i)
                    .accuracy()
                    .forEach((resolution, spread) -> BandLegend.add(line, axis.place(resolution), spread));
            dataset.addSeries(line);
        }
        return dataset;
    }

    /** The axes are the same for all settings. */
    @Override
    public Object subject() {
        return ResolutionBandsFigure.class;
    }

    @Override
    public List<FigureRegion> regions(JFreeChart chart, PlotRenderingInfo painted, FigureStyle style) {
        SweepAxis resolutions = (SweepAxis) chart.getXYPlot().getDomainAxis();
        ValueAxis accuracy = chart.getXYPlot().getRangeAxis();
        Rectangle2D area = painted.getDataArea();
        double half = 0.8 * style.fontSize();
        List<FigureRegion> regions = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            Setting setting = settings.get(i);
            int series = i;
            setting.accuracy().forEach((resolution, spread) -> {
                double x = resolutions.valueToJava2D(resolutions.place(resolution), area, RectangleEdge.BOTTOM);
                double y = accuracy.valueToJava2D(spread.mean(), area, RectangleEdge.LEFT);
                if (area.contains(x, y)) {
                    regions.add(new FigureRegion(
                            new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half),
                            series,
                            FigureRegion.ALL,
                            Optional.of(resolution),
                            (setting.name().isEmpty() ? "" : setting.name() + ", ") + resolution.title() + ": "
                                    + BandLegend.percent(spread)));
                }
            });
        }
        return regions;
    }

    @Override
    public String description() {
        return Texts.of("report.bands.resolution.description");
    }

    @Override
    public Optional<Table> table() {
        List<List<String>> rows = new ArrayList<>();
        for (Setting setting : settings) {
            setting.accuracy()
                    .forEach((resolution, spread) ->
                            rows.add(BandLegend.row(List.of(setting.name(), resolution.id()), spread)));
        }
        return Optional.of(BandLegend.table(List.of("setting", "resolution"), rows));
    }
}
