package org.maferstudio.live;

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
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Detects frontal faces with OpenCV's cascade of Haar features, on a reduced image. Faces smaller than
 * {@link #SMALLEST} pixels there are not detected.
 *
 * <p>P. Viola and M. Jones, "Rapid object detection using a boosted cascade of simple features", CVPR 2001.
 */
final class CascadeDetector implements FaceDetector {
    private static final String FILE = "share/opencv4/haarcascades/haarcascade_frontalface_alt2.xml";
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

    private static Problem missing(IOException cause) {
        return Problem.failure(Texts.of("live.detector.error.cascade"), cause);
    }

    @Override
    public List<FaceBounds> find(RasterImage image, int side) {
        RasterImage grey = image.toGrey();
        double factor = Math.max(1, Math.max(grey.width(), grey.height()) / (double) side);
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

    private static List<FaceBounds> boxes(RectVector found, double factor) {
        List<FaceBounds> boxes = new ArrayList<>();
        for (long i = 0; i < found.size(); i++) {
            Rect face = found.get(i);
            boxes.add(new FaceBounds(face.x(), face.y(), face.width(), face.height()).scaled(factor));
        }
        boxes.sort(Comparator.comparingDouble(FaceBounds::area).reversed());
        return boxes;
    }

    @Override
    public void close() {
        cascade.close();
    }
}
