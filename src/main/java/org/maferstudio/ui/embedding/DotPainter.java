package org.maferstudio.ui.embedding;

import java.util.Arrays;

/**
 * Paints antialiased round dots into the pixels of an image; a hundred thousand take a few milliseconds.
 *
 * <p>Pixels are ARGB, premultiplied.
 */
final class DotPainter {
    private final int[] pixels;
    private final int width;
    private final int height;

    /** Over pixels, row by row. */
    DotPainter(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    /** Makes all of them transparent. */
    void clear() {
        Arrays.fill(pixels, 0);
    }

    /**
     * Paints a dot.
     *
     * @param x of its middle, in pixels
     * @param y likewise
     * @param stamp its size and opacity
     * @param rgb red, green and blue in the lower 24 bits
     */
    void dot(double x, double y, DotStamp stamp, int rgb) {
        int side = stamp.side();
        int left = stamp.left(x);
        int top = stamp.left(y);
        int[] cover = stamp.cover(x, y);
        int firstColumn = Math.max(0, -left);
        int lastColumn = Math.min(side, width - left);
        int lastRow = Math.min(side, height - top);
        for (int row = Math.max(0, -top); row < lastRow; row++) {
            int at = (top + row) * width + left;
            for (int column = firstColumn; column < lastColumn; column++) {
                int alpha = cover[row * side + column];
                if (alpha > 0) {
                    pixels[at + column] = blend(pixels[at + column], rgb, alpha);
                }
            }
        }
    }

    /** A colour over a pixel; red and blue, and alpha and green, are computed together. */
    private static int blend(int under, int rgb, int alpha) {
        int kept = DotStamp.FULL - alpha;
        int redBlue = (((rgb & 0xff00ff) * alpha + (under & 0xff00ff) * kept) >>> 8) & 0xff00ff;
        int alphaGreen = ((0xff0000 | ((rgb >>> 8) & 0xff)) * alpha + ((under >>> 8) & 0xff00ff) * kept) & 0xff00ff00;
        return alphaGreen | redBlue;
    }
}
