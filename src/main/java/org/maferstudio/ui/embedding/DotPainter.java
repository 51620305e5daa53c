package org.maferstudio.ui.embedding;

import java.util.Arrays;

/**
 * Paints antialiased round dots into the pixels of an image; ten thousand take a few milliseconds.
 *
 * <p>Pixels are ARGB, premultiplied.
 */
final class DotPainter {
    /** Steps of a pixel's side at which its cover is looked at. */
    private static final int STEPS = 4;

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
     * @param radius in pixels
     * @param rgb red, green and blue in the lower 24 bits
     * @param opacity 0 to 1
     */
    void dot(double x, double y, double radius, int rgb, double opacity) {
        int left = Math.max(0, (int) Math.floor(x - radius - 1));
        int right = Math.min(width - 1, (int) Math.ceil(x + radius + 1));
        int top = Math.max(0, (int) Math.floor(y - radius - 1));
        int bottom = Math.min(height - 1, (int) Math.ceil(y + radius + 1));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double cover = cover(column - x, row - y, radius);
                if (cover > 0) {
                    blend(row * width + column, rgb, cover * opacity);
                }
            }
        }
    }

    /** The share of a pixel that a circle about the origin covers, 0 to 1. */
    private static double cover(double left, double top, double radius) {
        double middle = Math.hypot(left + 0.5, top + 0.5);
        if (middle < radius - 0.75) {
            return 1;
        }
        if (middle > radius + 0.75) {
            return 0;
        }
        int inside = 0;
        for (int i = 0; i < STEPS; i++) {
            for (int j = 0; j < STEPS; j++) {
                double dx = left + (i + 0.5) / STEPS;
                double dy = top + (j + 0.5) / STEPS;
                inside += dx * dx + dy * dy < radius * radius ? 1 : 0;
            }
        }
        return inside / (double) (STEPS * STEPS);
    }

    private void blend(int at, int rgb, double alpha) {
        int under = pixels[at];
        double kept = 1 - alpha;
        int a = (int) Math.round(255 * alpha + kept * (under >>> 24));
        int r = (int) Math.round((rgb >> 16 & 0xff) * alpha + kept * (under >> 16 & 0xff));
        int g = (int) Math.round((rgb >> 8 & 0xff) * alpha + kept * (under >> 8 & 0xff));
        int b = (int) Math.round((rgb & 0xff) * alpha + kept * (under & 0xff));
        pixels[at] = a << 24 | r << 16 | g << 8 | b;
    }
}
