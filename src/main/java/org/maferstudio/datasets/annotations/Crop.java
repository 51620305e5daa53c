package org.maferstudio.datasets.annotations;

import java.util.List;
import java.util.Optional;
import org.maferstudio.image.RasterImage;

/** The position of a face in an image. */
@FunctionalInterface
public interface Crop {
    /** The whole image. */
    Crop WHOLE = image -> image;

    /** The face. */
    RasterImage of(RasterImage image);

    /** Identifies the part of the image, the same whenever the dataset is read; empty if there is no such text. */
    default Optional<String> id() {
        return Optional.empty();
    }

    /** A box in pixels, clipped to the image; the whole image if the box is outside. */
    static Crop pixels(double left, double top, double right, double bottom) {
        return new Box(left, top, right, bottom);
    }

    /** The box around points whose coordinates are shares of the image's width and height, 0 to 1. */
    static Crop around(List<double[]> points) {
        double left = points.stream().mapToDouble(point -> point[0]).min().orElse(0);
        double right = points.stream().mapToDouble(point -> point[0]).max().orElse(1);
        double top = points.stream().mapToDouble(point -> point[1]).min().orElse(0);
        double bottom = points.stream().mapToDouble(point -> point[1]).max().orElse(1);
        return new Shares(left, top, right, bottom);
    }

    /** A box in pixels. */
    record Box(double left, double top, double right, double bottom) implements Crop {
        @Override
        public RasterImage of(RasterImage image) {
            int x = (int) Math.round(Math.max(0, left));
            int y = (int) Math.round(Math.max(0, top));
            int width = (int) Math.round(Math.min(image.width(), right)) - x;
            int height = (int) Math.round(Math.min(image.height(), bottom)) - y;
            return width < 1 || height < 1 ? image : image.crop(x, y, width, height);
        }

        @Override
        public Optional<String> id() {
            return Optional.of(toString());
        }
    }

    /** A box in shares of the image's width and height, 0 to 1. */
    record Shares(double left, double top, double right, double bottom) implements Crop {
        @Override
        public RasterImage of(RasterImage image) {
            return new Box(left * image.width(), top * image.height(), right * image.width(), bottom * image.height())
                    .of(image);
        }

        @Override
        public Optional<String> id() {
            return Optional.of(toString());
        }
    }
}
