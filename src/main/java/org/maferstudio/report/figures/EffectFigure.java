package org.maferstudio.report.figures;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.maferstudio.report.painting.ChartTheme;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Spread;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * How a measure depends on one setting of a series: for each value the mean over all runs with it, whatever their other
 * settings, and the 95 % interval of that mean. Values stand side by side in their order, equally far apart.
 *
 * @param setting its label, such as {@code Learning rate}
 * @param measure its label, such as {@code Accuracy}
 * @param levels the values, at least one
 */
public record EffectFigure(String setting, String measure, List<Level> levels) implements ChartFigure {
    /** The range of the measure is a multiple of this. */
    private static final double STEP = 0.05;

    /**
     * One value of the setting.
     *
     * @param value as text
     * @param spread the measure of its runs, shares from 0 to 1
     */
    public record Level(String value, Spread spread) {
        private double low() {
            return spread.interval().map(Interval::low).orElse(spread.mean());
        }

        private double high() {
            return spread.interval().map(Interval::high).orElse(spread.mean());
        }
    }

    public EffectFigure {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("an effect needs at least one value");
        }
    }

    @Override
    public Size size() {
        return new Size(420, 300);
    }

    @Override
    public JFreeChart chart(Size place, FigureStyle style) {
        YIntervalSeries line = new YIntervalSeries("", false, true);
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            line.add(i, level.spread().mean(), level.low(), level.high());
        }
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        dataset.addSeries(line);
        SymbolAxis values =
                new SymbolAxis(setting, levels.stream().map(Level::value).toArray(String[]::new));
        values.setGridBandsVisible(false);
        values.setRange(-0.5, levels.size() - 0.5);
        XYPlot plot = new XYPlot(dataset, values, axis(), renderer(style));
        ChartTheme theme = new ChartTheme(style);
        theme.style(plot);
        return theme.chart(plot, (painter, painted) -> {});
    }

    /** A range that holds all intervals, within 0 to 100 %. */
    private NumberAxis axis() {
        double low = levels.stream().mapToDouble(Level::low).min().orElse(0);
        double high = levels.stream().mapToDouble(Level::high).max().orElse(1);
        double bottom = Math.max(0, Math.floor(low / STEP) * STEP);
        double top = Math.min(1, Math.ceil(high / STEP) * STEP);
        double room = Math.max(STEP, top - bottom);
        DecimalFormat percent = Numbers.format("0.#");
        percent.setMultiplier(100);
        double tick = room <= 0.1 ? 0.02 : room <= 0.3 ? STEP : room <= 0.6 ? 0.1 : 0.2;
        return new HomeAxis(
                Texts.of("report.effect.axis", measure),
                new Range(bottom, Math.max(bottom + STEP, top)),
                tick,
                percent);
    }

    private static XYErrorRenderer renderer(FigureStyle style) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        double mark = 0.36 * style.fontSize();
        renderer.setDrawXError(false);
        renderer.setCapLength(style.fontSize() / 2);
        renderer.setDefaultLinesVisible(true);
        renderer.setDefaultCreateEntities(false);
        renderer.setErrorPaint(style.series(0));
        renderer.setErrorStroke(ChartTheme.stroke(0, 1.4));
        renderer.setSeriesPaint(0, style.series(0));
        renderer.setSeriesStroke(0, ChartTheme.stroke(0, 2));
        renderer.setSeriesShape(0, new Ellipse2D.Double(-mark, -mark, 2 * mark, 2 * mark));
        return renderer;
    }

    /** A zoom stays while runs are added, and ends when another setting or measure is shown. */
    @Override
    public Object subject() {
        return List.of(EffectFigure.class, setting, measure, levels.size());
    }

    @Override
    public List<FigureRegion> regions(JFreeChart chart, PlotRenderingInfo painted, FigureStyle style) {
        ValueAxis values = chart.getXYPlot().getDomainAxis();
        ValueAxis means = chart.getXYPlot().getRangeAxis();
        Rectangle2D area = painted.getDataArea();
        double half = 0.8 * style.fontSize();
        List<FigureRegion> regions = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            double x = values.valueToJava2D(i, area, RectangleEdge.BOTTOM);
            double y = means.valueToJava2D(levels.get(i).spread().mean(), area, RectangleEdge.LEFT);
            if (area.contains(x, y)) {
                regions.add(new FigureRegion(
                        new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half),
                        0,
                        FigureRegion.ALL,
                        Optional.empty(),
                        text(levels.get(i))));
            }
        }
        return regions;
    }

    private String text(Level level) {
        String mean = Numbers.percent(level.spread().mean());
        int runs = level.spread().n();
        return level.spread()
                .interval()
                .map(interval -> Texts.of(
                        "report.effect.tooltip.interval",
                        runs,
                        setting,
                        level.value(),
                        mean,
                        Numbers.percent(interval.low(), interval.high())))
                .orElseGet(() -> Texts.of("report.effect.tooltip", runs, setting, level.value(), mean));
    }

    @Override
    public String description() {
        return Texts.of("report.effect.description", measure, setting);
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(BandLegend.table(
                List.of("value"),
                levels.stream()
                        .map(level -> BandLegend.row(List.of(level.value()), level.spread()))
                        .toList()));
    }
}
