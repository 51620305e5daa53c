package org.maferstudio.faces;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.UnaryOperator;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.network.input.InputPacker;

/**
 * Crops a face from an image in the same way as the network's training images; beyond the edge of the image, border
 * pixels are repeated.
 */
public final class FaceCrop {
    /** Pixels around a turned crop that interpolation and the reducing kernel reach, before and after reducing. */
    private static final int REACH = 2;

    private FaceCrop() {}

    /**
     * Crops a face with the margin, aspect, alignment and colours of the contract.
     *
     * <p>A face larger than the contract's {@code resize} is reduced with an antialiasing kernel, as photographs are
     * when a dataset is created. From there on it is processed like the dataset's images.
     */
    public static RasterImage cut(RasterImage frame, DetectedFace face, InputPacker packer) {
        return cut(
                frame,
                face,
                FaceGeometry.of(packer.contract()),
                packer.contract().resize(),
                packer::coloured);
    }

    /**
     * Crops a face and keeps its colours.
     *
     * @param largest side to which a larger face is reduced, in pixels
     */
    public static RasterImage cut(RasterImage frame, DetectedFace face, FaceGeometry geometry, int largest) {
        return cut(frame, face, geometry, largest, UnaryOperator.identity());
    }

    private static RasterImage cut(
            RasterImage frame,
            DetectedFace face,
            FaceGeometry geometry,
            int largest,
            UnaryOperator<RasterImage> colours) {
        Similarity place = geometry.map(face);
        double height = place.scale() * (1 + 2 * geometry.margin());
        double width = height * geometry.aspect();
        int cutWidth = Math.max(1, (int) Math.round(width));
        int cutHeight = Math.max(1, (int) Math.round(height));
        boolean reduced = Math.min(cutWidth, cutHeight) > largest;
        if (place.isUpright()) {
            FacePoint centre = place.map(0.5, 0.5);
            int left = (int) Math.round(centre.x() - width / 2);
            int top = (int) Math.round(centre.y() - height / 2);
            RasterImage cut = colours.apply(padded(frame, left, top, cutWidth, cutHeight));
            return reduced ? Resampling.resize(cut, largest, largest, Kernel.BILINEAR) : cut;
        }
        int columns = reduced ? largest : cutWidth;
        int rows = reduced ? largest : cutHeight;
        return turned(frame, new Turned(place, geometry, columns, rows), colours);
    }

    /** The pixels of a turned crop and their places in the image. */
    private record Turned(Similarity place, FaceGeometry geometry, int columns, int rows) {
        /** The place of a point of the crop, in pixels. */
        FacePoint at(double column, double row) {
            double grown = 1 + 2 * geometry.margin();
            return place.map(
                    0.5 + (column / columns - 0.5) * grown * geometry.aspect(), 0.5 + (row / rows - 0.5) * grown);
        }

        /** The upright part of the image that the crop touches. */
        FaceBounds touched() {
            List<FacePoint> corners = List.of(at(0, 0), at(columns, 0), at(0, rows), at(columns, rows));
            DoubleSummaryStatistics xs =
                    corners.stream().mapToDouble(FacePoint::x).summaryStatistics();
            DoubleSummaryStatistics ys =
                    corners.stream().mapToDouble(FacePoint::y).summaryStatistics();
            return new FaceBounds(xs.getMin(), ys.getMin(), xs.getMax() - xs.getMin(), ys.getMax() - ys.getMin());
        }
    }

    /** Reduces the part of the image first, because interpolation between four pixels would skip the others. */
    private static RasterImage turned(RasterImage frame, Turned crop, UnaryOperator<RasterImage> colours) {
        double grown = crop.place().scale() * (1 + 2 * crop.geometry().margin());
        double factor = Math.max(1, grown / crop.rows());
        FaceBounds touched = crop.touched();
        int reach = (int) Math.ceil(REACH * factor);
        int left = (int) Math.floor(touched.x()) - reach;
        int top = (int) Math.floor(touched.y()) - reach;
        int width = (int) Math.ceil(touched.width()) + 2 * reach + 1;
        int height = (int) Math.ceil(touched.height()) + 2 * reach + 1;
        RasterImage part = colours.apply(padded(frame, left, top, width, height));
        RasterImage small = Resampling.resize(
                part,
                Math.max(1, (int) Math.round(width / factor)),
                Math.max(1, (int) Math.round(height / factor)),
                Kernel.BILINEAR);
        double across = small.width() / (double) width;
        double down = small.height() / (double) height;
        int channels = small.channels();
        byte[] values = new byte[crop.columns() * crop.rows() * channels];
        int to = 0;
        for (int row = 0; row < crop.rows(); row++) {
            for (int column = 0; column < crop.columns(); column++) {
                FacePoint at = crop.at(column + 0.5, row + 0.5);
                // The centre of a pixel lies half a pixel from its edges.
                to = interpolate(small, (at.x() - left) * across - 0.5, (at.y() - top) * down - 0.5, values, to);
            }
        }
        return new RasterImage(crop.columns(), crop.rows(), channels, values);
    }

    private static int interpolate(RasterImage image, double x, double y, byte[] values, int start) {
        int left = clamp((int) Math.floor(x), image.width());
        int right = clamp((int) Math.floor(x) + 1, image.width());
        int top = clamp((int) Math.floor(y), image.height());
        int bottom = clamp((int) Math.floor(y) + 1, image.height());
        double across = x - Math.floor(x);
        double down = y - Math.floor(y);
        int to = start;
        for (int channel = 0; channel < image.channels(); channel++) {
            double upper = (1 - across) * image.value(left, top, channel) + across * image.value(right, top, channel);
            double lower =
                    (1 - across) * image.value(left, bottom, channel) + across * image.value(right, bottom, channel);
            values[to++] = (byte) Math.round((1 - down) * upper + down * lower);
        }
        return to;
    }

    private static RasterImage padded(RasterImage frame, int left, int top, int width, int height) {
        boolean inside = left >= 0 && top >= 0 && left + width <= frame.width() && top + height <= frame.height();
        if (inside) {
            return frame.crop(left, top, width, height);
        }
        int channels = frame.channels();
        byte[] values = new byte[width * height * channels];
        for (int row = 0; row < height; row++) {
            int y = clamp(top + row, frame.height());
            for (int column = 0; column < width; column++) {
                int from = (y * frame.width() + clamp(left + column, frame.width())) * channels;
                System.arraycopy(frame.values(), from, values, (row * width + column) * channels, channels);
            }
        }
        return new RasterImage(width, height, channels, values);
    }

    private static int clamp(int place, int size) {
        return Math.max(0, Math.min(size - 1, place));
    }
}
