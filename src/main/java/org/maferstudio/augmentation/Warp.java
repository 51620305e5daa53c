package org.maferstudio.augmentation;

import java.util.Arrays;
import java.util.Optional;
import org.maferstudio.image.Picture;

/**
 * Samples a picture once, bilinearly, for all that moves its pixels: bending, turning, cropping and enlarging together.
 *
 * <p>The weights between pixels have 8 bits.
 */
final class Warp {
    private static final int BITS = 8;
    private static final int ONE = 1 << BITS;

    private final Frame frame;
    private final Affine place;
    private final Optional<DisplacementField.Walk> field;
    private final Border border;
    private final float[] xs;
    private final float[] ys;
    private final float[] shares;

    /**
     * For one picture.
     *
     * @param frame what is looked at
     * @param place where in the frame's picture a pixel of the result comes from
     * @param field how far from there it is displaced, in pixels of that picture
     */
    Warp(Frame frame, Affine place, Optional<DisplacementField> field, Border border) {
        this.frame = frame;
        this.place = place;
        this.field = field.map(f -> f.walk(frame.size()));
        this.border = border;
        this.xs = new float[frame.size()];
        this.ys = new float[frame.size()];
        this.shares = new float[frame.size()];
    }

    /** The result, as large as the frame. */
    Picture picture() {
        int size = frame.size();
        int channels = frame.picture().channels();
        byte[] values = new byte[size * size * channels];
        Border.Edge edgeX = frame.edgeX();
        Border.Edge edgeY = frame.edgeY();
        Arrays.fill(shares, 1);
        for (int y = 0; y < size; y++) {
            int row = y;
            place(y);
            field.ifPresent(walk -> walk.add(row, xs, ys));
            boolean beside = border.confine(xs, shares, edgeX);
            boolean beyond = border.confine(ys, shares, edgeY);
            if (channels == 1) {
                sampleGrey(values, y * size);
            } else {
                sampleColour(values, y * size * channels);
            }
            if (beside || beyond) {
                darken(values, y * size * channels, channels);
                Arrays.fill(shares, 1);
            }
        }
        return new Picture(size, size, channels, values);
    }

    private void place(int y) {
        float stepX = (float) place.xx();
        float stepY = (float) place.yx();
        float startX = (float) (place.xy() * y + place.x0());
        float startY = (float) (place.yy() * y + place.y0());
        for (int x = 0; x < xs.length; x++) {
            xs[x] = startX + x * stepX;
            ys[x] = startY + x * stepY;
        }
    }

    private void sampleGrey(byte[] to, int start) {
        byte[] from = frame.picture().values();
        int width = frame.picture().width();
        int lastX = (width - 1) * ONE;
        int lastY = (frame.picture().height() - 1) * ONE;
        for (int i = 0; i < xs.length; i++) {
            int x = fixed(xs[i], lastX);
            int y = fixed(ys[i], lastY);
            int at = (y >> BITS) * width + (x >> BITS);
            int right = x < lastX ? 1 : 0;
            int below = y < lastY ? width : 0;
            int weightX = x & (ONE - 1);
            int weightY = y & (ONE - 1);
            int upper = (from[at] & 0xff) * (ONE - weightX) + (from[at + right] & 0xff) * weightX;
            int lower = (from[at + below] & 0xff) * (ONE - weightX) + (from[at + below + right] & 0xff) * weightX;
            to[start + i] = (byte) ((upper * (ONE - weightY) + lower * weightY + 0x8000) >> 16);
        }
    }

    private void sampleColour(byte[] to, int start) {
        byte[] from = frame.picture().values();
        int width = frame.picture().width();
        int lastX = (width - 1) * ONE;
        int lastY = (frame.picture().height() - 1) * ONE;
        for (int i = 0; i < xs.length; i++) {
            int x = fixed(xs[i], lastX);
            int y = fixed(ys[i], lastY);
            int at = ((y >> BITS) * width + (x >> BITS)) * 3;
            int right = x < lastX ? 3 : 0;
            int below = y < lastY ? 3 * width : 0;
            int weightX = x & (ONE - 1);
            int weightY = y & (ONE - 1);
            for (int c = 0; c < 3; c++, at++) {
                int upper = (from[at] & 0xff) * (ONE - weightX) + (from[at + right] & 0xff) * weightX;
                int lower = (from[at + below] & 0xff) * (ONE - weightX) + (from[at + below + right] & 0xff) * weightX;
                to[start + 3 * i + c] = (byte) ((upper * (ONE - weightY) + lower * weightY + 0x8000) >> 16);
            }
        }
    }

    /** A place with 8 bits after the point, inside the picture: an enlarged picture repeats its border's pixels. */
    private static int fixed(float place, int last) {
        return Math.max(0, Math.min(last, (int) (place * ONE + 0.5f)));
    }

    private void darken(byte[] values, int start, int channels) {
        for (int i = 0; i < shares.length * channels; i++) {
            float share = shares[i / channels];
            if (share < 1) {
                values[start + i] = (byte) Math.round((values[start + i] & 0xff) * share);
            }
        }
    }
}
