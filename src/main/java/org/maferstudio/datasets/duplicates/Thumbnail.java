package org.maferstudio.datasets.duplicates;

import org.maferstudio.image.RasterImage;

/** A grey version of an image, 32 x 32 pixels for any size and shape: all that the search keeps of it. */
public final class Thumbnail {
    private static final int SIDE = 32;

    /** The standard deviation of grey values, of 255, below which nothing can be seen in an image. */
    private static final double BLANK = 2;

    private final byte[] values;

    private Thumbnail(byte[] values) {
        this.values = values;
    }

    /** The thumbnail of an image. */
    public static Thumbnail of(RasterImage image) {
        RasterImage grey = image.toGrey();
        float[] means = new IntegralImage(grey.width(), grey.height(), grey.values()).means(ImageWindow.WHOLE, SIDE);
        byte[] values = new byte[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.round(means[i]);
        }
        return new Thumbnail(values);
    }

    /** Whether nothing can be seen in the image. */
    public boolean isBlank() {
        double sum = 0;
        double squares = 0;
        for (byte value : values) {
            sum += value & 0xff;
            squares += (value & 0xff) * (value & 0xff);
        }
        double mean = sum / values.length;
        return squares / values.length - mean * mean < BLANK * BLANK;
    }

    /** For gradients of any window. */
    IntegralImage integral() {
        return new IntegralImage(SIDE, SIDE, values);
    }

    /** Left and right exchanged. */
    Thumbnail mirrored() {
        byte[] mirrored = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            mirrored[i] = values[i / SIDE * SIDE + SIDE - 1 - i % SIDE];
        }
        return new Thumbnail(mirrored);
    }
}
