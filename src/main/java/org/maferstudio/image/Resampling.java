package org.maferstudio.image;

import java.util.Arrays;

/**
 * Resizes images to exactly the values of Pillow, or of OpenCV for its kernel.
 *
 * <p>A kernel is applied along the rows, rounded to 8 bits, then along the columns. It widens when the image is
 * reduced, which prevents aliasing.
 */
public final class Resampling {
    private Resampling() {}

    /**
     * Resizes an image; returns it unchanged if the size is the same.
     *
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     */
    public static RasterImage resize(RasterImage image, int width, int height, Kernel kernel) {
        if (width < 1 || height < 1 || (long) width * height > ImageFile.MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "a picture has 1 to " + ImageFile.MAX_PIXELS + " pixels, got " + width + "x" + height);
        }
        if (kernel == Kernel.NEAREST) {
            return nearest(image, width, height);
        }
        if (kernel == Kernel.OPENCV_LINEAR) {
            return width == image.width() && height == image.height()
                    ? image
                    : OpenCvLinear.resize(image, width, height);
        }
        RasterImage wide = width == image.width() ? image : alongRows(image, width, kernel);
        return height == image.height() ? wide : alongColumns(wide, height, kernel);
    }

    private static RasterImage alongRows(RasterImage image, int width, Kernel kernel) {
        ResamplingWeights weights = new ResamplingWeights(image.width(), width, kernel);
        byte[] values = new byte[width * image.height() * image.channels()];
        for (int y = 0; y < image.height(); y++) {
            if (image.channels() == 1) {
                greyRow(image.values(), y * image.width(), weights, values, y * width, width);
            } else {
                rgbRow(image.values(), y * image.width() * 3, weights, values, y * width * 3, width);
            }
        }
        return new RasterImage(width, image.height(), image.channels(), values);
    }

    private static void greyRow(byte[] from, int row, ResamplingWeights weights, byte[] to, int target, int width) {
        int[] weight = weights.values();
        for (int x = 0; x < width; x++) {
            int at = row + weights.first(x);
            int start = weights.start(x);
            int sum = ResamplingWeights.HALF;
            for (int k = 0; k < weights.count(x); k++) {
                sum += weight[start + k] * (from[at + k] & 0xff);
            }
            to[target + x] = (byte) ResamplingWeights.clip(sum);
        }
    }

    private static void rgbRow(byte[] from, int row, ResamplingWeights weights, byte[] to, int target, int width) {
        int[] weight = weights.values();
        int out = target;
        for (int x = 0; x < width; x++) {
            int at = row + weights.first(x) * 3;
            int start = weights.start(x);
            int end = start + weights.count(x);
            int red = ResamplingWeights.HALF;
            int green = ResamplingWeights.HALF;
            int blue = ResamplingWeights.HALF;
            for (int k = start; k < end; k++, at += 3) {
                int w = weight[k];
                red += w * (from[at] & 0xff);
                green += w * (from[at + 1] & 0xff);
                blue += w * (from[at + 2] & 0xff);
            }
            to[out++] = (byte) ResamplingWeights.clip(red);
            to[out++] = (byte) ResamplingWeights.clip(green);
            to[out++] = (byte) ResamplingWeights.clip(blue);
        }
    }

    private static RasterImage alongColumns(RasterImage image, int height, Kernel kernel) {
        ResamplingWeights weights = new ResamplingWeights(image.height(), height, kernel);
        int length = image.width() * image.channels();
        // Integers, converted once for all rows: the CPU adds several at a time, but bytes one by one.
        int[] from = new int[length * image.height()];
        for (int i = 0; i < from.length; i++) {
            from[i] = image.values()[i] & 0xff;
        }
        byte[] values = new byte[length * height];
        int[] sums = new int[length];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, ResamplingWeights.HALF);
            for (int k = 0; k < weights.count(y); k++) {
                add(sums, from, (weights.first(y) + k) * length, weights.values()[weights.start(y) + k]);
            }
            for (int i = 0; i < length; i++) {
                values[y * length + i] = (byte) ResamplingWeights.clip(sums[i]);
            }
        }
        return new RasterImage(image.width(), height, image.channels(), values);
    }

    private static void add(int[] sums, int[] from, int start, int weight) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * from[start + i];
        }
    }

    private static RasterImage nearest(RasterImage image, int width, int height) {
        int[] columns = nearest(image.width(), width);
        int[] rows = nearest(image.height(), height);
        int channels = image.channels();
        byte[] values = new byte[width * height * channels];
        int to = 0;
        for (int y = 0; y < height; y++) {
            int row = rows[y] * image.width();
            for (int x = 0; x < width; x++) {
                int from = (row + columns[x]) * channels;
                for (int c = 0; c < channels; c++) {
                    values[to++] = image.values()[from + c];
                }
            }
        }
        return new RasterImage(width, height, channels, values);
    }

    /** The nearest pixel of a line of {@code from} pixels for each pixel of a line of {@code to}. */
    private static int[] nearest(int from, int to) {
        int[] chosen = new int[to];
        double scale = (double) from / to;
        double at = scale * 0.5;
        for (int i = 0; i < to; i++) {
            chosen[i] = Math.min(from - 1, (int) at);
            // Accumulated step by step as in Pillow: a product would round differently at pixel borders.
            at += scale;
        }
        return chosen;
    }
}
