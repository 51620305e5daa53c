package org.maferstudio.report.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** A logarithmic axis of resolutions with one tick each, and native set apart at the end. */
final class ResolutionAxis extends HomeAxis {
    private static final long serialVersionUID = 1L;
    private static final double GAP = 0.55;

    private final transient NavigableSet<Integer> pixels;
    private final double nativePlace;

    private ResolutionAxis(NavigableSet<Integer> pixels, double first, double nativePlace) {
        super(Texts.of("report.axis.resolution"), new Range(first - 0.18, nativePlace + 0.18), 1, Numbers.format("0"));
        this.pixels = pixels;
        this.nativePlace = nativePlace;
    }

    /** An axis with a tick at each of these resolutions, and at native. */
    static ResolutionAxis of(Collection<Resolution> resolutions) {
        NavigableSet<Integer> pixels = new TreeSet<>();
        resolutions.forEach(resolution -> resolution.pixels().ifPresent(pixels::add));
        return pixels.isEmpty()
                ? new ResolutionAxis(pixels, -1, 0)
                : new ResolutionAxis(pixels, log2(pixels.first()), log2(pixels.last()) + GAP);
    }

    /** The position of a resolution on the axis. */
    double place(Resolution resolution) {
        return resolution.isNative() ? nativePlace : log2(resolution.pixels().getAsInt());
    }

    /** The position of a number of pixels. */
    static double place(int pixels) {
        return log2(pixels);
    }

    /** Whether a number of pixels is between the smallest resolution and native. */
    boolean shows(int pixels) {
        return getRange().contains(log2(pixels)) && log2(pixels) < nativePlace - GAP + 1e-9;
    }

    private static double log2(int pixels) {
        return Math.log(pixels) / Math.log(2);
    }

    @Override
    @SuppressWarnings("rawtypes") // the inherited method is
    public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        List<Tick> ticks = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        double room = getTickLabelFont().getSize2D() * 1.7;
        double end = valueToJava2D(nativePlace, area, edge)
                - FigurePainter.width(Resolution.NATIVE_ID, getTickLabelFont()) / 2;
        for (int r : pixels) {
            double x = valueToJava2D(log2(r), area, edge);
            // Ticks without enough space keep their mark but not their label.
            boolean named = x - last >= room && end - x >= room / 2;
            if (getRange().contains(log2(r))) {
                ticks.add(tick(log2(r), named ? Integer.toString(r) : ""));
            }
            last = named ? x : last;
        }
        if (getRange().contains(nativePlace)) {
            ticks.add(tick(nativePlace, Resolution.NATIVE_ID));
        }
        return ticks;
    }

    private static NumberTick tick(double place, String name) {
        return new NumberTick(place, name, TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0);
    }
}
