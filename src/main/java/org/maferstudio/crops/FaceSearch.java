package org.maferstudio.crops;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceDetector;
import org.maferstudio.faces.FullRangeDetector;
import org.maferstudio.faces.TiledDetector;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;

/** Detects the faces of still images on all cores, small ones in large photographs too. Thread-safe. */
final class FaceSearch implements AutoCloseable {
    private final ConcurrentLinkedQueue<FaceDetector> idle = new ConcurrentLinkedQueue<>();

    /** The faces of an image, the largest first. */
    List<DetectedFace> faces(RasterImage image) {
        FaceDetector detector = idle.poll();
        FaceDetector used = detector == null ? new TiledDetector(new FullRangeDetector()) : detector;
        try {
            return used.detect(image);
        } finally {
            idle.add(used);
        }
    }

    /** Does work for each number below a count, on all cores, until a stop is requested. */
    static void each(int count, Progress progress, IntConsumer work) {
        IntStream.range(0, count).parallel().forEach(i -> {
            if (!progress.stopRequested()) {
                work.accept(i);
            }
        });
    }

    /** Closes the detectors; no search may be running. */
    @Override
    public void close() {
        idle.forEach(FaceDetector::close);
    }
}
