package org.maferstudio.report.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.report.painting.ColourScale;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.Calibration;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Reliability diagram: accuracy by confidence, and below the distribution of the confidence.
 *
 * @param series one to four networks
 */
public record ReliabilityFigure(List<Series> series) implements Figure {
    /** Number of bins. */
    public static final int BINS = 15;

    private static final int FEW = 30;

    /** Minimum length of a name before its numbers are dropped, in font sizes. */
    private static final double LEAST_NAME = 7;

    /**
     * One network.
     *
     * @param name shown where there are several
     */
    public record Series(String name, Calibration calibration) {}

    public ReliabilityFigure {
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > 4) {
            throw new IllegalArgumentException("one to four networks stand side by side, got " + series.size());
        }
    }

    @Override
    public Size size() {
        return new Size(340, 400 + (series.size() > 1 ? 14 * series.size() : 0));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureStyle style) {
        FigurePainter painter = new FigurePainter(g);
        painter.background(width, height, style.colours().background());
        double em = style.fontSize();
        double left = 4 * em;
        double right = width - 1.2 * em;
        double top = (1.2 + 1.4 * rows(right - left, width, style)) * em;
        double strip = Math.min(5 * em, 0.16 * height);
        double bottom = height - strip - 4.2 * em;
        UnitAxes frame =
                new UnitAxes(new Rectangle2D.Double(left, top, Math.max(1, right - left), Math.max(1, bottom - top)));
        frame.grid(
                painter,
                List.of(Texts.of("report.reliability.axis.confidence")),
                List.of(Texts.of("report.axis.accuracy")),
                style);
        double base = height - 0.6 * em;
        for (int i = 0; i < series.size(); i++) {
            heading(painter, i, left, right, style);
            if (series.size() == 1) {
                gaps(painter, frame, style);
                gapLegend(painter, right, width, (rows(right - left, width, style) == 1 ? 1 : 2.4) * em, style);
            } else {
                line(painter, frame, i, style);
            }
            histogram(painter, i, frame, base, strip, style);
        }
        painter.dotted(
                frame.x(0), frame.y(0), frame.x(1), frame.y(1), style.colours().foreground());
        painter.line(left, base, right, base, style.colours().faint());
        painter.text(
                Texts.of("report.reliability.samples"),
                left - 0.5 * em,
                base - 0.35 * strip,
                Anchor.RIGHT,
                new Lettering(style.font(0.75), style.colours().muted()));
    }

    /**
     * The number of rows above the plot: one per network; for a single network, the legend takes a second one if
     * necessary.
     */
    private int rows(double room, double width, FigureStyle style) {
        if (series.size() > 1) {
            return series.size();
        }
        double both = FigurePainter.width(numbers(0), style.font(0.9)) + style.fontSize() + gapLegendWidth(style);
        return both <= room || !hasGapLegend(width, style) ? 1 : 2;
    }

    /** The name of a network, if there are several, and its numbers as far as they fit. */
    private void heading(FigurePainter painter, int index, double left, double right, FigureStyle style) {
        double em = style.fontSize();
        double y = (1 + 1.4 * index) * em;
        Lettering small = new Lettering(style.font(0.9), style.colours().muted());
        if (series.size() == 1) {
            painter.text(
                    FigurePainter.first(small.font(), right - left, List.of(numbers(0), error(0))),
                    left,
                    y,
                    Anchor.LEFT,
                    small);
            return;
        }
        double room = right - left - 1.1 * em;
        double least = Math.min(FigurePainter.width(series.get(index).name(), style.font()), LEAST_NAME * em);
        String numbers =
                FigurePainter.first(small.font(), room - least - 0.8 * em, List.of(numbers(index), error(index)));
        double taken = numbers.isEmpty() ? 0 : FigurePainter.width(numbers, small.font()) + 0.8 * em;
        List<String> names =
                LegendNames.fitting(series.stream().map(Series::name).toList(), style.font(), room - taken);
        String name = FigurePainter.fitting(names.get(index), style.font(), room - taken);
        painter.fill(new Ellipse2D.Double(left, y - 0.35 * em, 0.7 * em, 0.7 * em), style.series(index));
        painter.text(
                name,
                left + 1.1 * em,
                y,
                Anchor.LEFT,
                new Lettering(style.font(), style.colours().foreground()));
        painter.text(numbers, left + 1.9 * em + FigurePainter.width(name, style.font()), y, Anchor.LEFT, small);
    }

    private String error(int index) {
        return "ECE " + Numbers.share(series.get(index).calibration().expectedError());
    }

    private String numbers(int index) {
        return error(index) + " \u00b7 Brier "
                + Numbers.share(series.get(index).calibration().brier());
    }

    /** Bars of accuracy, and their gap to the confidence. */
    private void gaps(FigurePainter painter, UnitAxes frame, FigureStyle style) {
        List<Calibration.Bin> bins = series.get(0).calibration().bins();
        Color bar = style.series(0);
        for (int i = 0; i < bins.size(); i++) {
            Calibration.Bin bin = bins.get(i);
            if (bin.n() > 0) {
                double x = frame.x((double) i / bins.size());
                double wide = frame.area().getWidth() / bins.size() - 1;
                boolean tooSure = bin.confidence() > bin.accuracy();
                double low = Math.min(bin.accuracy(), bin.confidence());
                double high = Math.max(bin.accuracy(), bin.confidence());
                rectangle(painter, x, frame.y(low), wide, frame.y(0), bar);
                rectangle(painter, x, frame.y(high), wide, frame.y(low), gap(tooSure ? 1 : 2, style));
            }
        }
    }

    private static Color gap(int series, FigureStyle style) {
        return ColourScale.blend(style.series(series), style.colours().background(), 0.5);
    }

    /** The legend of the two gap colours, at the right; nothing if it does not fit. */
    private static void gapLegend(FigurePainter painter, double right, double width, double y, FigureStyle style) {
        if (!hasGapLegend(width, style)) {
            return;
        }
        double em = style.fontSize();
        Lettering small = new Lettering(style.font(0.9), style.colours().muted());
        double x = right;
        List<String> words = gapWords();
        for (int kind = words.size() - 1; kind >= 0; kind--) {
            painter.text(words.get(kind), x, y, Anchor.RIGHT, small);
            x -= FigurePainter.width(words.get(kind), small.font()) + em;
            painter.fill(new Rectangle2D.Double(x, y - 0.35 * em, 0.7 * em, 0.7 * em), gap(kind + 1, style));
            x -= 0.8 * em;
        }
    }

    private static List<String> gapWords() {
        return List.of(Texts.of("report.reliability.overconfident"), Texts.of("report.reliability.underconfident"));
    }

    private static double gapLegendWidth(FigureStyle style) {
        return gapWords().stream()
                        .mapToDouble(words -> FigurePainter.width(words, style.font(0.9)) + 1.8 * style.fontSize())
                        .sum()
                - 0.8 * style.fontSize();
    }

    private static boolean hasGapLegend(double width, FigureStyle style) {
        return gapLegendWidth(style) <= width - 1.8 * style.fontSize();
    }

    private static void rectangle(
            FigurePainter painter, double x, double top, double wide, double bottom, Color colour) {
        painter.fill(new Rectangle2D.Double(x + 0.5, top, wide, Math.max(0, bottom - top)), colour);
    }

    private void line(FigurePainter painter, UnitAxes frame, int index, FigureStyle style) {
        Path2D path = new Path2D.Double();
        for (Calibration.Bin bin : series.get(index).calibration().bins()) {
            if (bin.n() > 0) {
                double x = frame.x(bin.confidence());
                double y = frame.y(bin.accuracy());
                // Bins with few samples are paler.
                double half = (bin.n() < FEW ? 0.16 : 0.32) * style.fontSize();
                if (path.getCurrentPoint() == null) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
                painter.fill(new Ellipse2D.Double(x - half, y - half, 2 * half, 2 * half), style.series(index));
            }
        }
        painter.draw(path, style.series(index), 1.6);
    }

    /** The share of samples in each bin; the bars of several networks are adjacent. */
    private void histogram(
            FigurePainter painter, int index, UnitAxes frame, double base, double strip, FigureStyle style) {
        double most = series.stream()
                .flatMap(each -> each.calibration().bins().stream().map(bin -> share(each, bin)))
                .max(Double::compare)
                .orElse(0.0);
        List<Calibration.Bin> bins = series.get(index).calibration().bins();
        double wide = (frame.area().getWidth() / bins.size() - 1) / series.size();
        for (int i = 0; i < bins.size() && most > 0; i++) {
            double high = share(series.get(index), bins.get(i)) / most * (strip - 1.4 * style.fontSize());
            double x = frame.x((double) i / bins.size()) + index * wide;
            rectangle(painter, x, base - high, wide, base, style.series(index));
        }
    }

    private static double share(Series each, Calibration.Bin bin) {
        int all =
                each.calibration().bins().stream().mapToInt(Calibration.Bin::n).sum();
        return all == 0 ? 0 : (double) bin.n() / all;
    }

    @Override
    public String description() {
        return Texts.of(
                "report.reliability.description",
                series.get(0).calibration().bins().size());
    }

    @Override
    public Optional<Table> table() {
        List<List<String>> rows = new ArrayList<>();
        for (Series each : series) {
            List<Calibration.Bin> bins = each.calibration().bins();
            for (int i = 0; i < bins.size(); i++) {
                Calibration.Bin bin = bins.get(i);
                rows.add(List.of(
                        each.name(),
                        Numbers.share((double) i / bins.size()),
                        Numbers.share((i + 1.0) / bins.size()),
                        Integer.toString(bin.n()),
                        Numbers.share(bin.confidence()),
                        Numbers.share(bin.accuracy())));
            }
        }
        return Optional.of(new Table(List.of("experiment", "from", "to", "n", "confidence", "accuracy"), rows));
    }
}
