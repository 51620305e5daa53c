package org.maferstudio.ui.embedding;

/** How a dot of a shape and size covers pixels, computed once for several places within a pixel. */
final class DotStamp {
    /** The cover of a pixel that is opaque. */
    static final int FULL = 256;

    /** Places within a pixel, in each direction. */
    private static final int PLACES = 4;

    /** Steps of a pixel's side at which its cover is measured. */
    private static final int STEPS = 4;

    private final int reach;
    private final int[][] covers = new int[PLACES * PLACES][];

    /** What a dot looks like, about the origin. */
    @FunctionalInterface
    private interface Shape {
        boolean contains(double dx, double dy);
    }

    /**
     * Creates the stamp of a round dot.
     *
     * @param radius in pixels
     * @param opacity 0 to 1
     */
    DotStamp(double radius, double opacity) {
        this((dx, dy) -> dx * dx + dy * dy < radius * radius, radius, opacity);
    }

    /** Creates the stamp of an opaque diamond, from whose middle it is so many pixels to each corner. */
    static DotStamp diamond(double radius) {
        return new DotStamp((dx, dy) -> Math.abs(dx) + Math.abs(dy) < radius, radius, 1);
    }

    private DotStamp(Shape shape, double radius, double opacity) {
        reach = (int) Math.ceil(radius);
        for (int i = 0; i < covers.length; i++) {
            int row = i / PLACES;
            covers[i] = cover(reach + (i % PLACES + 0.5) / PLACES, reach + (row + 0.5) / PLACES, shape, FULL * opacity);
        }
    }

    private int[] cover(double x, double y, Shape shape, double opacity) {
        int[] cover = new int[side() * side()];
        for (int i = 0; i < cover.length; i++) {
            int row = i / side();
            cover[i] = (int) Math.round(opacity * share(i % side() - x, row - y, shape));
        }
        return cover;
    }

    /** The share of a pixel that a shape covers, 0 to 1. */
    private static double share(double left, double top, Shape shape) {
        int inside = 0;
        for (int i = 0; i < STEPS * STEPS; i++) {
            int row = i / STEPS;
            double dx = left + (i % STEPS + 0.5) / STEPS;
            double dy = top + (row + 0.5) / STEPS;
            inside += shape.contains(dx, dy) ? 1 : 0;
        }
        return inside / (double) (STEPS * STEPS);
    }

    /** The number of pixels across. */
    int side() {
        return 2 * reach + 1;
    }

    /** The first pixel, from the left or from the top, of a dot whose middle is at a place. */
    int left(double middle) {
        return (int) Math.floor(middle) - reach;
    }

    /** The cover of the pixels of a dot at a place, row by row, 0 to {@link #FULL}. */
    int[] cover(double x, double y) {
        return covers[place(y) * PLACES + place(x)];
    }

    private static int place(double at) {
        return (int) ((at - Math.floor(at)) * PLACES);
    }
}
