package org.maferstudio.report.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.report.painting.ChartTheme;
import org.maferstudio.report.painting.ColourScale;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.schedule.ScheduleForecast;
import org.maferstudio.schedule.ScheduleForecast.Band;
import org.maferstudio.schedule.ScheduleForecast.Point;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * A schedule over a run: above, the downsampling probability; below, the share of images at each resolution; both by
 * images seen.
 *
 * @param forecast of the schedule
 */
public record ScheduleFigure(ScheduleForecast forecast) implements Figure {
    /** The share of the height of the upper part. */
    private static final double UPPER = 0.34;

    @Override
    public Size size() {
        return new Size(520, 360);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureStyle style) {
        FigurePainter painter = new FigurePainter(g);
        painter.background(width, height, style.colours().background());
        double em = style.fontSize();
        double left = 3.6 * em;
        double right = width - labelWidth(style) - 2.6 * em;
        double top = 2.2 * em;
        double bottom = height - 3.1 * em;
        double middle = top + UPPER * (bottom - top);
        if (right <= left || bottom - top < 8 * em) {
            return;
        }
        Area upper = new Area(left, right, top, middle - 1.4 * em);
        Area lower = new Area(left, right, middle + 1.4 * em, bottom);
        heading(painter, Texts.of("report.axis.downsamplingProbability"), upper, style);
        heading(painter, Texts.of("report.schedule.shares"), lower, style);
        grid(painter, upper, List.of("0", "0.5", "1"), style);
        probability(painter, upper, style);
        shares(painter, lower, style);
        grid(painter, lower, List.of("0", "25", "50", "75", "100"), style);
        labels(painter, lower, style);
        imagesAxis(painter, lower, style);
    }

    /** The area of a part, and its value range. */
    private record Area(double left, double right, double top, double bottom) {
        double x(long image, long images) {
            return left + (double) image / images * (right - left);
        }

        double y(double share) {
            return bottom - share * (bottom - top);
        }
    }

    private static void heading(FigurePainter painter, String text, Area area, FigureStyle style) {
        painter.text(
                text,
                area.left(),
                area.top() - 0.95 * style.fontSize(),
                Anchor.LEFT,
                new Lettering(style.boldFont(0.9), style.colours().foreground()));
    }

    private static void grid(FigurePainter painter, Area area, List<String> ticks, FigureStyle style) {
        Lettering muted = new Lettering(style.font(0.9), style.colours().muted());
        for (int i = 0; i < ticks.size(); i++) {
            double y = area.y((double) i / (ticks.size() - 1));
            painter.line(
                    area.left(),
                    y,
                    area.right(),
                    y,
                    ChartTheme.translucent(style.colours().muted(), 0.25));
            painter.text(ticks.get(i), area.left() - 0.6 * style.fontSize(), y, Anchor.RIGHT, muted);
        }
    }

    private void probability(FigurePainter painter, Area area, FigureStyle style) {
        Path2D line = new Path2D.Double();
        for (Point point : forecast.points()) {
            double x = area.x(point.images(), forecast.images());
            double y = area.y(point.probability());
            if (line.getCurrentPoint() == null) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        Path2D below = new Path2D.Double(line);
        below.lineTo(area.right(), area.bottom());
        below.lineTo(area.left(), area.bottom());
        below.closePath();
        painter.fill(below, ChartTheme.translucent(style.series(0), 0.2));
        painter.draw(line, style.series(0), 2);
    }

    /** From bottom to top: the lowest resolution first, native last. */
    private void shares(FigurePainter painter, Area area, FigureStyle style) {
        List<Band> bands = bands();
        painter.fill(
                new Rectangle2D.Double(area.left(), area.top(), area.right() - area.left(), area.bottom() - area.top()),
                nativeColour(style));
        for (int i = bands.size() - 1; i >= 0; i--) {
            Path2D shape = new Path2D.Double();
            shape.moveTo(area.left(), area.bottom());
            for (Point point : forecast.points()) {
                double upTo = 0;
                for (Band band : bands.subList(0, i + 1)) {
                    upTo += point.share(band);
                }
                shape.lineTo(area.x(point.images(), forecast.images()), area.y(upTo));
            }
            shape.lineTo(area.right(), area.bottom());
            shape.closePath();
            // Painted from the top down, each over the previous one, so that there are no gaps.
            painter.fill(shape, colour(style, i, bands.size()));
        }
    }

    /** Lower resolutions have stronger colours. */
    private static Color colour(FigureStyle style, int index, int bands) {
        return style.colours().scale().at(bands == 1 ? 0.8 : 0.95 - 0.65 * index / (bands - 1));
    }

    private static Color nativeColour(FigureStyle style) {
        return ColourScale.blend(style.colours().background(), style.colours().faint(), 0.6);
    }

    /** One label per band at its right end, moved apart if bands are thin, and connected to its band by a line. */
    private void labels(FigurePainter painter, Area area, FigureStyle style) {
        double em = style.fontSize();
        List<String> texts = labelTexts();
        List<Double> middles = new ArrayList<>();
        Point last = forecast.points().get(forecast.points().size() - 1);
        double from = 0;
        for (Band band : bands()) {
            middles.add(area.y(from + last.share(band) / 2));
            from += last.share(band);
        }
        middles.add(area.y((from + 1) / 2));
        double[] places = spread(middles, 1.35 * em, area.top() + 0.5 * em, area.bottom() - 0.3 * em);
        for (int i = 0; i < places.length; i++) {
            Rectangle2D swatch =
                    new Rectangle2D.Double(area.right() + 1.1 * em, places[i] - 0.35 * em, 0.7 * em, 0.7 * em);
            int bands = bands().size();
            painter.line(
                    area.right() + 2,
                    middles.get(i),
                    area.right() + 0.9 * em,
                    places[i],
                    style.colours().muted());
            painter.fill(swatch, i == bands ? nativeColour(style) : colour(style, i, bands));
            painter.draw(swatch, ChartTheme.translucent(style.colours().muted(), 0.6), 0.6);
            painter.text(
                    texts.get(i),
                    area.right() + 2.1 * em,
                    places[i],
                    Anchor.LEFT,
                    new Lettering(style.font(0.9), style.colours().foreground()));
        }
    }

    /** Keeps the order (from below) and a minimum distance, as near to the preferred positions as possible. */
    static double[] spread(List<Double> wanted, double distance, double top, double bottom) {
        int count = wanted.size();
        double[] places = new double[count];
        double fitting = Math.min(distance, count > 1 ? (bottom - top) / (count - 1) : distance);
        double limit = bottom;
        for (int i = 0; i < count; i++) {
            // Leaves space for the labels above.
            double least = top + (count - 1 - i) * fitting;
            places[i] = Math.max(least, Math.min(limit, wanted.get(i)));
            limit = places[i] - fitting;
        }
        return places;
    }

    /** The bands that are drawn; none if nothing is ever downsampled. */
    private List<Band> bands() {
        return forecast.meanProbability() == 0 ? List.of() : forecast.bands();
    }

    private List<String> labelTexts() {
        List<String> texts = new ArrayList<>();
        for (Band band : bands()) {
            texts.add(band.title() + "  " + percent(forecast.meanShare(band)));
        }
        texts.add(Texts.of("report.schedule.native", percent(forecast.nativeShare())));
        return texts;
    }

    private double labelWidth(FigureStyle style) {
        return labelTexts().stream()
                .mapToDouble(text -> FigurePainter.width(text, style.font(0.9)))
                .max()
                .orElse(0);
    }

    private static String percent(double share) {
        return share > 0 && share < 0.095 ? Numbers.percent(share) + " %" : Numbers.wholePercent(share);
    }

    private void imagesAxis(FigurePainter painter, Area area, FigureStyle style) {
        double em = style.fontSize();
        Lettering muted = new Lettering(style.font(0.9), style.colours().muted());
        long step = step(forecast.images(), (area.right() - area.left()) / (5 * em));
        for (long at = 0; at <= forecast.images(); at += step) {
            double x = area.x(at, forecast.images());
            painter.line(
                    x,
                    area.bottom(),
                    x,
                    area.bottom() + 0.3 * em,
                    style.colours().muted());
            painter.text(Numbers.count(at), x, area.bottom() + 1.1 * em, Anchor.CENTRE, muted);
        }
        painter.text(
                Texts.of("report.axis.images"),
                (area.left() + area.right()) / 2,
                area.bottom() + 2.4 * em,
                Anchor.CENTRE,
                muted);
    }

    /** A step of 1, 2 or 5 times a power of ten that gives about this number of steps. */
    private static long step(long images, double steps) {
        double least = images / Math.max(1, steps);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double factor = least / power;
        return Math.max(1, Math.round(power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10)));
    }

    @Override
    public String description() {
        return Texts.of(
                "report.schedule.description",
                forecast.images(),
                percent(forecast.nativeShare()),
                percent(1 - forecast.nativeShare()));
    }

    @Override
    public Optional<Table> table() {
        List<String> columns = new ArrayList<>(List.of("images", "p_lowering", "native"));
        forecast.bands().forEach(band -> columns.add(band.title()));
        List<List<String>> rows = new ArrayList<>();
        for (Point point : forecast.points()) {
            List<String> row = new ArrayList<>(List.of(
                    Long.toString(point.images()),
                    Numbers.share(point.probability()),
                    Numbers.share(point.nativeShare())));
            forecast.bands().forEach(band -> row.add(Numbers.share(point.share(band))));
            rows.add(row);
        }
        return Optional.of(new Table(columns, rows));
    }
}
