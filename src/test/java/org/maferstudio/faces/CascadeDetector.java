package org.maferstudio.faces;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.FileNode;
import org.bytedeco.opencv.opencv_core.FileStorage;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.maferstudio.image.RasterImage;

/**
 * Detects frontal faces with OpenCV's cascade of Haar features, on a reduced image: the detector
 * of earlier versions, to which the margins of input contracts refer and with which the detector is compared.
 *
 * <p>P. Viola and M. Jones, "Rapid object detection using a boosted cascade of simple features", CVPR 2001.
 */
final class CascadeDetector implements FaceDetector {
    private static final String FILE = "share/opencv4/haarcascades/haarcascade_frontalface_alt2.xml";
    /** The longer side of the reduced image, in pixels. */
    private static final int SIDE = 320;

    private static final double STEP = 1.1;
    private static final int NEIGHBOURS = 4;
    /** The side of the smallest face, in pixels of the reduced image. */
    static final int SMALLEST = 24;

    private final CascadeClassifier cascade;

    CascadeDetector() {
        OpenCv.load();
        String resource = "/org/bytedeco/opencv/" + Loader.getPlatform() + "/" + FILE;
        try (InputStream stream = opencv_core.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw missing(null);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            cascade = new CascadeClassifier();
            // From memory, so that nothing is unpacked into a folder that may not be writable.
            try (FileStorage parsed = new FileStorage(text, FileStorage.READ | FileStorage.MEMORY);
                    FileNode first = parsed.getFirstTopLevelNode()) {
                cascade.read(first);
            }
        } catch (IOException e) {
            throw missing(e);
        }
        if (cascade.empty()) {
            throw missing(null);
        }
    }

    private static AssertionError missing(IOException cause) {
        return new AssertionError("OpenCV has no cascade", cause);
    }

    @Override
    public List<DetectedFace> detect(RasterImage image) {
        RasterImage grey = image.toGrey();
        double factor = Math.max(1, Math.max(grey.width(), grey.height()) / (double) SIDE);
        int width = Math.max(1, (int) Math.round(grey.width() / factor));
        int height = Math.max(1, (int) Math.round(grey.height() / factor));
        try (BytePointer values = new BytePointer(grey.values());
                Mat whole = new Mat(grey.height(), grey.width(), opencv_core.CV_8UC1, values);
                Mat small = new Mat();
                Size size = new Size(width, height);
                Size least = new Size(SMALLEST, SMALLEST);
                Size most = new Size();
                RectVector found = new RectVector()) {
            opencv_imgproc.resize(whole, small, size, 0, 0, opencv_imgproc.INTER_AREA);
            opencv_imgproc.equalizeHist(small, small);
            cascade.detectMultiScale(small, found, STEP, NEIGHBOURS, 0, least, most);
            return boxes(found, factor);
        }
    }

    private static List<DetectedFace> boxes(RectVector found, double factor) {
        List<DetectedFace> boxes = new ArrayList<>();
        for (long i = 0; i < found.size(); i++) {
            Rect face = found.get(i);
            boxes.add(DetectedFace.known(new FaceBounds(
                    factor * face.x(), factor * face.y(), factor * face.width(), factor * face.height())));
        }
        boxes.sort(
                Comparator.comparingDouble((DetectedFace face) -> face.bounds().area())
                        .reversed());
        return boxes;
    }

    @Override
    public void close() {
        cascade.close();
    }
}
