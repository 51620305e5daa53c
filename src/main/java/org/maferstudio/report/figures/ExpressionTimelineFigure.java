package org.maferstudio.report.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.expression.ValueTitle;
import org.maferstudio.report.painting.ChartTheme;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.report.tables.Table;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * The probability of each class over the time of a film, one lane per class, with the share of time in which it was
 * predicted; then a lane for each value that is no class, with its mean.
 *
 * @param labels the classes
 * @param values that are no classes, such as valence; usually none
 * @param from time of the left edge, in seconds
 * @param to time of the right edge, in seconds, later than {@code from}
 * @param series one to four networks; the first is filled, the others are lines
 */
public record ExpressionTimelineFigure(LabelSet labels, List<Scale> values, double from, double to, List<Series> series)
        implements Figure {
    private static final List<Double> STEPS =
            List.of(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0);
    private static final int MINUTE = 60;
    /** Thickness of the other networks' lines, in points. */
    private static final double THIN = 0.6;

    /**
     * A value and what its lane shows of it.
     *
     * @param name in files
     * @param low at the lower edge
     * @param high at the upper edge
     */
    public record Scale(String name, double low, double high) {}

    /**
     * One network.
     *
     * @param name shown where there are several
     * @param bins of equal duration, from the left edge to the right
     * @param shares of the time with a face in which each class was predicted; empty if there was no face
     * @param means of each value; NaN if there was no face, or the network does not predict it
     */
    public record Series(String name, List<Bin> bins, List<Double> shares, List<Double> means) {
        public Series {
            bins = List.copyOf(bins);
            shares = List.copyOf(shares);
            means = List.copyOf(means);
        }
    }

    /**
     * A part of the time.
     *
     * @param probabilities means by class, 0 to 1; empty if there was no face
     * @param values means of each value; NaN if the network does not predict it; empty if there was no face
     */
    public record Bin(List<Double> probabilities, List<Double> values) {
        /** No face. */
        public static final Bin EMPTY = new Bin(List.of(), List.of());

        public Bin {
            probabilities = List.copyOf(probabilities);
            values = List.copyOf(values);
        }
    }

    public ExpressionTimelineFigure {
        values = List.copyOf(values);
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > 4) {
            throw new IllegalArgumentException("one to four networks stand side by side, got " + series.size());
        }
        if (!(to > from)) {
            throw new IllegalArgumentException("the right edge is later than the left, got " + from + " to " + to);
        }
    }

    @Override
    public Size size() {
        return new Size(560, Math.min(2000, 70 + 34.0 * lanes()));
    }

    private int lanes() {
        return labels.size() + values.size();
    }

    /** A lane on the page. */
    private record Lane(double left, double right, double top, double bottom) {
        /** The height of a share of the lane's, 0 to 1; what is beyond is at its edges. */
        double y(double share) {
            return bottom - Math.max(0, Math.min(1, share)) * (bottom - top);
        }
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureStyle style) {
        FigurePainter painter = new FigurePainter(g);
        painter.background(width, height, style.colours().background());
        double em = style.fontSize();
        double left = widest(names(), style) + 1.8 * em;
        double right = width - widest(shares(), style) - 1.8 * em;
        double top = 2.2 * em;
        double bottom = height - 3.1 * em;
        if (right - left < 4 * em || bottom - top < lanes() * em) {
            return;
        }
        Lettering muted = new Lettering(style.font(0.9), style.colours().muted());
        painter.text(Texts.of("report.timeline.share"), width - 0.8 * em, top - 1.1 * em, Anchor.RIGHT, muted);
        legend(painter, left, top - 1.1 * em, style);
        double step = (bottom - top) / lanes();
        for (int row = 0; row < lanes(); row++) {
            Lane lane = new Lane(left, right, top + row * step + 0.12 * step, top + (row + 1) * step);
            lane(painter, lane, row, style);
        }
        timeAxis(painter, new Lane(left, right, top, bottom), style);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            names.add(labels.title(label));
        }
        values.forEach(value -> names.add(ValueTitle.of(value.name())));
        return names;
    }

    private List<String> shares() {
        List<String> texts = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            List<String> parts = new ArrayList<>();
            for (Series each : series) {
                parts.add(
                        each.shares().isEmpty()
                                ? Numbers.NONE
                                : Numbers.percent(each.shares().get(label)));
            }
            texts.add(String.join(" / ", parts) + " %");
        }
        for (int value = 0; value < values.size(); value++) {
            int each = value;
            texts.add(Texts.of(
                    "report.timeline.mean",
                    series.stream().map(one -> mean(one, each)).collect(Collectors.joining(" / "))));
        }
        return texts;
    }

    private static String mean(Series series, int value) {
        return Numbers.signed(series.means().get(value), 2);
    }

    private static double widest(List<String> texts, FigureStyle style) {
        return texts.stream()
                .mapToDouble(text -> FigurePainter.width(text, style.font(0.9)))
                .max()
                .orElse(0);
    }

    private void legend(FigurePainter painter, double left, double y, FigureStyle style) {
        double em = style.fontSize();
        double x = left;
        for (int i = 0; i < series.size() && series.size() > 1; i++) {
            // The first network's areas have the colours of the classes.
            if (i == 0) {
                painter.fill(
                        new Rectangle2D.Double(x, y - 0.35 * em, 2 * em, 0.7 * em),
                        ChartTheme.translucent(style.colours().muted(), 0.5));
            } else {
                painter.line(x, y, x + 2 * em, y, style.colours().foreground(), ChartTheme.stroke(i - 1, THIN));
            }
            painter.text(
                    series.get(i).name(),
                    x + 2.5 * em,
                    y,
                    Anchor.LEFT,
                    new Lettering(style.font(0.9), style.colours().foreground()));
            x += 4 * em + FigurePainter.width(series.get(i).name(), style.font(0.9));
        }
    }

    private void lane(FigurePainter painter, Lane lane, int row, FigureStyle style) {
        double em = style.fontSize();
        Lettering text = new Lettering(style.font(0.9), style.colours().foreground());
        double middle = (lane.top() + lane.bottom()) / 2;
        painter.text(names().get(row), lane.left() - 0.8 * em, middle, Anchor.RIGHT, text);
        painter.text(shares().get(row), lane.right() + 0.8 * em, middle, Anchor.LEFT, text);
        Color faint = ChartTheme.translucent(style.colours().muted(), 0.25);
        double zero = lane.y(zero(row));
        painter.line(lane.left(), zero, lane.right(), zero, faint);
        Color colour =
                row < labels.size() ? Palette.of(labels, row) : style.colours().muted();
        for (int i = 0; i < series.size(); i++) {
            for (List<double[]> run : runs(series.get(i), lane, row)) {
                Path2D line = path(run);
                if (i == 0) {
                    Path2D area = new Path2D.Double(line);
                    area.lineTo(run.get(run.size() - 1)[0], zero);
                    area.lineTo(run.get(0)[0], zero);
                    area.closePath();
                    painter.fill(area, ChartTheme.translucent(colour, 0.35));
                }
                if (i == 0) {
                    painter.draw(line, colour, 1);
                } else {
                    Shape stroked = ChartTheme.stroke(i - 1, THIN).createStrokedShape(line);
                    painter.fill(stroked, style.colours().foreground());
                }
            }
        }
    }

    /** The place of zero in a lane, as a share of its height. */
    private double zero(int row) {
        return row < labels.size() ? 0 : share(values.get(row - labels.size()), 0);
    }

    private static double share(Scale scale, double value) {
        return (value - scale.low()) / (scale.high() - scale.low());
    }

    /** The height of a curve in its lane, as a share; NaN if there is none. */
    private double share(Bin bin, int row) {
        if (bin.probabilities().isEmpty()) {
            return Double.NaN;
        }
        int value = row - labels.size();
        return value < 0
                ? bin.probabilities().get(row)
                : share(values.get(value), bin.values().get(value));
    }

    private static Path2D path(List<double[]> points) {
        Path2D line = new Path2D.Double();
        line.moveTo(points.get(0)[0], points.get(0)[1]);
        points.forEach(point -> line.lineTo(point[0], point[1]));
        return line;
    }

    /** The points of the curve, broken where there was no face. */
    private List<List<double[]>> runs(Series shown, Lane lane, int row) {
        List<List<double[]>> runs = new ArrayList<>();
        boolean open = false;
        double bin = (lane.right() - lane.left()) / shown.bins().size();
        for (int i = 0; i < shown.bins().size(); i++) {
            double share = share(shown.bins().get(i), row);
            if (!Double.isNaN(share)) {
                if (!open) {
                    runs.add(new ArrayList<>());
                }
                List<double[]> run = runs.get(runs.size() - 1);
                run.add(new double[] {lane.left() + i * bin, lane.y(share)});
                run.add(new double[] {lane.left() + (i + 1) * bin, lane.y(share)});
            }
            open = !Double.isNaN(share);
        }
        return runs;
    }

    private void timeAxis(FigurePainter painter, Lane area, FigureStyle style) {
        double em = style.fontSize();
        Lettering muted = new Lettering(style.font(0.9), style.colours().muted());
        double least = (to - from) / Math.max(1, (area.right() - area.left()) / (5 * em));
        double step = STEPS.stream().filter(each -> each >= least).findFirst().orElse(Math.ceil(least / 3600) * 3600);
        for (long i = (long) Math.ceil(from / step); i * step <= to; i++) {
            double x = area.left() + (i * step - from) / (to - from) * (area.right() - area.left());
            painter.line(
                    x,
                    area.bottom(),
                    x,
                    area.bottom() + 0.3 * em,
                    style.colours().muted());
            painter.text(clock(i * step, step), x, area.bottom() + 1.1 * em, Anchor.CENTRE, muted);
        }
        painter.text(
                to > 2 * MINUTE ? Texts.of("report.timeline.axis.minutes") : Texts.of("report.timeline.axis.seconds"),
                (area.left() + area.right()) / 2,
                area.bottom() + 2.4 * em,
                Anchor.CENTRE,
                muted);
    }

    private String clock(double seconds, double step) {
        if (to > 2 * MINUTE) {
            long whole = Math.round(seconds);
            return String.format(Locale.ROOT, "%d:%02d", whole / MINUTE, whole % MINUTE);
        }
        return Numbers.fixed(seconds, step < 1 ? 1 : 0);
    }

    @Override
    public String description() {
        return Texts.of("report.timeline.description");
    }

    @Override
    public Optional<Table> table() {
        List<String> header = new ArrayList<>(List.of("class"));
        series.forEach(each -> header.add(each.name()));
        List<List<String>> rows = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            List<String> row = new ArrayList<>(List.of(labels.name(label)));
            for (Series each : series) {
                row.add(
                        each.shares().isEmpty()
                                ? Numbers.NONE
                                : Numbers.share(each.shares().get(label)));
            }
            rows.add(row);
        }
        for (int value = 0; value < values.size(); value++) {
            List<String> row = new ArrayList<>(List.of(values.get(value).name()));
            for (Series each : series) {
                row.add(mean(each, value));
            }
            rows.add(row);
        }
        return Optional.of(new Table(header, rows));
    }
}
