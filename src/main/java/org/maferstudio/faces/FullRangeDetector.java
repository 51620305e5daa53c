package org.maferstudio.faces;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;

/**
 * Detects faces with MediaPipe's full-range network. It finds faces whose side is at least about a tenth of the image's
 * longer side; {@link TiledDetector} finds smaller ones.
 *
 * <p>The image is fitted into 192 x 192 pixels with a black border; the network returns, for each cell of a 48 x 48 grid,
 * a score, a box and six points.
 */
public final class FullRangeDetector implements FaceDetector {
    /** The name in tables and recordings. */
    public static final String NAME = "MediaPipe full range";

    private static final int SIDE = FullRangeNetwork.SIDE;
    private static final int CELLS = FullRangeNetwork.CELLS;
    private static final int VALUES = FullRangeNetwork.VALUES;
    /** Minimum score of a face. */
    private static final double SURE = 0.5;
    /** Maximum number of candidates of one image. */
    private static final int MOST_CANDIDATES = 1000;
    /** The network's inputs for the values of a pixel: a table, as a hundred thousand divisions an image take time. */
    private static final float[] SCALED = scaled();

    private final FullRangeNetwork network;
    /** The pixels of the image in native memory, kept for the next, as fresh memory costs more than the copy. */
    private BytePointer pixels = new BytePointer(0L);

    /**
     * Loads the network, which is part of the program.
     *
     * @throws Problem if OpenCV or ONNX Runtime cannot be loaded
     */
    public FullRangeDetector() {
        OpenCv.load();
        network = new FullRangeNetwork();
    }

    @Override
    public List<DetectedFace> detect(RasterImage image) {
        RasterImage rgb = image.toRgb();
        double scale = Math.max(rgb.width(), rgb.height()) / (double) SIDE;
        int width = Math.max(1, (int) Math.round(rgb.width() / scale));
        int height = Math.max(1, (int) Math.round(rgb.height() / scale));
        int left = (SIDE - width) / 2;
        int top = (SIDE - height) / 2;
        float[] input = planes(fitted(rgb, left, top, width, height));
        Fit fit = new Fit(rgb.width() / (double) width, rgb.height() / (double) height, left, top);
        List<DetectedFace> faces = WeightedSuppression.merge(candidates(network.run(input), fit));
        faces.sort(
                Comparator.comparingDouble((DetectedFace face) -> face.bounds().area())
                        .reversed());
        return faces;
    }

    /** The image in the middle of the network's square, RGB. */
    private byte[] fitted(RasterImage rgb, int left, int top, int width, int height) {
        byte[] square = new byte[SIDE * SIDE * 3];
        byte[] values = rgb.values();
        if (pixels.capacity() < values.length) {
            pixels.close();
            pixels = new BytePointer((long) values.length);
        }
        pixels.put(values);
        boolean smaller = Math.max(rgb.width(), rgb.height()) > SIDE;
        try (Mat whole = new Mat(rgb.height(), rgb.width(), opencv_core.CV_8UC3, pixels);
                Mat halved = smaller ? halved(whole, width, height) : new Mat(whole);
                Scalar black = Scalar.all(0);
                Mat fitted = new Mat(SIDE, SIDE, opencv_core.CV_8UC3, black);
                Rect place = new Rect(left, top, width, height);
                Mat inner = new Mat(fitted, place);
                Size size = new Size(width, height);
                BytePointer result = fitted.data()) {
            int interpolation = smaller ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
            opencv_imgproc.resize(halved, inner, size, 0, 0, interpolation);
            result.get(square);
        }
        return square;
    }

    /**
     * Halves an image as often as it stays at least as large as the result: for this OpenCV has vector instructions, and
     * other factors take twice the time.
     */
    private static Mat halved(Mat image, int width, int height) {
        Mat halved = new Mat(image);
        while (halved.cols() / 2 >= width && halved.rows() / 2 >= height) {
            Mat whole = halved;
            halved = new Mat();
            try (whole;
                    Size half = new Size(whole.cols() / 2, whole.rows() / 2)) {
                opencv_imgproc.resize(whole, halved, half, 0, 0, opencv_imgproc.INTER_AREA);
            }
        }
        return halved;
    }

    /** From {@code (H, W, C)}, 0 to 255, to {@code (C, H, W)}, -1 to 1. */
    private static float[] planes(byte[] square) {
        int plane = SIDE * SIDE;
        float[] planes = new float[3 * plane];
        for (int i = 0; i < plane; i++) {
            planes[i] = SCALED[square[3 * i] & 0xff];
            planes[plane + i] = SCALED[square[3 * i + 1] & 0xff];
            planes[2 * plane + i] = SCALED[square[3 * i + 2] & 0xff];
        }
        return planes;
    }

    private static float[] scaled() {
        float[] scaled = new float[256];
        for (int value = 0; value < scaled.length; value++) {
            scaled[value] = value / 127.5f - 1;
        }
        return scaled;
    }

    /** From the network's square to the image: the factors, and where the image lies in the square, in pixels. */
    private record Fit(double across, double down, int left, int top) {
        FacePoint point(double x, double y) {
            return new FacePoint((x - left) * across, (y - top) * down);
        }
    }

    private static List<DetectedFace> candidates(FullRangeNetwork.Answer answer, Fit fit) {
        List<DetectedFace> faces = new ArrayList<>();
        for (int i = 0; i < CELLS * CELLS && faces.size() < MOST_CANDIDATES; i++) {
            double score = 1 / (1 + Math.exp(-answer.scores()[i]));
            if (score >= SURE) {
                face(Arrays.copyOfRange(answer.boxes(), i * VALUES, (i + 1) * VALUES), i, score, fit)
                        .ifPresent(faces::add);
            }
        }
        return faces;
    }

    private static Optional<DetectedFace> face(float[] cell, int index, double score, Fit fit) {
        double step = SIDE / (double) CELLS;
        int column = index % CELLS;
        int row = index / CELLS;
        double x = (column + 0.5) * step;
        double y = (row + 0.5) * step;
        double width = cell[2];
        double height = cell[3];
        if (!(width > 0 && height > 0)) {
            return Optional.empty();
        }
        FacePoint corner = fit.point(x + cell[0] - width / 2, y + cell[1] - height / 2);
        List<FacePoint> points = new ArrayList<>();
        for (int i = 4; i < VALUES; i += 2) {
            points.add(fit.point(x + cell[i], y + cell[i + 1]));
        }
        FaceBounds bounds = new FaceBounds(corner.x(), corner.y(), width * fit.across(), height * fit.down());
        return Optional.of(new DetectedFace(bounds, score, Optional.of(FacePoints.of(points))));
    }

    @Override
    public void close() {
        pixels.close();
        network.close();
    }
}
