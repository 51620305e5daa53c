package org.maferstudio.augmentation;

import java.util.random.RandomGenerator;
import org.maferstudio.image.Picture;

/**
 * Where each pixel of the result comes from: {@code (xx x + xy y + x0, yx x + yy y + y0)} in the source, in pixels.
 *
 * <p>Values between pixels are interpolated bilinearly; beyond the border the border's pixels repeat.
 */
record Affine(double xx, double xy, double x0, double yx, double yy, double y0) {
    private static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

    /** Bits after the point of a place in the source: enough for pictures of 16,000 px. */
    private static final int FRACTION = 16;

    /** Draws scale, rotation and shift, as far as they are asked for, about the centre of the picture. */
    static Affine draw(Augmentation augmentation, Picture picture, RandomGenerator random) {
        double scale = 1 + symmetric(augmentation.scale(), random);
        double angle = Math.toRadians(symmetric(augmentation.rotate(), random));
        double right = symmetric(augmentation.shift(), random) * picture.width();
        double down = symmetric(augmentation.shift(), random) * picture.height();
        if (scale == 1 && angle == 0 && right == 0 && down == 0) {
            return IDENTITY;
        }
        double cos = Math.cos(angle) / scale;
        double sin = Math.sin(angle) / scale;
        double centreX = (picture.width() - 1) / 2.0;
        double centreY = (picture.height() - 1) / 2.0;
        double fromX = centreX + right;
        double fromY = centreY + down;
        return new Affine(
                cos, sin, centreX - cos * fromX - sin * fromY, -sin, cos, centreY + sin * fromX - cos * fromY);
    }

    /** Uniform between -most and most; draws nothing where most is 0. */
    private static double symmetric(double most, RandomGenerator random) {
        return most == 0 ? 0 : (2 * random.nextDouble() - 1) * most;
    }

    boolean isIdentity() {
        return equals(IDENTITY);
    }

    /** The {@code size x size} of the transformed picture that starts at {@code (left, top)}; values as in a picture. */
    byte[] crop(Picture picture, int left, int top, int size) {
        int channels = picture.channels();
        byte[] from = picture.values();
        byte[] values = new byte[size * size * channels];
        int lastX = (picture.width() - 1) << FRACTION;
        int lastY = (picture.height() - 1) << FRACTION;
        int stepX = fixed(xx);
        int stepY = fixed(yx);
        int to = 0;
        for (int row = top; row < top + size; row++) {
            int x = fixed(xx * left + xy * row + x0);
            int y = fixed(yx * left + yy * row + y0);
            for (int i = 0; i < size; i++, x += stepX, y += stepY) {
                int insideX = Math.max(0, Math.min(lastX, x));
                int insideY = Math.max(0, Math.min(lastY, y));
                int at = ((insideY >> FRACTION) * picture.width() + (insideX >> FRACTION)) * channels;
                int right = insideX < lastX ? channels : 0;
                int below = insideY < lastY ? picture.width() * channels : 0;
                int weightX = insideX >> (FRACTION - 8) & 0xff;
                int weightY = insideY >> (FRACTION - 8) & 0xff;
                for (int c = 0; c < channels; c++, at++) {
                    int upper = (from[at] & 0xff) * (256 - weightX) + (from[at + right] & 0xff) * weightX;
                    int lower =
                            (from[at + below] & 0xff) * (256 - weightX) + (from[at + below + right] & 0xff) * weightX;
                    values[to++] = (byte) ((upper * (256 - weightY) + lower * weightY + 0x8000) >> 16);
                }
            }
        }
        return values;
    }

    private static int fixed(double place) {
        return (int) Math.round(place * (1 << FRACTION));
    }
}
