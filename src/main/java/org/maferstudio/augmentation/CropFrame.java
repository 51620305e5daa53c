package org.maferstudio.augmentation;

import org.maferstudio.image.GreyWeights;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;

/**
 * The square of a picture that training looks at, before anything bends or moves it.
 *
 * @param picture before it is resized
 * @param resize the side that it is resized to, in pixels
 * @param left where the square begins in the resized picture
 * @param top where the square begins in the resized picture
 * @param size the side of the square, in pixels of the resized picture
 */
record CropFrame(RasterImage picture, int resize, int left, int top, int size) {
    /** The same square in grey. */
    CropFrame grey(GreyWeights weights) {
        return new CropFrame(picture.toGrey(weights), resize, left, top, size);
    }

    /** The square as it is, to the very values that the kernel gives. */
    RasterImage cut(Kernel kernel) {
        RasterImage resized = Resampling.resize(picture, resize, resize, kernel);
        return resize == size ? resized : resized.crop(left, top, size, size);
    }

    /**
     * This, resized where sampling bilinearly cannot do that on its way: for a reduction, which has to smooth, and for a
     * kernel that is not linear.
     */
    CropFrame toSample(Kernel kernel) {
        boolean linear = kernel == Kernel.BILINEAR || kernel == Kernel.OPENCV_LINEAR;
        if (linear && picture.width() <= resize && picture.height() <= resize) {
            return this;
        }
        return new CropFrame(Resampling.resize(picture, resize, resize, kernel), resize, left, top, size);
    }

    /** From pixels of the square to pixels of the picture. */
    Affine affine() {
        return new Affine(scaleX(), 0, start(left, scaleX()), 0, scaleY(), start(top, scaleY()));
    }

    /** Where the square ends along x, in parts of the picture's pixels. */
    Border.Edge edgeX(int parts) {
        return edge(left, scaleX() * parts, parts);
    }

    /** Where the square ends along y, in parts of the picture's pixels. */
    Border.Edge edgeY(int parts) {
        return edge(top, scaleY() * parts, parts);
    }

    private double scaleX() {
        return (double) picture.width() / resize;
    }

    private double scaleY() {
        return (double) picture.height() / resize;
    }

    /** Pixels of both sizes lie with their edges on each other, not with their centres. */
    private static double start(int first, double scale) {
        return (first + 0.5) * scale - 0.5;
    }

    private Border.Edge edge(int first, double pixel, int parts) {
        double half = 0.5 * parts;
        int low = (int) Math.round((first + 0.5) * pixel - half);
        int high = (int) Math.round((first + size - 0.5) * pixel - half);
        return new Border.Edge(low, high, (float) pixel);
    }
}
