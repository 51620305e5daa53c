package org.maferstudio.faces;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Detects faces with MediaPipe's full-range network, run by OpenCV. It finds faces whose side is at least about a tenth
 * of the image's longer side; {@link TiledDetector} finds smaller ones.
 *
 * <p>Network: Google, "MediaPipe BlazeFace full-range", Apache License 2.0; see {@code resources/faces/NOTICE}. The image
 * is fitted into 192 x 192 pixels with a black border; the network returns, for each cell of a 48 x 48 grid, a score
 * {@code (1, 2304, 1)}, and a box and six points {@code (1, 2304, 16)} relative to the cell's centre, in pixels.
 */
public final class FullRangeDetector implements FaceDetector {
    /** The name in tables and recordings. */
    public static final String NAME = "MediaPipe full range";

    private static final String MODEL = "/faces/face_detection_full_range.tflite";
    private static final int SIDE = 192;
    private static final int CELLS = 48;
    /** Values per cell: the box's centre and size, then six points. */
    private static final int VALUES = 16;
    /** Minimum score of a face. */
    private static final double SURE = 0.5;
    /** Maximum number of candidates of one image. */
    private static final int MOST_CANDIDATES = 1000;

    /** OpenCV registers layers while it reads a network, and crashes if two threads do so at the same time. */
    private static final Object READING = new Object();

    private final Net net;
    private final StringVector outputs;

    /**
     * Loads the network, which is part of the program.
     *
     * @throws Problem if OpenCV cannot be loaded
     */
    public FullRangeDetector() {
        OpenCv.load();
        try (InputStream stream = FullRangeDetector.class.getResourceAsStream(MODEL)) {
            if (stream == null) {
                throw Problem.failure(Texts.of("faces.detector.error.missing"));
            }
            // From memory, so that nothing is unpacked into a folder that may not be writable.
            try (BytePointer model = new BytePointer(stream.readAllBytes())) {
                synchronized (READING) {
                    net = opencv_dnn.readNetFromTFLite(model, model.capacity());
                }
            }
            outputs = net.getUnconnectedOutLayersNames();
        } catch (IOException e) {
            throw Problem.failure(Texts.of("faces.detector.error.missing"), e);
        }
    }

    @Override
    public List<DetectedFace> detect(RasterImage image) {
        RasterImage rgb = image.toRgb();
        double scale = Math.max(rgb.width(), rgb.height()) / (double) SIDE;
        int width = Math.max(1, (int) Math.round(rgb.width() / scale));
        int height = Math.max(1, (int) Math.round(rgb.height() / scale));
        int left = (SIDE - width) / 2;
        int top = (SIDE - height) / 2;
        try (BytePointer values = new BytePointer(rgb.values());
                Mat whole = new Mat(rgb.height(), rgb.width(), opencv_core.CV_8UC3, values);
                Scalar black = Scalar.all(0);
                Scalar middle = Scalar.all(127.5);
                Size square = new Size(SIDE, SIDE);
                Size size = new Size(width, height);
                Mat fitted = new Mat(SIDE, SIDE, opencv_core.CV_8UC3, black);
                Rect place = new Rect(left, top, width, height);
                Mat inner = new Mat(fitted, place)) {
            opencv_imgproc.resize(whole, inner, size, 0, 0, interpolation(scale));
            try (Mat input = opencv_dnn.blobFromImage(
                            fitted, 1 / 127.5, square, middle, false, false, opencv_core.CV_32F);
                    MatVector found = new MatVector(outputs.size())) {
                net.setInput(input);
                net.forward(found, outputs);
                List<DetectedFace> faces = WeightedSuppression.merge(candidates(
                        found, new Fit(rgb.width() / (double) width, rgb.height() / (double) height, left, top)));
                faces.sort(Comparator.comparingDouble(
                                (DetectedFace face) -> face.bounds().area())
                        .reversed());
                return faces;
            }
        }
    }

    private static int interpolation(double scale) {
        return scale > 1 ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
    }

    /** From the network's square to the image: the factors, and where the image lies in the square, in pixels. */
    private record Fit(double across, double down, int left, int top) {
        FacePoint point(double x, double y) {
            return new FacePoint((x - left) * across, (y - top) * down);
        }
    }

    private static List<DetectedFace> candidates(MatVector found, Fit fit) {
        Mat first = found.get(0);
        Mat second = found.get(1);
        boolean scoresFirst = first.total() < second.total();
        List<DetectedFace> faces = new ArrayList<>();
        try (FloatIndexer scores = (scoresFirst ? first : second).createIndexer();
                FloatIndexer boxes = (scoresFirst ? second : first).createIndexer()) {
            float[] cell = new float[VALUES];
            for (long i = 0; i < (long) CELLS * CELLS && faces.size() < MOST_CANDIDATES; i++) {
                double score = 1 / (1 + Math.exp(-scores.get(0, i, 0)));
                if (score >= SURE) {
                    for (int value = 0; value < VALUES; value++) {
                        cell[value] = boxes.get(0, i, value);
                    }
                    face(cell, (int) i, score, fit).ifPresent(faces::add);
                }
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
        outputs.close();
        net.close();
    }
}
