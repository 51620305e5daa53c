package org.maferstudio.faces;

import org.maferstudio.image.RasterImage;

/**
 * Detects cuts: frames that differ from the one before as a whole, and far more than the frames before did, so that
 * neither a pan nor a flicker counts. For one source at a time.
 */
final class CutDetector {
    private static final int COLUMNS = 32;
    private static final int ROWS = 24;
    /** Minimum mean difference of two frames at a cut, of 255. */
    private static final double DIFFERENT = 24;
    /** Minimum factor by which the difference exceeds the usual one. */
    private static final double SUDDEN = 4;
    /** Weight of the latest difference in the usual one. */
    private static final double LATEST = 0.2;

    private double[] before = {};
    private double usual;

    /** Forgets the last frame. */
    void clear() {
        before = new double[0];
        usual = 0;
    }

    /** Adds a frame; returns whether a new scene begins with it. */
    boolean isCut(RasterImage frame) {
        double[] now = GridMeans.of(frame, new FaceBounds(0, 0, frame.width(), frame.height()), COLUMNS, ROWS);
        double difference = before.length == now.length ? GridMeans.difference(before, now) : 0;
        boolean cut = difference > DIFFERENT && difference > SUDDEN * usual;
        before = now;
        usual = cut ? 0 : (1 - LATEST) * usual + LATEST * difference;
        return cut;
    }
}
