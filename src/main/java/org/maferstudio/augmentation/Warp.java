package org.maferstudio.augmentation;

import org.maferstudio.image.RasterImage;
import org.maferstudio.recipe.Border;

/**
 * Applies all geometric transforms (elastic deformation, rotation, cropping and enlarging) in one bilinear sampling.
 *
 * <p>Coordinates and weights have 8 fractional bits; OpenCV's have 5.
 */
final class Warp {
    private static final int BITS = SourceCoordinates.BITS;
    private static final int ONE = SourceCoordinates.ONE;
    private static final int HALF = 1 << (2 * BITS - 1);

    /** The two left ones of four neighbours. */
    private static final long LEFT = 0x0000_00ff_0000_00ffL;

    private final CropFrame frame;
    private final Border border;
    private final Edge edgeX;
    private final Edge edgeY;
    private final SourceCoordinates places;

    /**
     * Creates a warp of one image.
     *
     * @param frame the part of the image to sample
     * @param place maps a pixel of the result to the frame's image
     * @param direction maps displacements to the frame's image; its translation is ignored
     * @param field the displacements
     */
    Warp(CropFrame frame, Affine place, Affine direction, DisplacementField field, Border border) {
        this.frame = frame;
        this.border = border;
        this.edgeX = frame.edgeX(ONE).shifted(ONE);
        this.edgeY = frame.edgeY(ONE).shifted(ONE);
        this.places = new SourceCoordinates(frame.size(), field, place.shifted(1), direction);
    }

    /** Returns the result, which has the size of the frame. */
    RasterImage image() {
        int size = frame.size();
        int channels = frame.image().channels();
        long[] squares = squares(frame.image());
        byte[] values = new byte[size * size * channels];
        for (int y = 0; y < size; y++) {
            places.to(y);
            if (channels == 1) {
                sampleGrey(squares, places.xs(), places.ys(), values, y * size);
            } else {
                sampleColour(squares, places.xs(), places.ys(), values, y * size * channels);
            }
        }
        return new RasterImage(size, size, channels, values);
    }

    /**
     * For each value of an image: the value itself and its neighbours to the right, below, and below right, in 16 bits
     * each, so that one lookup returns all four.
     *
     * <p>A row and a column are added at the top and left, so indices are one larger than in the image. Border pixels
     * are repeated beyond all borders, because an enlarged image needs values half a pixel beyond the centre of the
     * first and last pixels.
     */
    private static long[] squares(RasterImage image) {
        byte[] from = image.values();
        int channels = image.channels();
        int row = image.width() * channels;
        long[] squares = new long[(row + channels) * (image.height() + 1)];
        int to = 0;
        for (int y = -1; y < image.height(); y++) {
            int upper = Math.max(0, y) * row;
            int lower = Math.min(image.height() - 1, y + 1) * row;
            for (int c = 0; c < channels; c++) {
                squares[to++] = square(from, upper + c, lower + c, 0);
            }
            for (int i = 0; i < row; i++) {
                squares[to++] = square(from, upper + i, lower + i, i + channels < row ? channels : 0);
            }
        }
        return squares;
    }

    private static long square(byte[] from, int upper, int lower, int right) {
        return (from[upper] & 0xff)
                | ((long) (from[upper + right] & 0xff) << 16)
                | ((long) (from[lower] & 0xff) << 32)
                | ((long) (from[lower + right] & 0xff) << 48);
    }

    private void sampleGrey(long[] squares, int[] xs, int[] ys, byte[] to, int start) {
        int width = frame.image().width() + 1;
        int lowX = edgeX.low();
        int highX = edgeX.high();
        int lowY = edgeY.low();
        int highY = edgeY.high();
        for (int i = 0; i < xs.length; i++) {
            int x = xs[i];
            int y = ys[i];
            // Negative if any of the four is.
            if (((x - lowX) | (highX - x) | (y - lowY) | (highY - y)) >= 0) {
                int at = (y >> BITS) * width + (x >> BITS);
                to[start + i] = (byte) between(squares[at], x & (ONE - 1), y & (ONE - 1));
            } else {
                beyond(squares, x, y, to, start + i);
            }
        }
    }

    private void sampleColour(long[] squares, int[] xs, int[] ys, byte[] to, int start) {
        int width = frame.image().width() + 1;
        int lowX = edgeX.low();
        int highX = edgeX.high();
        int lowY = edgeY.low();
        int highY = edgeY.high();
        int out = start;
        for (int i = 0; i < xs.length; i++, out += 3) {
            int x = xs[i];
            int y = ys[i];
            if (((x - lowX) | (highX - x) | (y - lowY) | (highY - y)) >= 0) {
                int at = ((y >> BITS) * width + (x >> BITS)) * 3;
                to[out] = (byte) between(squares[at], x & (ONE - 1), y & (ONE - 1));
                to[out + 1] = (byte) between(squares[at + 1], x & (ONE - 1), y & (ONE - 1));
                to[out + 2] = (byte) between(squares[at + 2], x & (ONE - 1), y & (ONE - 1));
            } else {
                beyond(squares, x, y, to, out);
            }
        }
    }

    /** A pixel beyond the border. A separate method, because such pixels are few and the others must be fast. */
    private void beyond(long[] squares, int x, int y, byte[] to, int out) {
        int channels = frame.image().channels();
        float share = (edgeX.holds(x) ? 1 : edgeX.share(x, border)) * (edgeY.holds(y) ? 1 : edgeY.share(y, border));
        int backX = edgeX.holds(x) ? x : edgeX.inside(x, border);
        int backY = edgeY.holds(y) ? y : edgeY.inside(y, border);
        int row = (backY >> BITS) * (frame.image().width() + 1);
        int at = (row + (backX >> BITS)) * channels;
        for (int c = 0; c < channels; c++) {
            int value = between(squares[at + c], backX & (ONE - 1), backY & (ONE - 1));
            to[out + c] = (byte) Math.round(value * share);
        }
    }

    /** Interpolates between four values, the upper and lower pairs at once. */
    private static int between(long square, int weightX, int weightY) {
        long left = square & LEFT;
        long right = (square >>> 16) & LEFT;
        long columns = (left << BITS) + (right - left) * weightX;
        int upper = (int) columns;
        int lower = (int) (columns >>> 32);
        return ((upper << BITS) + (lower - upper) * weightY + HALF) >> (2 * BITS);
    }
}
