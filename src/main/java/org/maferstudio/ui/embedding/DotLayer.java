package org.maferstudio.ui.embedding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.maferstudio.experiment.embedding.EmbeddingRow;

/** The dots of a cloud with their places and colours, ready to be painted many times a second. */
final class DotLayer {
    private static final int HIDDEN = -1;
    private static final int OTHER = 0x808080;
    /** Of a face of an unknown class; grey is the neutral expression. */
    private static final int UNKNOWN = 0xffffff;

    private static final double FAINT = 0.18;
    private static final double SOLID = 0.82;
    /** By how much the diamonds of placed faces are larger than dots, in px of the window. */
    static final double DIAMOND = 3.2;

    /** Where dots would cover more than this share of the plane, their density is shaded instead. */
    private static final double CROWDED = 0.5;

    /** A single face is to be found among thousands of dots. */
    private static final double SINGLE = 1.6;

    private Panel.Cloud cloud;
    /** The dots in the order in which they are painted, which is that of the arrays below. */
    private int[] order = {};

    private float[] x = {};
    private float[] y = {};
    private int[] colours = {};
    private boolean[] chosen = {};
    private boolean someChosen;
    private Panel.Cloud placed;
    private int[] placedColours = {};
    private DotDensity density;

    /** Shows other places; returns whether these are other dots, which have neither colours nor a selection yet. */
    boolean show(Panel.Cloud now) {
        boolean others = cloud == null || cloud.rows() != now.rows();
        cloud = now;
        if (others) {
            order = shuffled(now.rows().size());
            x = new float[order.length];
            y = new float[order.length];
            colours = new int[order.length];
            chosen = new boolean[order.length];
        }
        for (int i = 0; i < order.length; i++) {
            float[] at = now.positions().rows()[order[i]];
            x[i] = at[0];
            y[i] = at[1];
        }
        return others;
    }

    /** An order independent of the class; otherwise the last class would cover the others. */
    private static int[] shuffled(int size) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            places.add(i);
        }
        Collections.shuffle(places, new Random(5));
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Applies colours, and hides what the legend hides. */
    void colour(Dots dots) {
        ToIntFunction<EmbeddingRow> colourOf = colours(dots);
        for (int i = 0; i < order.length; i++) {
            colours[i] = colourOf.applyAsInt(cloud.rows().get(order[i]));
        }
        place(placed, dots);
    }

    private static ToIntFunction<EmbeddingRow> colours(Dots dots) {
        Legend legend = dots.legendProperty().get();
        Map<String, Integer> known = new HashMap<>();
        legend.entries().forEach(entry -> known.put(entry.key(), entry.colour().getRGB() & 0xffffff));
        return row ->
                dots.shows(row) ? known.getOrDefault(legend.by().key(row), row.isLabelled() ? OTHER : UNKNOWN) : HIDDEN;
    }

    /** Shows faces that were placed into the embedding; null for none. */
    void place(Panel.Cloud now, Dots dots) {
        placed = now;
        placedColours = now == null
                ? new int[0]
                : now.rows().stream().mapToInt(colours(dots)).toArray();
    }

    /** Highlights samples. */
    void select(Set<String> samples) {
        someChosen = !samples.isEmpty();
        for (int i = 0; i < order.length; i++) {
            chosen[i] =
                    someChosen && samples.contains(cloud.rows().get(order[i]).sample());
        }
    }

    /**
     * Paints all dots.
     *
     * @param radius of a dot, in px of the window
     */
    void paint(DotBuffer buffer, PixelMapping mapping, double radius) {
        double scale = mapping.scale();
        DotPainter painter = buffer.painter();
        double opacity = someChosen ? FAINT : SOLID;
        if (isCrowded(buffer, mapping, radius * scale)) {
            shade(buffer, mapping, someChosen ? FAINT : 1);
        } else {
            painter.clear();
            DotStamp stamp = new DotStamp(radius * scale, opacity);
            for (int i = 0; i < order.length; i++) {
                if (colours[i] != HIDDEN) {
                    painter.dot(mapping.px(x[i]), mapping.py(y[i]), stamp, colours[i]);
                }
            }
        }
        if (someChosen) {
            paintChosen(painter, mapping, radius);
        }
        paintPlaced(painter, mapping, radius);
    }

    /** Whether the visible dots would cover much of the plane. */
    private boolean isCrowded(DotBuffer buffer, PixelMapping mapping, double radius) {
        int visible = 0;
        for (int i = 0; i < order.length; i++) {
            double px = mapping.px(x[i]);
            double py = mapping.py(y[i]);
            visible += colours[i] != HIDDEN && px > 0 && py > 0 && px < buffer.width() && py < buffer.height() ? 1 : 0;
        }
        return visible * Math.PI * radius * radius > CROWDED * buffer.width() * buffer.height();
    }

    private void shade(DotBuffer buffer, PixelMapping mapping, double opacity) {
        if (density == null || !density.fits(buffer.width(), buffer.height())) {
            density = new DotDensity(buffer.width(), buffer.height());
        }
        density.clear();
        for (int i = 0; i < order.length; i++) {
            if (colours[i] != HIDDEN) {
                density.add(mapping.px(x[i]), mapping.py(y[i]), colours[i]);
            }
        }
        density.smooth();
        density.shade(buffer.pixels(), opacity);
    }

    private void paintChosen(DotPainter painter, PixelMapping mapping, double radius) {
        double scale = mapping.scale();
        DotStamp dark = new DotStamp((radius + 2.4) * scale, 0.9);
        DotStamp light = new DotStamp((radius + 1.4) * scale, 1);
        DotStamp dot = new DotStamp(radius * scale, 1);
        for (int i = 0; i < order.length; i++) {
            if (chosen[i] && colours[i] != HIDDEN) {
                double px = mapping.px(x[i]);
                double py = mapping.py(y[i]);
                painter.dot(px, py, dark, 0x000000);
                painter.dot(px, py, light, 0xffffff);
                painter.dot(px, py, dot, colours[i]);
            }
        }
    }

    /** The stamps of a placed face, from the outside. */
    private record Diamond(DotStamp dark, DotStamp light, DotStamp inner) {
        Diamond(double radius, double scale) {
            this(
                    DotStamp.diamond((radius + DIAMOND) * scale),
                    DotStamp.diamond((radius + 2.2) * scale),
                    DotStamp.diamond((radius + 1) * scale));
        }
    }

    private void paintPlaced(DotPainter painter, PixelMapping mapping, double radius) {
        Diamond labelled = new Diamond(radius, mapping.scale());
        Diamond single = new Diamond(radius, SINGLE * mapping.scale());
        for (int i = 0; i < placedColours.length; i++) {
            if (placedColours[i] != HIDDEN) {
                double px = mapping.px(placed.positions().rows()[i][0]);
                double py = mapping.py(placed.positions().rows()[i][1]);
                Diamond diamond = placed.rows().get(i).isLabelled() ? labelled : single;
                painter.dot(px, py, diamond.dark(), 0x000000);
                painter.dot(px, py, diamond.light(), 0xffffff);
                painter.dot(px, py, diamond.inner(), placedColours[i]);
            }
        }
    }

    /** The row of the placed face that is shown nearest to a pixel, at most {@code near} pixels away; negative for none. */
    int nearestPlaced(PixelMapping mapping, double atX, double atY, double near) {
        int best = -1;
        double least = near;
        for (int i = 0; i < placedColours.length; i++) {
            float[] at = placed.positions().rows()[i];
            double distance = Math.hypot(mapping.px(at[0]) - atX, mapping.py(at[1]) - atY);
            if (distance <= least && placedColours[i] != HIDDEN) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /** The row of the dot that is shown nearest to a pixel, at most {@code near} pixels away; negative for none. */
    int nearest(PixelMapping mapping, double atX, double atY, double near) {
        int best = -1;
        double least = near * near;
        for (int i = 0; i < order.length; i++) {
            double dx = mapping.px(x[i]) - atX;
            double dy = mapping.py(y[i]) - atY;
            double square = dx * dx + dy * dy;
            if (square < least && colours[i] != HIDDEN) {
                least = square;
                best = order[i];
            }
        }
        return best;
    }
}
