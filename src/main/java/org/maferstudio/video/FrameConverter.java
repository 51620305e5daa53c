package org.maferstudio.video;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.maferstudio.faces.OpenCv;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Converts decoded frames to RGB images that are upright and have square pixels. All have the size of the first: a frame
 * of another size is scaled to it, with black borders if its shape differs.
 */
final class FrameConverter implements AutoCloseable {
    private static final int ALIGNMENT = 64;
    /** Full range or video range, as swscale has it. */
    private static final int UNITY = 1 << 16;
    /** Films without a colour space are taken as BT.709 from this height on, as players do. */
    private static final int HIGH_DEFINITION = 720;

    private final String name;
    private final FilmOrientation orientation;
    private final double largestSide;
    private SwsContext context;
    private BytePointer buffer = new BytePointer();
    /** Of the first frame, before it is turned. */
    private int width;

    private int height;

    /**
     * Creates a converter.
     *
     * @param name of the source, for messages
     * @param largestSide to which larger frames are reduced, in pixels
     */
    FrameConverter(String name, FilmOrientation orientation, double largestSide) {
        this.name = name;
        this.orientation = orientation;
        this.largestSide = largestSide;
        if (orientation != FilmOrientation.NORMAL) {
            OpenCv.load();
        }
    }

    /** Sets the size of all images by a frame, if it is the first; also called by {@link #convert}. */
    void fit(AVFrame frame, double pixelAspect) {
        if (width > 0) {
            return;
        }
        // The side with the coarser pixels is enlarged.
        double wide = frame.width() * Math.max(1, pixelAspect);
        double high = frame.height() / Math.min(1, pixelAspect);
        double factor = Math.min(1, largestSide / Math.max(wide, high));
        width = Math.max(1, (int) Math.round(wide * factor));
        height = Math.max(1, (int) Math.round(high * factor));
    }

    /** The width of the images, in pixels. */
    int width() {
        return orientation.swapsSides() ? height : width;
    }

    /** The height of the images, in pixels. */
    int height() {
        return orientation.swapsSides() ? width : height;
    }

    /** Converts a frame. */
    RasterImage convert(AVFrame frame, double pixelAspect) {
        fit(frame, pixelAspect);
        double shape = frame.width() * pixelAspect / frame.height();
        int innerWidth = (int) Math.min(width, Math.max(1, Math.round(height * shape)));
        int innerHeight = (int) Math.min(height, Math.max(1, Math.round(width / shape)));
        // Rounding must not leave a border of one pixel.
        innerWidth = width - innerWidth <= 1 ? width : innerWidth;
        innerHeight = height - innerHeight <= 1 ? height : innerHeight;
        int stride = (3 * innerWidth + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        scale(frame, innerWidth, innerHeight, stride);
        byte[] values = new byte[3 * width * height];
        int left = 3 * ((width - innerWidth) / 2);
        int top = (height - innerHeight) / 2;
        for (int row = 0; row < innerHeight; row++) {
            buffer.position((long) row * stride).get(values, (top + row) * 3 * width + left, 3 * innerWidth);
        }
        buffer.position(0);
        return turned(values);
    }

    private void scale(AVFrame frame, int innerWidth, int innerHeight, int stride) {
        boolean smaller = innerWidth < frame.width() || innerHeight < frame.height();
        context = swscale.sws_getCachedContext(
                context,
                frame.width(),
                frame.height(),
                frame.format(),
                innerWidth,
                innerHeight,
                avutil.AV_PIX_FMT_RGB24,
                smaller ? swscale.SWS_AREA : swscale.SWS_BILINEAR,
                (SwsFilter) null,
                (SwsFilter) null,
                (DoublePointer) null);
        if (context == null || context.isNull()) {
            throw Problem.input(Texts.of("video.file.error.codec", name, "pixels " + frame.format()));
        }
        setColours(frame);
        // Vector instructions may write beyond the last pixel.
        long needed = (long) stride * innerHeight + ALIGNMENT;
        if (buffer.capacity() < needed) {
            buffer.close();
            buffer = new BytePointer(needed);
        }
        try (PointerPointer<BytePointer> planes = new PointerPointer<>(4);
                IntPointer strides = new IntPointer(stride, 0, 0, 0)) {
            planes.put(0, buffer);
            planes.put(1, null);
            planes.put(2, null);
            planes.put(3, null);
            int rows = swscale.sws_scale(context, frame.data(), frame.linesize(), 0, frame.height(), planes, strides);
            if (rows < 0) {
                throw Problem.input(Texts.of("video.file.error.codec", name, "pixels " + frame.format()));
            }
        }
    }

    private void setColours(AVFrame frame) {
        int matrix =
                switch (frame.colorspace()) {
                    case avutil.AVCOL_SPC_BT709 -> swscale.SWS_CS_ITU709;
                    case avutil.AVCOL_SPC_BT2020_NCL, avutil.AVCOL_SPC_BT2020_CL -> swscale.SWS_CS_BT2020;
                    case avutil.AVCOL_SPC_UNSPECIFIED ->
                        Math.min(frame.width(), frame.height()) >= HIGH_DEFINITION
                                ? swscale.SWS_CS_ITU709
                                : swscale.SWS_CS_ITU601;
                    default -> swscale.SWS_CS_ITU601;
                };
        int full = frame.color_range() == avutil.AVCOL_RANGE_JPEG ? 1 : 0;
        IntPointer table = swscale.sws_getCoefficients(matrix);
        // Not possible for RGB, which needs none.
        swscale.sws_setColorspaceDetails(context, table, full, table, 1, 0, UNITY, UNITY);
    }

    private RasterImage turned(byte[] values) {
        if (orientation == FilmOrientation.NORMAL) {
            return new RasterImage(width, height, 3, values);
        }
        try (BytePointer pixels = new BytePointer(values);
                Mat from = new Mat(height, width, opencv_core.CV_8UC3, pixels);
                Mat to = new Mat()) {
            orientation.apply(from, to);
            to.data().get(values);
            return new RasterImage(to.cols(), to.rows(), 3, values);
        }
    }

    @Override
    public void close() {
        buffer.close();
        if (context != null) {
            swscale.sws_freeContext(context);
        }
    }
}
