package org.maferstudio.report.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.painting.ColourScale;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.report.tables.Table;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Class balance: number of images of each class in each split, as adjacent bars in the colours of the expressions.
 *
 * @param labels the classes
 * @param counts by split in displayed order, for each class; the first split is filled, the others are increasingly
 *     pale
 */
public record BalanceFigure(LabelSet labels, Map<String, int[]> counts) implements Figure {
    private static final int LINES = 4;

    public BalanceFigure {
        counts = new LinkedHashMap<>(counts);
        for (Map.Entry<String, int[]> split : counts.entrySet()) {
            if (split.getValue().length != labels.size()) {
                throw new IllegalArgumentException("the split " + split.getKey() + " counts " + split.getValue().length
                        + " classes, not " + labels.size());
            }
        }
    }

    @Override
    public Size size() {
        return new Size(Math.max(360, 60 + labels.size() * 60.0), 220);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureStyle style) {
        FigurePainter painter = new FigurePainter(g);
        painter.background(width, height, style.colours().background());
        double em = style.fontSize();
        int most = Math.max(1, most());
        double step = step(most);
        double left =
                1.2 * em + FigurePainter.width(Numbers.count((long) (Math.ceil(most / step) * step)), style.font(0.85));
        Area area = new Area(left, width - 0.6 * em, 2.6 * em, height - 2 * em, most);
        for (double value = 0; value <= most; value += step) {
            painter.line(
                    area.left,
                    area.y(value),
                    area.right,
                    area.y(value),
                    style.colours().faint());
            painter.text(
                    Numbers.count((long) value),
                    area.left - 0.5 * em,
                    area.y(value),
                    Anchor.RIGHT,
                    new Lettering(style.font(0.85), style.colours().muted()));
        }
        legend(painter, area, style);
        for (int label = 0; label < labels.size(); label++) {
            group(painter, label, area, style);
        }
    }

    /** The area of the bars, and the count at its top. */
    private record Area(double left, double right, double top, double bottom, double most) {
        double y(double count) {
            return bottom - count / most * (bottom - top);
        }
    }

    private void legend(FigurePainter painter, Area area, FigureStyle style) {
        double em = style.fontSize();
        double x = area.left;
        int index = 0;
        for (Map.Entry<String, int[]> split : counts.entrySet()) {
            Color colour =
                    ColourScale.blend(style.colours().muted(), style.colours().background(), paleness(index++));
            painter.fill(new RoundRectangle2D.Double(x, 0.5 * em, 0.8 * em, 0.8 * em, 2, 2), colour);
            String name = split.getKey() + "  "
                    + Numbers.count(Arrays.stream(split.getValue()).sum());
            painter.text(
                    name,
                    x + 1.2 * em,
                    0.9 * em,
                    Anchor.LEFT,
                    new Lettering(style.font(), style.colours().foreground()));
            x += FigurePainter.width(name, style.font()) + 2.6 * em;
        }
    }

    private void group(FigurePainter painter, int label, Area area, FigureStyle style) {
        double em = style.fontSize();
        double band = (area.right - area.left) / labels.size();
        double start = area.left + label * band;
        double bar = Math.min(0.76 * band / counts.size(), 3.4 * em);
        double x = start + (band - bar * counts.size()) / 2;
        int index = 0;
        for (int[] split : counts.values()) {
            double top = area.y(split[label]);
            Color colour =
                    ColourScale.blend(Palette.of(labels, label), style.colours().background(), paleness(index++));
            double inset = Math.min(1.5, bar / 10);
            painter.fill(
                    new RoundRectangle2D.Double(x + inset, top, bar - 2 * inset, Math.max(1, area.bottom - top), 3, 3),
                    colour);
            String count = Numbers.count(split[label]);
            if (FigurePainter.width(count, style.font(0.8)) <= bar + 0.6 * em) {
                painter.text(
                        count,
                        x + bar / 2,
                        top - 0.65 * em,
                        Anchor.CENTRE,
                        new Lettering(style.font(0.8), style.colours().muted()));
            }
            x += bar;
        }
        String title = FigurePainter.width(labels.title(label), style.font()) <= band - 0.4 * em
                ? labels.title(label)
                : labels.shortName(label);
        painter.text(
                title,
                start + band / 2,
                area.bottom + 1.1 * em,
                Anchor.CENTRE,
                new Lettering(style.font(), style.colours().foreground()));
    }

    private double paleness(int index) {
        return Math.min(0.75, 0.32 * index);
    }

    private int most() {
        return counts.values().stream().flatMapToInt(Arrays::stream).max().orElse(0);
    }

    /** A round distance of grid lines: 1, 2 or 5 times a power of ten. */
    private static double step(int most) {
        double rough = Math.max(1, most / (double) LINES);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= rough) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    @Override
    public String description() {
        return Texts.of("report.balance.description");
    }

    @Override
    public Optional<Table> table() {
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((split, numbers) -> {
            for (int label = 0; label < numbers.length; label++) {
                rows.add(List.of(split, labels.name(label), Integer.toString(numbers[label])));
            }
        });
        return Optional.of(new Table(List.of("split", "class", "pictures"), rows));
    }
}
