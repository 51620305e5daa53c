package org.maferstudio.ui.embedding;

import java.util.Arrays;

/**
 * Counts dots in bins of a few pixels, where there are too many to tell them apart.
 *
 * <p>A dot touches a single bin, and bins are smoothed afterwards: painting each dot would touch many more places in memory.
 */
final class DotDensity {
    /** The side of a bin, in pixels. */
    private static final int SIDE = 2;

    /** The opacity of a single dot, as a share of that of the densest place. */
    private static final float SINGLE = 0.35f;

    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    /** Four values for each bin: the number of dots, and the sums of their red, green and blue; a border of one bin. */
    private final float[] sums;

    private final float[] smoothed;
    private float most;

    /** For an image of this size. */
    DotDensity(int width, int height) {
        this.width = width;
        this.height = height;
        columns = width / SIDE + 3;
        rows = height / SIDE + 3;
        sums = new float[4 * columns * rows];
        smoothed = new float[sums.length];
    }

    /** Whether it is for an image of this size. */
    boolean fits(int wide, int high) {
        return width == wide && height == high;
    }

    /** Forgets all dots. */
    void clear() {
        Arrays.fill(sums, 0);
    }

    /**
     * Adds a dot.
     *
     * @param x of its middle, in pixels
     * @param y likewise
     * @param rgb red, green and blue in the lower 24 bits
     */
    void add(double x, double y, int rgb) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            int at = 4 * bin((int) x, (int) y);
            sums[at]++;
            sums[at + 1] += rgb >> 16 & 0xff;
            sums[at + 2] += rgb >> 8 & 0xff;
            sums[at + 3] += rgb & 0xff;
        }
    }

    private int bin(int x, int y) {
        return (y / SIDE + 1) * columns + x / SIDE + 1;
    }

    /** Spreads each dot over the bins around its own; to be called before {@link #shade}. */
    void smooth() {
        spread(sums, smoothed, 4);
        spread(smoothed, sums, 4 * columns);
        most = 0;
        for (int i = 0; i < sums.length; i += 4) {
            most = Math.max(most, sums[i]);
        }
    }

    /** Adds half of each neighbour at a distance. */
    private static void spread(float[] from, float[] to, int distance) {
        for (int i = distance; i < from.length - distance; i++) {
            to[i] = from[i] + 0.5f * (from[i - distance] + from[i + distance]);
        }
    }

    /**
     * Shades pixels: the mean colour of the dots at each, the more opaque the more there are.
     *
     * @param pixels row by row; ARGB, premultiplied
     * @param opacity of the densest place, 0 to 1
     */
    void shade(int[] pixels, double opacity) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x += SIDE) {
                int shade = shade(4 * bin(x, y), opacity);
                int end = Math.min(width, x + SIDE);
                for (int column = x; column < end; column++) {
                    pixels[y * width + column] = shade;
                }
            }
        }
    }

    /** The opacity rises with the square root of the number of dots. */
    private int shade(int at, double opacity) {
        float count = sums[at];
        if (count <= 0) {
            return 0;
        }
        double alpha = opacity * Math.min(1, count) * (SINGLE + (1 - SINGLE) * Math.sqrt(count / most));
        double each = alpha / count;
        return channel(255 * alpha) << 24
                | channel(sums[at + 1] * each) << 16
                | channel(sums[at + 2] * each) << 8
                | channel(sums[at + 3] * each);
    }

    private static int channel(double value) {
        return (int) (value + 0.5);
    }
}
