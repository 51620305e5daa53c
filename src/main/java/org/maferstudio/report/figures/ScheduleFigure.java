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
    public void paint(Graphics2D g, double width, double height, FigureStyle look) {
        FigurePainter pen = new FigurePainter(g);
        pen.background(width, height, look.tones().background());
        double em = look.fontSize();
        double left = 3.6 * em;
        double right = width - labelWidth(look) - 2.6 * em;
        double top = 2.2 * em;
        double bottom = height - 3.1 * em;
        double middle = top + UPPER * (bottom - top);
        if (right <= left || bottom - top < 8 * em) {
            return;
        }
        Area upper = new Area(left, right, top, middle - 1.4 * em);
        Area lower = new Area(left, right, middle + 1.4 * em, bottom);
        heading(pen, Texts.of("report.axis.downsamplingProbability"), upper, look);
        heading(pen, Texts.of("report.schedule.shares"), lower, look);
        grid(pen, upper, List.of("0", "0.5", "1"), look);
        probability(pen, upper, look);
        shares(pen, lower, look);
        grid(pen, lower, List.of("0", "25", "50", "75", "100"), look);
        labels(pen, lower, look);
        imagesAxis(pen, lower, look);
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

    private static void heading(FigurePainter pen, String text, Area area, FigureStyle look) {
        pen.text(
                text,
                area.left(),
                area.top() - 0.95 * look.fontSize(),
                Anchor.LEFT,
                new Lettering(look.boldFont(0.9), look.tones().foreground()));
    }

    private static void grid(FigurePainter pen, Area area, List<String> ticks, FigureStyle look) {
        Lettering muted = new Lettering(look.font(0.9), look.tones().muted());
        for (int i = 0; i < ticks.size(); i++) {
            double y = area.y((double) i / (ticks.size() - 1));
            pen.line(
                    area.left(),
                    y,
                    area.right(),
                    y,
                    ChartTheme.translucent(look.tones().muted(), 0.25));
            pen.text(ticks.get(i), area.left() - 0.6 * look.fontSize(), y, Anchor.RIGHT, muted);
        }
    }

    private void probability(FigurePainter pen, Area area, FigureStyle look) {
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
        pen.fill(below, ChartTheme.translucent(look.series(0), 0.2));
        pen.draw(line, look.series(0), 2);
    }

    /** From bottom to top: the lowest resolution first, native last. */
    private void shares(FigurePainter pen, Area area, FigureStyle look) {
        List<Band> bands = bands();
        pen.fill(
                new Rectangle2D.Double(area.left(), area.top(), area.right() - area.left(), area.bottom() - area.top()),
                nativeColour(look));
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
            pen.fill(shape, colour(look, i, bands.size()));
        }
    }

    /** Lower resolutions have stronger colours. */
    private static Color colour(FigureStyle look, int index, int bands) {
        return look.tones().scale().at(bands == 1 ? 0.8 : 0.95 - 0.65 * index / (bands - 1));
    }

    private static Color nativeColour(FigureStyle look) {
        return ColourScale.blend(look.tones().background(), look.tones().faint(), 0.6);
    }

    /** One label per band at its right end, moved apart if bands are thin, and connected to its band by a line. */
    private void labels(FigurePainter pen, Area area, FigureStyle look) {
        double em = look.fontSize();
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
            pen.line(
                    area.right() + 2,
                    middles.get(i),
                    area.right() + 0.9 * em,
                    places[i],
                    look.tones().muted());
            pen.fill(swatch, i == bands ? nativeColour(look) : colour(look, i, bands));
            pen.draw(swatch, ChartTheme.translucent(look.tones().muted(), 0.6), 0.6);
            pen.text(
                    texts.get(i),
                    area.right() + 2.1 * em,
                    places[i],
                    Anchor.LEFT,
                    new Lettering(look.font(0.9), look.tones().foreground()));
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

    private double labelWidth(FigureStyle look) {
        return labelTexts().stream()
                .mapToDouble(text -> FigurePainter.width(text, look.font(0.9)))
                .max()
                .orElse(0);
    }

    private static String percent(double share) {
        return share > 0 && share < 0.095 ? Numbers.percent(share) + " %" : Numbers.wholePercent(share);
    }

    private void imagesAxis(FigurePainter pen, Area area, FigureStyle look) {
        double em = look.fontSize();
        Lettering muted = new Lettering(look.font(0.9), look.tones().muted());
        long step = step(forecast.images(), (area.right() - area.left()) / (5 * em));
        for (long at = 0; at <= forecast.images(); at += step) {
            double x = area.x(at, forecast.images());
            pen.line(x, area.bottom(), x, area.bottom() + 0.3 * em, look.tones().muted());
            pen.text(Numbers.count(at), x, area.bottom() + 1.1 * em, Anchor.CENTRE, muted);
        }
        pen.text(
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
