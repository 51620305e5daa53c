package org.maferstudio.report.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.Spread;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Parallel coordinates of a series: an axis for each thing that varies and one for the measure, and a line for each
 * setting, in the colour of its mean.
 *
 * @param axes of what varies, in order; at least one
 * @param measure its label, such as {@code Accuracy}
 * @param lines the settings; at least one
 * @param faded the indices of lines that are painted faintly, because they are filtered out
 */
public record ParallelFigure(List<ParallelAxis> axes, String measure, List<Line> lines, Set<Integer> faded)
        implements Figure {
    /** The faintest colour of the scale that can be seen as a line. */
    private static final double FAINTEST = 0.3;

    /** Names with more letters are shortened by what they have in common. */
    private static final int LONG = 12;

    private static final MathContext DIGITS = new MathContext(3);

    private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2};

    /**
     * One setting.
     *
     * @param name such as {@code Learning rate 0.001}
     * @param values one for each axis of what varies
     * @param spread the measure of its runs, 0 to 1
     */
    public record Line(String name, List<String> values, Spread spread) {
        public Line {
            values = List.copyOf(values);
        }
    }

    public ParallelFigure {
        axes = List.copyOf(axes);
        lines = List.copyOf(lines);
        faded = Set.copyOf(faded);
        if (axes.isEmpty() || lines.isEmpty()) {
            throw new IllegalArgumentException("parallel coordinates need an axis and a line");
        }
    }

    /** Without filtered lines. */
    public ParallelFigure(List<ParallelAxis> axes, String measure, List<Line> lines) {
        this(axes, measure, lines, Set.of());
    }

    /** The same with other lines filtered out. */
    public ParallelFigure fading(Set<Integer> others) {
        return new ParallelFigure(axes, measure, lines, others);
    }

    /** The number of axes, that of the measure included. */
    public int axisCount() {
        return axes.size() + 1;
    }

    /** The label of an axis. */
    public String label(int axis) {
        return axis < axes.size() ? axes.get(axis).label() : measure;
    }

    /** The place of a line on an axis, from 0 at the bottom to 1 at the top. */
    public double place(int axis, int line) {
        Line known = lines.get(line);
        if (axis < axes.size()) {
            return axes.get(axis).place(known.values().get(axis));
        }
        double[] range = range();
        return (known.spread().mean() - range[0]) / (range[1] - range[0]);
    }

    /** The value of a line on an axis, as text. */
    public String value(int axis, int line) {
        return axis < axes.size()
                ? lines.get(line).values().get(axis)
                : Numbers.percent(lines.get(line).spread().mean());
    }

    /** The places of lines on an axis, each once, from the bottom up. */
    public List<Double> places(int axis) {
        return IntStream.range(0, lines.size())
                .mapToObj(line -> place(axis, line))
                .distinct()
                .sorted()
                .toList();
    }

    /** What a line says: its name, mean, interval and number of runs. */
    public String text(int line) {
        return lines.get(line).name() + ": "
                + BandLegend.percent(lines.get(line).spread());
    }

    /** The range of the measure: from its smallest to its largest mean, at whole steps. */
    private double[] range() {
        double step = step();
        double low = Math.floor(least() / step + 1e-9) * step;
        double high = Math.ceil(most() / step - 1e-9) * step;
        return new double[] {low, high > low ? high : low + step};
    }

    private double step() {
        double room = most() - least();
        for (double step : STEPS) {
            if (room / step <= 5) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private double least() {
        return lines.stream().mapToDouble(line -> line.spread().mean()).min().orElse(0);
    }

    private double most() {
        return lines.stream().mapToDouble(line -> line.spread().mean()).max().orElse(1);
    }

    @Override
    public Size size() {
        return new Size(Math.max(360, 130 * axisCount()), 320);
    }

    /** The part of a figure between the lower and the upper ends of its axes. */
    public Rectangle2D area(Size painted, FigureStyle style) {
        double em = style.fontSize();
        double left = Math.min(0.35 * painted.width(), 0.8 * em + widest(0, style));
        double right = 3.2 * em;
        return new Rectangle2D.Double(
                left, 3.4 * em, Math.max(1, painted.width() - left - right), Math.max(1, painted.height() - 5 * em));
    }

    /** The x of an axis in such an area. */
    public double x(int axis, Rectangle2D area) {
        return area.getMinX() + axis * area.getWidth() / (axisCount() - 1);
    }

    /** The y of a place on an axis in such an area. */
    public double y(double place, Rectangle2D area) {
        return area.getMaxY() - place * area.getHeight();
    }

    /** The line that is nearest to a point, within a distance; filtered ones are left out. */
    public Optional<Integer> lineAt(Point2D point, double distance, Size painted, FigureStyle style) {
        Rectangle2D area = area(painted, style);
        return IntStream.range(0, lines.size())
                .filter(line -> !faded.contains(line))
                .boxed()
                .filter(line -> distance(line, point, area) <= distance)
                .min(Comparator.comparingDouble(line -> distance(line, point, area)));
    }

    private double distance(int line, Point2D point, Rectangle2D area) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int axis = 0; axis + 1 < axisCount(); axis++) {
            nearest = Math.min(
                    nearest,
                    Line2D.ptSegDist(
                            x(axis, area),
                            y(place(axis, line), area),
                            x(axis + 1, area),
                            y(place(axis + 1, line), area),
                            point.getX(),
                            point.getY()));
        }
        return nearest;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureStyle style) {
        FigurePainter painter = new FigurePainter(g);
        painter.background(width, height, style.colours().background());
        Rectangle2D area = area(new Size(width, height), style);
        List<Integer> order = IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(line -> !faded.contains(line))
                        .thenComparing(line -> lines.get(line).spread().mean()))
                .toList();
        for (int line : order) {
            boolean best = line == order.get(order.size() - 1);
            painter.draw(path(line, area), colour(line, style), best ? 2.6 : faded.contains(line) ? 0.8 : 1.4);
        }
        for (int axis = 0; axis < axisCount(); axis++) {
            axis(painter, axis, area, style);
        }
    }

    /** The way of a line across the axes of an area. */
    public Path2D path(int line, Rectangle2D area) {
        Path2D path = new Path2D.Double();
        for (int axis = 0; axis < axisCount(); axis++) {
            double x = x(axis, area);
            double y = y(place(axis, line), area);
            if (axis == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    private Color colour(int line, FigureStyle style) {
        if (faded.contains(line)) {
            return style.colours().faint();
        }
        double room = most() - least();
        double share = room > 0 ? (lines.get(line).spread().mean() - least()) / room : 1;
        return style.colours().scale().at(FAINTEST + (1 - FAINTEST) * share);
    }

    private void axis(FigurePainter painter, int axis, Rectangle2D area, FigureStyle style) {
        double em = style.fontSize();
        double x = x(axis, area);
        boolean last = axis == axisCount() - 1;
        painter.line(x, area.getMinY(), x, area.getMaxY(), style.colours().muted());
        Lettering names = new Lettering(style.boldFont(0.9), style.colours().foreground());
        double room = area.getWidth() / (axisCount() - 1) - em;
        String label = last ? Texts.of("report.effect.axis", measure) : label(axis);
        double half = FigurePainter.width(label, names.font()) / 2;
        // The first and the last label may not leave the figure.
        String shown = FigurePainter.fitting(label, names.font(), room);
        double shift = axis == 0 ? Math.max(0, half - x + 0.4 * em) : 0;
        if (last) {
            painter.text(shown, area.getMaxX() + 2.8 * em, area.getMinY() - 1.6 * em, Anchor.RIGHT, names);
        } else {
            painter.text(shown, x + shift, area.getMinY() - 1.6 * em, Anchor.CENTRE, names);
        }
        Lettering small = new Lettering(style.font(0.85), style.colours().muted());
        double free = Double.POSITIVE_INFINITY;
        for (Tick tick : ticks(axis)) {
            double y = y(tick.place(), area);
            painter.line(x - 0.25 * em, y, x + 0.25 * em, y, style.colours().muted());
            if (free - y >= 1.1 * em) {
                String text = FigurePainter.fitting(tick.text(), small.font(), axis == 0 ? x - 0.8 * em : room - em);
                if (axis == 0 || last) {
                    painter.text(text, x + (last ? 0.5 : -0.5) * em, y, last ? Anchor.LEFT : Anchor.RIGHT, small);
                } else {
                    double wide = FigurePainter.width(text, small.font());
                    painter.fill(
                            new Rectangle2D.Double(x + 0.4 * em, y - 0.6 * em, wide + 0.3 * em, 1.2 * em),
                            translucent(style.colours().background()));
                    painter.text(text, x + 0.5 * em, y, Anchor.LEFT, small);
                }
                free = y;
            }
        }
    }

    private static Color translucent(Color background) {
        return new Color(background.getRed(), background.getGreen(), background.getBlue(), 200);
    }

    /** A mark beside an axis. */
    private record Tick(double place, String text) {}

    /** From the bottom up. */
    private List<Tick> ticks(int axis) {
        if (axis < axes.size()) {
            ParallelAxis known = axes.get(axis);
            List<String> names = known.scale() != ParallelAxis.Scale.NAMES
                    ? known.values().stream().map(ParallelFigure::rounded).toList()
                    : known.values().stream().anyMatch(value -> value.length() > LONG)
                            ? LegendNames.elided(known.values())
                            : known.values();
            return IntStream.range(0, names.size())
                    .mapToObj(i -> new Tick(known.place(known.values().get(i)), names.get(i)))
                    .sorted(Comparator.comparingDouble(Tick::place))
                    .toList();
        }
        double[] range = range();
        double step = step();
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; range[0] + i * step <= range[1] + step / 2; i++) {
            double value = range[0] + i * step;
            ticks.add(new Tick(
                    (value - range[0]) / (range[1] - range[0]),
                    Numbers.wholePercent(value).replaceFirst("\\D+$", "")));
        }
        return ticks;
    }

    /** A number to three significant digits, such as {@code 0.00316}. */
    private static String rounded(String number) {
        return new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    private double widest(int axis, FigureStyle style) {
        return ticks(axis).stream()
                .mapToDouble(tick -> FigurePainter.width(tick.text(), style.font(0.85)))
                .max()
                .orElse(0);
    }

    @Override
    public String description() {
        return Texts.of(
                "report.parallel.description",
                lines.size(),
                String.join(", ", axes.stream().map(ParallelAxis::label).toList()),
                measure);
    }

    @Override
    public Optional<Table> table() {
        List<String> labels = axes.stream().map(ParallelAxis::label).toList();
        return Optional.of(BandLegend.table(
                labels,
                lines.stream()
                        .map(line -> BandLegend.row(line.values(), line.spread()))
                        .toList()));
    }
}
