package org.maferstudio.image;

import java.awt.image.Raster;

/**
 * Converts CMYK and YCCK JPEG images to RGB like Pillow: values are inverted, as Adobe stores them, and no colour
 * profile is applied.
 */
final class Cmyk {
    private Cmyk() {}

    /**
     * Converts the raw values of a JPEG with four components.
     *
     * @param raw 8-bit values as stored
     * @param isYcck whether the first three components are YCbCr
     */
    static RasterImage toRgb(Raster raw, boolean isYcck) {
        int width = raw.getWidth();
        int height = raw.getHeight();
        byte[] rgb = new byte[3 * width * height];
        int[] row = new int[4 * width];
        int to = 0;
        for (int y = 0; y < height; y++) {
            raw.getPixels(raw.getMinX(), raw.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = 4 * x;
                if (isYcck) {
                    toInverseInk(row, at);
                }
                int key = row[at + 3];
                for (int c = 0; c < 3; c++) {
                    // Ink is 255 minus the stored value; the remaining light is multiplied by that of black.
                    int ink = 255 - row[at + c];
                    rgb[to++] = (byte) Math.max(0, key - product(ink, key));
                }
            }
        }
        return new RasterImage(width, height, 3, rgb);
    }

    /** {@code a * b / 255}, rounded as Pillow rounds it. */
    private static int product(int a, int b) {
        int sum = a * b + 128;
        return ((sum >> 8) + sum) >> 8;
    }

    /** YCC to CMY as libjpeg does it, in fixed point with 16 bits. */
    private static void toInverseInk(int[] row, int at) {
        int y = row[at];
        int blue = row[at + 1] - 128;
        int red = row[at + 2] - 128;
        row[at] = 255 - clamp(y + ((91881 * red + 32768) >> 16));
        row[at + 1] = 255 - clamp(y + ((-22554 * blue - 46802 * red + 32768) >> 16));
        row[at + 2] = 255 - clamp(y + ((116130 * blue + 32768) >> 16));
    }

    private static int clamp(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
