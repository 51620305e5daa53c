package org.maferstudio.faces;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** Detects the faces of still images on all cores, small ones in large photographs too. Thread-safe. */
public final class FaceSearch implements AutoCloseable {
    /** Maximum number of reports of progress. */
    private static final int MOST_REPORTS = 1000;

    private final ConcurrentLinkedQueue<FaceDetector> idle = new ConcurrentLinkedQueue<>();

    /** The faces of an image, the largest first. */
    public List<DetectedFace> faces(RasterImage image) {
        FaceDetector detector = idle.poll();
        FaceDetector used = detector == null ? new TiledDetector(new FullRangeDetector()) : detector;
        try {
            return used.detect(image);
        } finally {
            idle.add(used);
        }
    }

    /** Does work for each number below a count, on all cores, until a stop is requested. */
    public static void each(int count, BooleanSupplier stopRequested, IntConsumer work) {
        IntStream.range(0, count).parallel().forEach(i -> {
            if (!stopRequested.getAsBoolean()) {
                work.accept(i);
            }
        });
    }

    /** Does work for each image of a number of them, and reports progress. */
    public static void eachImage(int images, Progress progress, IntConsumer work) {
        AtomicInteger done = new AtomicInteger();
        // To put a sentence together takes longer than to count.
        int step = 1 + images / MOST_REPORTS;
        each(images, progress::stopRequested, i -> {
            work.accept(i);
            int now = done.incrementAndGet();
            if (now == images || now % step == 0) {
                progress.report((double) now / images, Texts.of("faces.search.progress", now, images));
            }
        });
    }

    /** Closes the detectors; no search may be running. */
    @Override
    public void close() {
        idle.forEach(FaceDetector::close);
    }
}
