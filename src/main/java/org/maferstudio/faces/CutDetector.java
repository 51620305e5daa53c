package org.maferstudio.faces;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.maferstudio.image.RasterImage;

/**
 * Detects cuts: frames that differ from the one before as a whole, far more than the frames before did, and not by their
 * brightness only, so that neither a pan nor a flicker nor a flash counts. For one source at a time.
 */
final class CutDetector {
    private static final int COLUMNS = 32;
    private static final int ROWS = 24;
    /** Minimum mean difference of two frames at a cut, of 255. */
    private static final double DIFFERENT = 24;
    /** Minimum factor by which the difference exceeds the usual one. */
    private static final double SUDDEN = 4;
    /** Minimum correlation of two frames of the same scene in different light. */
    private static final double SAME_SCENE = 0.8;
    /** Weight of the latest difference in the usual one. */
    private static final double LATEST = 0.2;

    private Optional<GridMeans> before = Optional.empty();
    private OptionalDouble usual = OptionalDouble.empty();

    /** Forgets the last frame. */
    void clear() {
        before = Optional.empty();
        usual = OptionalDouble.empty();
    }

    /** Adds a frame; returns whether a new scene begins with it. */
    boolean isCut(RasterImage frame) {
        GridMeans now = GridMeans.of(frame, new FaceBounds(0, 0, frame.width(), frame.height()), COLUMNS, ROWS);
        Optional<GridMeans> last = before.filter(now::isComparable);
        before = Optional.of(now);
        return last.isPresent() && isSudden(now.difference(last.get())) && now.correlation(last.get()) < SAME_SCENE;
    }

    private boolean isSudden(double difference) {
        // Without an earlier difference, nothing tells a cut from a moving camera.
        boolean sudden = usual.isPresent() && difference > DIFFERENT && difference > SUDDEN * usual.getAsDouble();
        usual = OptionalDouble.of(
                usual.isPresent() ? (1 - LATEST) * usual.getAsDouble() + LATEST * difference : difference);
        return sudden;
    }

    void write(DataOutput out) throws IOException {
        out.writeBoolean(before.isPresent());
        if (before.isPresent()) {
            before.get().write(out);
        }
        out.writeDouble(usual.orElse(Double.NaN));
    }

    void read(DataInput in) throws IOException {
        before = in.readBoolean() ? Optional.of(GridMeans.read(in)) : Optional.empty();
        double difference = in.readDouble();
        usual = Double.isNaN(difference) ? OptionalDouble.empty() : OptionalDouble.of(difference);
    }
}
