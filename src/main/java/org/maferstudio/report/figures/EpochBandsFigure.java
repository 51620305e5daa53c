package org.maferstudio.report.figures;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.report.painting.ChartTheme;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.Spread;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Validation loss and accuracy by epoch of settings that were trained several times: the mean over the runs, and as a band
 * its 95 % interval by Student's t. A single run has no band.
 *
 * @param settings one to four
 */
public record EpochBandsFigure(List<Setting> settings) implements ChartFigure {
    private static final int FEW_POINTS = 30;

    /**
     * One setting.
     *
     * @param name shown in the legend; may be empty
     * @param epochs those that all its runs have validated after, in order; not empty
     */
    public record Setting(String name, List<Epoch> epochs) {
        public Setting {
            epochs = List.copyOf(epochs);
        }

        /**
         * Means over runs, up to the last epoch that all of them have reached: later ones would be means of other runs.
         *
         * @param histories at least one; of each epoch the last validation counts
         */
        public static Setting of(String name, List<List<HistoryRow>> histories) {
            List<TreeMap<Integer, HistoryRow>> byEpoch =
                    histories.stream().map(Setting::byEpoch).toList();
            List<Epoch> epochs = new ArrayList<>();
            for (int epoch : byEpoch.get(0).keySet()) {
                if (byEpoch.stream().allMatch(rows -> rows.containsKey(epoch))) {
                    epochs.add(new Epoch(
                            epoch,
                            spread(byEpoch, rows -> rows.get(epoch).validLoss()),
                            spread(byEpoch, rows -> rows.get(epoch).validAccuracy())));
                }
            }
            return new Setting(name, epochs);
        }

        private static TreeMap<Integer, HistoryRow> byEpoch(List<HistoryRow> rows) {
            TreeMap<Integer, HistoryRow> byEpoch = new TreeMap<>();
            rows.stream()
                    .filter(row -> Double.isFinite(row.validLoss()) && Double.isFinite(row.validAccuracy()))
                    .forEach(row -> byEpoch.put(row.epoch(), row));
            return byEpoch;
        }

        private static Spread spread(
                List<TreeMap<Integer, HistoryRow>> runs, Function<TreeMap<Integer, HistoryRow>, Double> value) {
            return new Spread(runs.stream().map(value).toList());
        }

        private String legend() {
            return BandLegend.name(name, epochs.stream().map(Epoch::accuracy).toList());
        }
    }

    /**
     * One epoch of a setting.
     *
     * @param number from 1
     * @param loss in nats, one value per run
     * @param accuracy 0 to 1
     */
    public record Epoch(int number, Spread loss, Spread accuracy) {}

    public EpochBandsFigure {
        settings = List.copyOf(settings);
        if (settings.isEmpty() || settings.size() > 4) {
            throw new IllegalArgumentException("one to four settings stand side by side, got " + settings.size());
        }
    }

    @Override
    public Size size() {
        return new Size(480, 420);
    }

    @Override
    public JFreeChart chart(Size place, FigureStyle style) {
        ChartTheme theme = new ChartTheme(style);
        NumberAxis epochs = new NumberAxis(Texts.of("report.axis.epoch"));
        epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        epochs.setAutoRangeIncludesZero(false);
        epochs.setAutoRangeMinimumSize(1);
        theme.style(epochs);
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(epochs);
        plot.setDomainPannable(true);
        plot.setRangePannable(true);
        plot.setGap(2.1 * style.fontSize());
        XYPlot loss = part(theme, style, Epoch::loss, HistoryAxes.loss());
        XYPlot accuracy = part(theme, style, epoch -> hundredfold(epoch.accuracy()), HistoryAxes.percent());
        plot.add(loss);
        plot.add(accuracy);
        theme.style(plot);
        List<String> headings = List.of(Texts.of("report.axis.loss"), Texts.of("report.axis.accuracy"));
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
        });
        accuracy.getRenderer().setDefaultSeriesVisibleInLegend(false);
        BandLegend.add(
                chart,
                loss,
                settings.stream().map(Setting::legend).toList(),
                settings.stream()
                        .flatMap(setting -> setting.epochs().stream())
                        .map(Epoch::accuracy)
                        .toList(),
                style);
        return chart;
    }

    private static Spread hundredfold(Spread share) {
        return new Spread(share.values().stream().map(value -> 100 * value).toList());
    }

    private XYPlot part(ChartTheme theme, FigureStyle style, Function<Epoch, Spread> value, NumberAxis axis) {
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        DeviationRenderer renderer = BandRenderer.of(settings.size(), style);
        for (int i = 0; i < settings.size(); i++) {
            YIntervalSeries line = new YIntervalSeries(i, true, true);
            List<Epoch> epochs = settings.get(i).epochs();
            epochs.forEach(epoch -> BandLegend.add(line, epoch.number(), value.apply(epoch)));
            dataset.addSeries(line);
            renderer.setSeriesShapesVisible(i, epochs.size() <= FEW_POINTS);
        }
        XYPlot plot = new XYPlot(dataset, null, axis, renderer);
        theme.style(plot);
        return plot;
    }

    /** A zoom stays while the same settings are trained. */
    @Override
    public Object subject() {
        return Stream.concat(Stream.of("epochs"), settings.stream().map(Setting::name))
                .toList();
    }

    /** The epochs, a column each. */
    @Override
    public List<FigureRegion> regions(JFreeChart chart, PlotRenderingInfo painted, FigureStyle style) {
        ValueAxis axis = chart.getXYPlot().getDomainAxis();
        Rectangle2D area = painted.getDataArea();
        List<FigureRegion> regions = new ArrayList<>();
        List<Integer> epochs = settings.stream()
                .flatMap(setting -> setting.epochs().stream())
                .map(Epoch::number)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        for (int epoch : epochs) {
            double left = axis.valueToJava2D(epoch - 0.5, area, RectangleEdge.BOTTOM);
            double right = axis.valueToJava2D(epoch + 0.5, area, RectangleEdge.BOTTOM);
            Rectangle2D column = new Rectangle2D.Double(left, area.getMinY(), right - left, area.getHeight())
                    .createIntersection(area);
            if (column.getWidth() > 0) {
                regions.add(new FigureRegion(column, 0, FigureRegion.ALL, Optional.empty(), text(epoch)));
            }
        }
        return regions;
    }

    private String text(int number) {
        StringBuilder text = new StringBuilder(Texts.of("report.bands.epoch", number));
        for (Setting setting : settings) {
            setting.epochs().stream().filter(epoch -> epoch.number() == number).forEach(epoch -> text.append('\n')
                    .append(Texts.of(
                            "report.bands.epochValues",
                            setting.legend(),
                            Numbers.share(epoch.loss().mean()),
                            BandLegend.percent(epoch.accuracy()))));
        }
        return text.toString();
    }

    @Override
    public String description() {
        return Texts.of("report.bands.epoch.description");
    }

    @Override
    public Optional<Table> table() {
        List<List<String>> rows = new ArrayList<>();
        for (Setting setting : settings) {
            for (Epoch epoch : setting.epochs()) {
                String number = String.valueOf(epoch.number());
                rows.add(BandLegend.row(List.of(setting.name(), number, "loss"), epoch.loss()));
                rows.add(BandLegend.row(List.of(setting.name(), number, "accuracy"), epoch.accuracy()));
            }
        }
        return Optional.of(BandLegend.table(List.of("setting", "epoch", "measure"), rows));
    }
}
