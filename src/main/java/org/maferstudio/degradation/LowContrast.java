package org.maferstudio.degradation;

import org.maferstudio.image.RasterImage;

/** Reduces contrast with the values of Pillow's {@code ImageEnhance.Contrast}. */
final class LowContrast {
    private LowContrast() {}

    /**
     * Moves all values towards the mean grey of the image.
     *
     * @param factor what is left of the differences, above 0 and below 1
     */
    static RasterImage apply(RasterImage image, double factor) {
        RasterImage grey = image.toGrey();
        long sum = 0;
        for (byte value : grey.values()) {
            sum += value & 0xff;
        }
        int mean = (int) ((double) sum / grey.values().length + 0.5);
        byte[] values = new byte[image.values().length];
        for (int i = 0; i < values.length; i++) {
            // Pillow blends in single precision and truncates.
            values[i] = (byte) (int) (mean + (float) factor * ((image.values()[i] & 0xff) - mean));
        }
        return new RasterImage(image.width(), image.height(), image.channels(), values);
    }
}
