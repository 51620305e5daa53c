package org.maferstudio.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;
import org.maferstudio.files.InputFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Detects faces with YuNet, a small network whose ONNX file the user provides. It also detects rotated and small faces,
 * which the cascade misses. Its boxes reach from forehead to chin and are narrower than high; they are extended to
 * squares, like those of the cascade, because input contracts define their margins relative to squares.
 *
 * <p>W. Wu, H. Peng and S. Yu, "YuNet: a tiny millisecond-level face detector", Machine Intelligence Research 2023.
 */
final class YuNetDetector implements FaceDetector {
    /** Maximum size of a model file in bytes; YuNet has a quarter of a million. */
    static final int LARGEST_MODEL = 32 << 20;

    private static final float SURE = 0.7f;
    private static final float SAME = 0.3f;
    private static final int MOST_CANDIDATES = 500;
    /** Minimum side of an image: the width of YuNet's coarsest cells. */
    private static final int SHORTEST = 32;
    /** Columns of the detector's output: the box, five points, the score. */
    private static final int COLUMNS = 15;

    private final Path file;
    private final FaceDetectorYN detector;

    /**
     * Loads a model file.
     *
     * @throws Problem if it cannot be read or is not an ONNX network
     */
    YuNetDetector(Path file) {
        this.file = file;
        OpenCv.load();
        byte[] model = bytes(file);
        try (BytePointer framework = new BytePointer("onnx");
                BytePointer buffer = new BytePointer(model);
                BytePointer config = new BytePointer(0L);
                Size size = new Size(SHORTEST, SHORTEST)) {
            detector = FaceDetectorYN.create(
                    framework,
                    buffer,
                    config,
                    size,
                    SURE,
                    SAME,
                    MOST_CANDIDATES,
                    opencv_dnn.DNN_BACKEND_OPENCV,
                    opencv_dnn.DNN_TARGET_CPU);
        } catch (RuntimeException e) {
            throw invalidModel(e);
        }
    }

    private static byte[] bytes(Path file) {
        try (InputStream stream = Files.newInputStream(InputFile.of(file))) {
            byte[] bytes = stream.readNBytes(LARGEST_MODEL + 1);
            if (bytes.length == 0) {
                throw Problem.input(Texts.of("live.detector.error.empty", file.getFileName()));
            }
            if (bytes.length > LARGEST_MODEL) {
                throw Problem.input(Texts.of("live.detector.error.tooLarge", file.getFileName()));
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.input(Texts.of("live.detector.error.read", file), e);
        }
    }

    private Problem invalidModel(RuntimeException cause) {
        return Problem.input(Texts.of("live.detector.error.format", file.getFileName()), cause);
    }

    @Override
    public List<FaceBounds> find(RasterImage image, int side) {
        RasterImage rgb = image.toRgb();
        double factor = Math.max(1, Math.max(rgb.width(), rgb.height()) / (double) side);
        int width = Math.max(SHORTEST, (int) Math.round(rgb.width() / factor));
        int height = Math.max(SHORTEST, (int) Math.round(rgb.height() / factor));
        try (BytePointer values = new BytePointer(rgb.values());
                Mat whole = new Mat(rgb.height(), rgb.width(), opencv_core.CV_8UC3, values);
                Mat small = new Mat();
                Mat found = new Mat();
                Size size = new Size(width, height)) {
            opencv_imgproc.resize(whole, small, size, 0, 0, opencv_imgproc.INTER_AREA);
            // The network was trained on OpenCV's order of channels.
            opencv_imgproc.cvtColor(small, small, opencv_imgproc.COLOR_RGB2BGR);
            detector.setInputSize(size);
            detector.detect(small, found);
            return boxes(found, rgb.width() / (double) width, rgb.height() / (double) height);
        } catch (RuntimeException e) {
            throw invalidModel(e);
        }
    }

    private static List<FaceBounds> boxes(Mat found, double across, double down) {
        List<FaceBounds> boxes = new ArrayList<>();
        if (found.empty() || found.cols() != COLUMNS) {
            return boxes;
        }
        try (FloatIndexer rows = found.createIndexer()) {
            for (int i = 0; i < found.rows(); i++) {
                double side = rows.get(i, 3) * down;
                double centreX = (rows.get(i, 0) + rows.get(i, 2) / 2) * across;
                double top = rows.get(i, 1) * down;
                if (side > 0 && Double.isFinite(centreX + top + side)) {
                    boxes.add(new FaceBounds(centreX - side / 2, top, side, side));
                }
            }
        }
        boxes.sort(Comparator.comparingDouble(FaceBounds::area).reversed());
        return boxes;
    }

    @Override
    public void close() {
        detector.close();
    }
}
