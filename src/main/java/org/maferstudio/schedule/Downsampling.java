package org.maferstudio.schedule;

import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;

/** Lowers a picture's resolution and brings it back to its size, as MAFER's authors do. */
public final class Downsampling {
    private Downsampling() {}

    /**
     * The picture with the detail of a smaller one: its shorter side becomes {@code resolution}, the other keeps the
     * ratio, truncated to whole pixels; then back to its own size, with the same kernel.
     *
     * @param resolution in pixels, at least 1; where it reaches either side the picture stays as it is
     */
    public static RasterImage lower(RasterImage picture, int resolution, Kernel kernel) {
        int width = picture.width();
        int height = picture.height();
        if (!changes(picture, resolution)) {
            return picture;
        }
        // The authors divide in floating point and truncate; int arithmetic would round differently.
        double ratio = height / (double) width;
        int lowWidth = height < width ? (int) (resolution / ratio) : resolution;
        int lowHeight = height < width ? resolution : (int) (resolution * ratio);
        return Resampling.resize(Resampling.resize(picture, lowWidth, lowHeight, kernel), width, height, kernel);
    }

    /** Whether lowering to this resolution changes the picture at all. */
    public static boolean changes(RasterImage picture, int resolution) {
        return resolution < picture.width() && resolution < picture.height();
    }
}
