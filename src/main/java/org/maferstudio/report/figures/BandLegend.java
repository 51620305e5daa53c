package org.maferstudio.report.figures;

import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.maferstudio.report.painting.ChartTheme;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Spread;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** Names the settings of a figure with bands with their number of runs, and says what the bands are. */
final class BandLegend {
    private BandLegend() {}

    /** A setting's name with the number of its runs, such as {@code Baseline, n = 3}. */
    static String name(String setting, Collection<Spread> spreads) {
        IntSummaryStatistics runs = spreads.stream().mapToInt(Spread::n).summaryStatistics();
        String n = runs.getMin() == runs.getMax()
                ? Numbers.count(runs.getMax())
                : Numbers.count(runs.getMin()) + "\u2013" + Numbers.count(runs.getMax());
        return setting.isEmpty() ? Texts.of("report.bands.unnamed", n) : Texts.of("report.bands.named", setting, n);
    }

    /** Adds names and explanation above the chart. */
    static void add(JFreeChart chart, XYPlot named, List<String> names, Collection<Spread> spreads, FigureStyle style) {
        named.getRenderer().setLegendItemLabelGenerator((data, i) -> names.get(i));
        boolean any = spreads.stream().anyMatch(spread -> spread.n() > 1);
        TextTitle note =
                new TextTitle(any ? Texts.of("report.bands.note") : Texts.of("report.bands.single"), style.font(0.8));
        note.setPaint(style.colours().muted());
        note.setHorizontalAlignment(HorizontalAlignment.LEFT);
        note.setPadding(new RectangleInsets(0, 0.6 * style.fontSize(), 1.6 * style.fontSize(), 0));
        new ChartTheme(style).legend(chart, 0.1);
        chart.addSubtitle(note);
    }

    /** Adds the mean at a place; a single run has a band of no height. */
    static void add(YIntervalSeries line, double x, Spread spread) {
        Interval band = spread.interval().orElse(new Interval(spread.mean(), spread.mean()));
        line.add(x, spread.mean(), band.low(), band.high());
    }

    /** A mean with its interval and n, in percent. */
    static String percent(Spread spread) {
        return spread.interval()
                .map(interval -> Texts.of(
                        "report.bands.tooltip.interval",
                        Numbers.percent(spread.mean()),
                        Numbers.percent(interval.low(), interval.high()),
                        spread.n()))
                .orElseGet(() -> Texts.of("report.bands.tooltip", Numbers.percent(spread.mean())));
    }

    /** The columns of a spread in tables. */
    static final List<String> COLUMNS = List.of("runs", "mean", "sd", "low", "high");

    /** The values of a spread in tables. */
    static List<String> cells(Spread spread) {
        return List.of(
                String.valueOf(spread.n()),
                Numbers.share(spread.mean()),
                spread.n() < 2 ? "" : Numbers.share(spread.standardDeviation()),
                spread.interval().map(interval -> Numbers.share(interval.low())).orElse(""),
                spread.interval()
                        .map(interval -> Numbers.share(interval.high()))
                        .orElse(""));
    }

    /** A row of a table: what it is about, then the spread. */
    static List<String> row(List<String> about, Spread spread) {
        return Stream.concat(about.stream(), cells(spread).stream()).toList();
    }

    /** A table of such rows. */
    static Table table(List<String> about, List<List<String>> rows) {
        return new Table(Stream.concat(about.stream(), COLUMNS.stream()).toList(), rows);
    }
}
