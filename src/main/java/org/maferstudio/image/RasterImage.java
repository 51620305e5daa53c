package org.maferstudio.image;

import java.util.Arrays;

/**
 * An image of 8-bit values, grey or RGB.
 *
 * <p>Values are stored as {@code (H, W, C)}: row by row, the channels of a pixel adjacent, red first. An image does
 * not change once it is made.
 */
public final class RasterImage {
    private final int width;
    private final int height;
    private final int channels;
    private final byte[] values;

    /**
     * Wraps values without copying them. The caller must not change them afterwards.
     *
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     * @param channels 1 (grey) or 3 (RGB)
     * @param values {@code (H, W, C)}, unsigned
     */
    public RasterImage(int width, int height, int channels, byte[] values) {
        if (width < 1 || height < 1 || (channels != 1 && channels != 3)) {
            throw new IllegalArgumentException("a picture has at least one pixel and 1 or 3 channels, got " + width
                    + "x" + height + "x" + channels);
        }
        if (values.length != (long) width * height * channels) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height + "x" + channels + " has "
                    + (long) width * height * channels + " values, got " + values.length);
        }
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.values = values;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** 1 for grey, 3 for RGB. */
    public int channels() {
        return channels;
    }

    /** The shorter side, in pixels. */
    public int shorterSide() {
        return Math.min(width, height);
    }

    /** Whether all values are equal, as in a few images of FER2013. */
    public boolean isBlank() {
        byte first = values[0];
        for (byte value : values) {
            if (value != first) {
                return false;
            }
        }
        return true;
    }

    /** The value at a place, 0 to 255. */
    public int value(int x, int y, int channel) {
        return values[(y * width + x) * channels + channel] & 0xff;
    }

    /** All values as {@code (H, W, C)}, unsigned. Not a copy; do not modify. */
    public byte[] values() {
        return values;
    }

    /** Converts to grey with the luma of ITU-R 601, rounded as in Pillow. A grey image is returned unchanged. */
    public RasterImage toGrey() {
        return toGrey(GreyWeights.RGB);
    }

    /** Converts to grey with other weights. A grey image is returned unchanged. */
    public RasterImage toGrey(GreyWeights weights) {
        if (channels == 1) {
            return this;
        }
        byte[] grey = new byte[width * height];
        for (int i = 0; i < grey.length; i++) {
            int r = values[3 * i] & 0xff;
            int g = values[3 * i + 1] & 0xff;
            int b = values[3 * i + 2] & 0xff;
            grey[i] = (byte) weights.grey(r, g, b);
        }
        return new RasterImage(width, height, 1, grey);
    }

    /** Converts to three channels by repeating grey values. An RGB image is returned unchanged. */
    public RasterImage toRgb() {
        if (channels == 3) {
            return this;
        }
        byte[] rgb = new byte[values.length * 3];
        for (int i = 0; i < values.length; i++) {
            rgb[3 * i] = values[i];
            rgb[3 * i + 1] = values[i];
            rgb[3 * i + 2] = values[i];
        }
        return new RasterImage(width, height, 3, rgb);
    }

    /** Crops the rectangle that starts at {@code (x, y)}, which must be inside this image. */
    public RasterImage crop(int x, int y, int cropWidth, int cropHeight) {
        if (x < 0 || y < 0 || cropWidth < 1 || cropHeight < 1 || x + cropWidth > width || y + cropHeight > height) {
            throw new IllegalArgumentException("the crop " + cropWidth + "x" + cropHeight + " at " + x + "," + y
                    + " does not lie inside " + width + "x" + height);
        }
        byte[] part = new byte[cropWidth * cropHeight * channels];
        for (int row = 0; row < cropHeight; row++) {
            System.arraycopy(
                    values, ((y + row) * width + x) * channels, part, row * cropWidth * channels, cropWidth * channels);
        }
        return new RasterImage(cropWidth, cropHeight, channels, part);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RasterImage that
                && width == that.width
                && height == that.height
                && channels == that.channels
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(values);
    }

    /** The size, such as {@code 48x48 grey}. Also written to JSON, so it is the same in every language. */
    @Override
    public String toString() {
        return size(width, height, channels);
    }

    /** A size for display and JSON, such as {@code 48x48 grey}. */
    public static String size(int width, int height, int channels) {
        return width + "x" + height + (channels == 1 ? " grey" : " colour");
    }
}
