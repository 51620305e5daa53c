package org.maferstudio.ui.embedding;

/** How a dot of a size covers pixels, computed once for several places within a pixel. */
final class DotStamp {
    /** The cover of a pixel that is opaque. */
    static final int FULL = 256;

    /** Places within a pixel, in each direction. */
    private static final int PLACES = 4;

    /** Steps of a pixel's side at which its cover is measured. */
    private static final int STEPS = 4;

    private final int reach;
    private final int[][] covers = new int[PLACES * PLACES][];

    /**
     * Creates a stamp.
     *
     * @param radius in pixels
     * @param opacity 0 to 1
     */
    DotStamp(double radius, double opacity) {
        reach = (int) Math.ceil(radius);
        for (int i = 0; i < covers.length; i++) {
            covers[i] = cover(
                    reach + (i % PLACES + 0.5) / PLACES, reach + (i / PLACES + 0.5) / PLACES, radius, FULL * opacity);
        }
    }

    private int[] cover(double x, double y, double radius, double opacity) {
        int[] cover = new int[side() * side()];
        for (int i = 0; i < cover.length; i++) {
            cover[i] = (int) Math.round(opacity * share(i % side() - x, i / side() - y, radius));
        }
        return cover;
    }

    /** The share of a pixel that a circle about the origin covers, 0 to 1. */
    private static double share(double left, double top, double radius) {
        int inside = 0;
        for (int i = 0; i < STEPS * STEPS; i++) {
            double dx = left + (i % STEPS + 0.5) / STEPS;
            double dy = top + (i / STEPS + 0.5) / STEPS;
            inside += dx * dx + dy * dy < radius * radius ? 1 : 0;
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
