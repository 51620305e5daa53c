package org.maferstudio.report.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * A logarithmic axis of resolutions or strengths with one tick each. Unchanged images are set apart at the end where
 * images are changed least.
 */
final class SweepAxis extends HomeAxis {
    private static final long serialVersionUID = 1L;
    private static final double GAP = 0.55;
    private static final double MARGIN = 0.18;

    /** The names of the values, by their places. */
    private final transient NavigableMap<Double, String> ticks;

    private final String unchanged;
    private final double unchangedPlace;

    /** At which end of the axis unchanged images are. */
    private enum End {
        FIRST,
        LAST
    }

    private SweepAxis(String label, NavigableMap<Double, String> ticks, String unchanged, End end) {
        super(label, range(ticks, end), 1, Numbers.format("0"));
        this.ticks = ticks;
        this.unchanged = unchanged;
        unchangedPlace = place(ticks, end);
    }

    /** An axis with a tick at each of these resolutions, and at native. */
    static SweepAxis ofResolutions(Collection<Resolution> resolutions) {
        NavigableMap<Double, String> ticks = new TreeMap<>();
        resolutions.forEach(
                resolution -> resolution.pixels().ifPresent(pixels -> ticks.put(log2(pixels), resolution.id())));
        return new SweepAxis(Texts.of("report.axis.resolution"), ticks, Resolution.NATIVE_ID, End.LAST);
    }

    /** An axis with a tick at each of these strengths, and at unchanged images. */
    static SweepAxis ofStrengths(DegradationKind kind, Collection<Degradation> strengths) {
        NavigableMap<Double, String> ticks = new TreeMap<>();
        strengths.forEach(each -> ticks.put(log2(each.strength()), each.strengthText()));
        End end = kind.isHarsherAbove() ? End.FIRST : End.LAST;
        return new SweepAxis(kind.title(), ticks, Texts.of("report.axis.unchanged"), end);
    }

    private static double place(NavigableMap<Double, String> ticks, End end) {
        if (ticks.isEmpty()) {
            return 0;
        }
        return end == End.FIRST ? ticks.firstKey() - GAP : ticks.lastKey() + GAP;
    }

    private static Range range(NavigableMap<Double, String> ticks, End end) {
        double rest = place(ticks, end);
        double first = ticks.isEmpty() ? rest - 1 : Math.min(rest, ticks.firstKey());
        double last = ticks.isEmpty() ? rest : Math.max(rest, ticks.lastKey());
        return new Range(first - MARGIN, last + MARGIN);
    }

    /** The position of a resolution on the axis. */
    double place(Resolution resolution) {
        return resolution.isNative() ? unchangedPlace : log2(resolution.pixels().getAsInt());
    }

    /** The position of a degradation on the axis; empty for unchanged images. */
    double place(Optional<Degradation> degradation) {
        return degradation.map(each -> log2(each.strength())).orElse(unchangedPlace);
    }

    /** The position of a number of pixels. */
    static double place(int pixels) {
        return log2(pixels);
    }

    /** Whether a number of pixels is between the smallest resolution and native. */
    boolean shows(int pixels) {
        return getRange().contains(log2(pixels)) && log2(pixels) < unchangedPlace - GAP + 1e-9;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    @Override
    @SuppressWarnings("rawtypes") // the inherited method is
    public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        List<Tick> shown = new ArrayList<>();
        double em = getTickLabelFont().getSize2D();
        double rest = valueToJava2D(unchangedPlace, area, edge);
        double reach = FigurePainter.width(unchanged, getTickLabelFont()) / 2 + 0.85 * em;
        double free = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Double, String> tick : ticks.entrySet()) {
            double x = valueToJava2D(tick.getKey(), area, edge);
            double half = Math.max(0.85 * em, FigurePainter.width(tick.getValue(), getTickLabelFont()) / 2 + 0.2 * em);
            // Ticks without enough space keep their mark but not their label.
            boolean named = x - half >= free && Math.abs(rest - x) >= reach;
            if (getRange().contains(tick.getKey())) {
                shown.add(tick(tick.getKey(), named ? tick.getValue() : ""));
            }
            free = named ? x + half : free;
        }
        if (getRange().contains(unchangedPlace)) {
            shown.add(tick(unchangedPlace, unchanged));
        }
        return shown;
    }

    private static NumberTick tick(double place, String name) {
        return new NumberTick(place, name, TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0);
    }
}
