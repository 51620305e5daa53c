package org.maferstudio.augmentation;

import org.maferstudio.image.GreyWeights;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;

/**
 * The square of an image that training uses, before geometric transforms.
 *
 * @param image before it is resized
 * @param resize the side to which it is resized, in pixels
 * @param left where the square begins in the resized image
 * @param top where the square begins in the resized image
 * @param size the side of the square, in pixels of the resized image
 */
record CropFrame(RasterImage image, int resize, int left, int top, int size) {
    /** Returns the same square in grey. */
    CropFrame grey(GreyWeights weights) {
        return new CropFrame(image.toGrey(weights), resize, left, top, size);
    }

    /** Crops the square, with exactly the values of the kernel. */
    RasterImage cut(Kernel kernel) {
        RasterImage resized = Resampling.resize(image, resize, resize, kernel);
        return resize == size ? resized : resized.crop(left, top, size, size);
    }

    /**
     * Returns the frame resized if bilinear sampling cannot do so: for a reduction, which needs smoothing, and for
     * other kernels.
     */
    CropFrame toSample(Kernel kernel) {
        boolean linear = kernel == Kernel.BILINEAR || kernel == Kernel.OPENCV_LINEAR;
        if (linear && image.width() <= resize && image.height() <= resize) {
            return this;
        }
        return new CropFrame(Resampling.resize(image, resize, resize, kernel), resize, left, top, size);
    }

    /** Maps pixels of the square to pixels of the image. */
    Affine affine() {
        return new Affine(scaleX(), 0, start(left, scaleX()), 0, scaleY(), start(top, scaleY()));
    }

    /** The horizontal edge of the square, in fractions of the image's pixels. */
    Edge edgeX(int parts) {
        return edge(left, scaleX() * parts, parts);
    }

    /** The vertical edge of the square, in fractions of the image's pixels. */
    Edge edgeY(int parts) {
        return edge(top, scaleY() * parts, parts);
    }

    private double scaleX() {
        return (double) image.width() / resize;
    }

    private double scaleY() {
        return (double) image.height() / resize;
    }

    /** Pixels of both sizes are aligned at their edges, not at their centres. */
    private static double start(int first, double scale) {
        return (first + 0.5) * scale - 0.5;
    }

    private Edge edge(int first, double pixel, int parts) {
        double half = 0.5 * parts;
        int low = (int) Math.round((first + 0.5) * pixel - half);
        int high = (int) Math.round((first + size - 0.5) * pixel - half);
        return new Edge(low, high, (float) pixel);
    }
}
