package org.maferstudio.ui.embedding;

import java.util.Arrays;

/** Adds up dots pixel by pixel where there are too many to tell them apart. */
final class DotDensity {
    /** The opacity of a single dot, as a share of that of the densest place. */
    private static final float SINGLE = 0.35f;

    private final int width;
    private final int height;
    /** Four values for each pixel: the number of dots, and the sums of their red, green and blue. */
    private final float[] sums;

    private float most;

    /** For an image of this size. */
    DotDensity(int width, int height) {
        this.width = width;
        this.height = height;
        sums = new float[4 * width * height];
    }

    /** Whether it is for an image of this size. */
    boolean fits(int wide, int high) {
        return width == wide && height == high;
    }

    /** Forgets all dots. */
    void clear() {
        Arrays.fill(sums, 0);
        most = 0;
    }

    /** Adds a dot; the parameters are those of {@link DotPainter#dot}. */
    void add(double x, double y, DotStamp stamp, int rgb) {
        int side = stamp.side();
        int left = stamp.left(x);
        int top = stamp.left(y);
        int[] cover = stamp.cover(x, y);
        int firstColumn = Math.max(0, -left);
        int lastColumn = Math.min(side, width - left);
        int lastRow = Math.min(side, height - top);
        float red = rgb >> 16 & 0xff;
        float green = rgb >> 8 & 0xff;
        float blue = rgb & 0xff;
        for (int row = Math.max(0, -top); row < lastRow; row++) {
            for (int column = firstColumn; column < lastColumn; column++) {
                float share = cover[row * side + column] * (1f / DotStamp.FULL);
                int at = 4 * ((top + row) * width + left + column);
                sums[at] += share;
                sums[at + 1] += share * red;
                sums[at + 2] += share * green;
                sums[at + 3] += share * blue;
                most = Math.max(most, sums[at]);
            }
        }
    }

    /** The premultiplied colour of a pixel; its opacity rises with the square root of the number of dots. */
    int shade(int pixel, double opacity) {
        float count = sums[4 * pixel];
        if (count <= 0) {
            return 0;
        }
        double alpha = opacity * Math.min(1, count) * (SINGLE + (1 - SINGLE) * Math.sqrt(count / most));
        double each = alpha / count;
        return channel(255 * alpha) << 24
                | channel(sums[4 * pixel + 1] * each) << 16
                | channel(sums[4 * pixel + 2] * each) << 8
                | channel(sums[4 * pixel + 3] * each);
    }

    private static int channel(double value) {
        return (int) (value + 0.5);
    }
}
