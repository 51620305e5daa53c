package org.maferstudio.report.figures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.painting.ColourScale;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.ClassScore;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Interval;
import org.maferstudio.results.ScoreIntervals;
import org.maferstudio.results.Scores;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * The accuracy of each class as bars with 95 % intervals and n, in the colours of the expressions.
 *
 * @param labels the classes
 * @param series one to four networks; the first is filled, the others are ever paler
 */
public record ClassAccuracyFigure(LabelSet labels, List<Series> series) implements Figure {
    /** Minimum number of samples for showing a percentage. */
    private static final int FEW = 30;

    /**
     * One network.
     *
     * @param name shown where there are several
     * @param scores its numbers, of the figure's classes
     * @param intervals of these numbers
     */
    public record Series(String name, Scores scores, ScoreIntervals intervals) {
        /** Creates the series of a matrix, without known groups. */
        public static Series of(String name, ConfusionMatrix matrix) {
            return new Series(name, Scores.of(matrix), ScoreIntervals.of(matrix));
        }
    }

    public ClassAccuracyFigure {
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > 4) {
            throw new IllegalArgumentException("one to four networks stand side by side, got " + series.size());
        }
        for (Series each : series) {
            if (each.scores().classes().size() != labels.size()) {
                throw new IllegalArgumentException("the scores of " + each.name() + " have "
                        + each.scores().classes().size() + " classes, not " + labels.size());
            }
        }
    }

    /** One network. */
    public static ClassAccuracyFigure of(ConfusionMatrix matrix) {
        return new ClassAccuracyFigure(matrix.labels(), List.of(Series.of("", matrix)));
    }

    @Override
    public Size size() {
        return new Size(420, Math.min(2000, 40 + labels.size() * (14.0 + 14 * series.size())));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureStyle style) {
        FigurePainter painter = new FigurePainter(g);
        painter.background(width, height, style.colours().background());
        double em = style.fontSize();
        Rectangle2D area = area(width, height, style);
        grid(painter, area.getMinX(), area.getMaxX(), area.getMinY(), area.getMaxY(), style);
        legend(painter, area.getMinX(), width, style);
        for (int label = 0; label < labels.size(); label++) {
            painter.text(
                    FigurePainter.fitting(labels.title(label), style.font(), area.getMinX() - 0.8 * em),
                    area.getMinX() - 0.7 * em,
                    area.getMinY() + (label + 0.5) * area.getHeight() / labels.size(),
                    Anchor.RIGHT,
                    new Lettering(style.font(), style.colours().foreground()));
            for (int i = 0; i < series.size(); i++) {
                bar(painter, label, i, place(label, i, area, width, style), style);
            }
        }
    }

    /** Between the axes. */
    private Rectangle2D area(double width, double height, FigureStyle style) {
        double em = style.fontSize();
        double names = IntStream.range(0, labels.size())
                .mapToDouble(i -> FigurePainter.width(labels.title(i), style.font()))
                .max()
                .orElse(0);
        double left = Math.min(names, 0.4 * width) + 1.4 * em;
        double top = series.size() > 1 ? 2.2 * em : 0.8 * em;
        return new Rectangle2D.Double(left, top, width - 7.2 * em - left, height - 2.2 * em - top);
    }

    private Place place(int label, int index, Rectangle2D area, double width, FigureStyle style) {
        double band = area.getHeight() / labels.size();
        double bar = Math.min((series.size() > 1 ? 0.84 : 0.74) * band / series.size(), 1.9 * style.fontSize());
        double middle = area.getMinY() + (label + 0.5) * band;
        double y = middle + (index - (series.size() - 1) / 2.0) * bar;
        return new Place(area.getMinX(), area.getMaxX(), y, bar, width);
    }

    @Override
    public List<FigureRegion> spots(Size painted, FigureStyle style) {
        Rectangle2D area = area(painted.width(), painted.height(), style);
        List<FigureRegion> spots = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            for (int i = 0; i < series.size(); i++) {
                Place place = place(label, i, area, painted.width(), style);
                ClassScore score = series.get(i).scores().classes().get(label);
                double top = place.y() - place.thickness() / 2;
                Rectangle2D bounds = new Rectangle2D.Double(0, top, painted.width(), place.thickness());
                String text = Texts.of(
                        "report.classAccuracy.tooltip",
                        labels.title(label),
                        Numbers.count(score.correct()),
                        Numbers.count(score.n()));
                spots.add(new FigureRegion(bounds, i, label, Optional.empty(), text));
            }
        }
        return spots;
    }

    private static void grid(
            FigurePainter painter, double left, double right, double top, double bottom, FigureStyle style) {
        double em = style.fontSize();
        Lettering muted = new Lettering(style.font(0.85), style.colours().muted());
        for (int percent = 0; percent <= 100; percent += 20) {
            double x = left + percent / 100.0 * (right - left);
            painter.line(x, top, x, bottom, style.colours().faint());
            painter.text(percent + (percent == 100 ? " %" : ""), x, bottom + 0.95 * em, Anchor.CENTRE, muted);
        }
    }

    private void legend(FigurePainter painter, double left, double width, FigureStyle style) {
        double em = style.fontSize();
        double needed = series.stream()
                .mapToDouble(each -> FigurePainter.width(each.name(), style.font()) + 2.6 * em)
                .sum();
        boolean tight = left + needed > width;
        // Bars that do not fit start at the edge, with equal space.
        double x = tight ? 0.5 * em : left;
        double room = (width - x) / series.size() - 2.2 * em;
        List<String> names =
                LegendNames.fitting(series.stream().map(Series::name).toList(), style.font(), tight ? room : width);
        for (int i = 0; i < series.size() && series.size() > 1; i++) {
            painter.fill(
                    new RoundRectangle2D.Double(x, 0.7 * em, 0.8 * em, 0.8 * em, 2, 2),
                    shade(style.colours().classes().orElse(style.colours().muted()), i, style));
            String whole = names.get(i);
            String name = tight ? FigurePainter.fitting(whole, style.font(), room) : whole;
            painter.text(
                    name,
                    x + 1.2 * em,
                    1.1 * em,
                    Anchor.LEFT,
                    new Lettering(style.font(), style.colours().foreground()));
            x += tight ? room + 2.2 * em : FigurePainter.width(name, style.font()) + 2.6 * em;
        }
    }

    /** The position of a bar: its axis from left to right, its middle, its thickness, and the end of the figure. */
    private record Place(double left, double right, double y, double thickness, double end) {
        double x(double share) {
            return left + share * (right - left);
        }
    }

    private void bar(FigurePainter painter, int label, int index, Place place, FigureStyle style) {
        ClassScore score = series.get(index).scores().classes().get(label);
        double em = style.fontSize();
        Font small = style.font(0.85);
        Lettering muted = new Lettering(small, style.colours().muted());
        if (score.n() == 0) {
            painter.text(
                    Texts.of("report.classAccuracy.noSamples"), place.left() + 0.5 * em, place.y(), Anchor.LEFT, muted);
            return;
        }
        double inset = Math.min(1.5, place.thickness() / 10);
        double length = place.x(score.recall()) - place.left();
        painter.fill(
                new RoundRectangle2D.Double(
                        place.left(),
                        place.y() - place.thickness() / 2 + inset,
                        length,
                        place.thickness() - 2 * inset,
                        3,
                        3),
                shade(style.classColour(labels, label), index, style));
        Interval interval = series.get(index).intervals().recalls().get(label);
        double low = place.x(interval.low());
        double high = place.x(interval.high());
        double cap = Math.min(0.28 * em, place.thickness() / 4);
        Color ink = style.colours().foreground();
        painter.line(low, place.y(), high, place.y(), ink);
        painter.line(low, place.y() - cap, low, place.y() + cap, ink);
        painter.line(high, place.y() - cap, high, place.y() + cap, ink);
        if (place.thickness() > 0.8 * em) {
            // The numbers of adjacent bars must not touch.
            double fitting = Math.min(1, place.thickness() / (1.05 * em));
            painter.text(
                    Numbers.percent(score.recall()),
                    place.right() + 3.1 * em,
                    place.y(),
                    Anchor.RIGHT,
                    new Lettering(style.font(fitting), style.colours().foreground()));
            String count = Numbers.count(score.n());
            String n = score.n() < FEW
                    ? Texts.of("report.classAccuracy.fewSamples", count)
                    : Texts.of("report.classAccuracy.samples", count);
            painter.text(
                    n,
                    place.end() - 0.4 * em,
                    place.y(),
                    Anchor.RIGHT,
                    new Lettering(style.font(0.85 * fitting), style.colours().muted()));
        }
    }

    private static Color shade(Color colour, int index, FigureStyle style) {
        return ColourScale.blend(colour, style.colours().background(), 0.26 * index);
    }

    @Override
    public String description() {
        return Texts.of("report.classAccuracy.description");
    }

    @Override
    public Optional<Table> table() {
        List<List<String>> rows = new ArrayList<>();
        for (Series each : series) {
            for (ClassScore score : each.scores().classes()) {
                Interval interval = each.intervals().recalls().get(score.label());
                rows.add(List.of(
                        each.name(),
                        labels.name(score.label()),
                        Long.toString(score.n()),
                        Numbers.share(score.recall()),
                        Numbers.share(interval.low()),
                        Numbers.share(interval.high()),
                        Numbers.share(score.precision()),
                        Numbers.share(score.f1()),
                        Boolean.toString(each.intervals().byGroup())));
            }
        }
        return Optional.of(new Table(
                List.of(
                        "experiment",
                        "class",
                        "n",
                        "recall",
                        "recall_low",
                        "recall_high",
                        "precision",
                        "f1",
                        "interval_by_group"),
                rows));
    }
}
