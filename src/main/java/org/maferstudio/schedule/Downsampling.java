package org.maferstudio.schedule;

import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;

/** Reduces the resolution of an image and resizes it back, as MAFER's authors do. */
public final class Downsampling {
    private Downsampling() {}

    /**
     * Downsamples an image: resizes its shorter side to {@code resolution}, keeping the aspect ratio truncated to whole
     * pixels, and resizes it back with the same kernel.
     *
     * @param resolution in pixels, at least 1; an image that is not larger is returned unchanged
     */
    public static RasterImage downsample(RasterImage image, int resolution, Kernel kernel) {
        return Resampling.resize(reduce(image, resolution, kernel), image.width(), image.height(), kernel);
    }

    /**
     * Resizes the shorter side of an image to {@code resolution}, keeping the aspect ratio truncated to whole pixels.
     *
     * @param resolution in pixels, at least 1; an image that is not larger is returned unchanged
     */
    public static RasterImage reduce(RasterImage image, int resolution, Kernel kernel) {
        int width = image.width();
        int height = image.height();
        if (!changes(image, resolution)) {
            return image;
        }
        // The authors divide in floating point and truncate; integer arithmetic would round differently.
        double ratio = height / (double) width;
        int lowWidth = height < width ? (int) (resolution / ratio) : resolution;
        int lowHeight = height < width ? resolution : (int) (resolution * ratio);
        return Resampling.resize(image, lowWidth, lowHeight, kernel);
    }

    /** Whether downsampling to this resolution changes the image at all. */
    public static boolean changes(RasterImage image, int resolution) {
        return resolution < image.width() && resolution < image.height();
    }
}
