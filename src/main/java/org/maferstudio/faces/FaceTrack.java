package org.maferstudio.faces;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;
import org.maferstudio.faces.TrackedFace.Sighting;
import org.maferstudio.image.RasterImage;

/** One face over time: where it is, how it moves and how it looks. */
final class FaceTrack {
    /** Time constant with which a box moves to the detected position, in seconds. */
    private static final double SMOOTHING = 0.036;
    /** Time constant with which the velocity is averaged, in seconds. */
    private static final double INERTIA = 0.15;
    /** For how long a face that is not detected is expected to move on, in seconds. */
    private static final double MOMENTUM = 1;
    /** Maximum distance from the expected place, or after an occlusion from the last place, in sides of the face. */
    private static final double NEAR = 1;
    /** Maximum difference of the sizes, as the logarithm of their ratio. */
    private static final double SIMILAR_SIZE = Math.log(1.8);
    /** The difference of looks that counts as much as a distance of one side, of 255. */
    private static final double DIFFERENT_LOOK = 60;

    private final int id;
    private DetectedFace face;
    private Sight last;
    private double seen;
    private double velocityX;
    private double velocityY;

    /**
     * A detection and how the face looks.
     *
     * @param face the detection
     * @param look its colours
     */
    record Sight(DetectedFace face, GridMeans look) {
        private static final int CELLS = 6;

        static Sight of(RasterImage frame, DetectedFace face) {
            return new Sight(face, GridMeans.of(frame, face.bounds(), CELLS, CELLS));
        }

        double x() {
            return face.bounds().centreX();
        }

        double y() {
            return face.bounds().centreY();
        }

        double side() {
            return Math.sqrt(face.bounds().area());
        }
    }

    FaceTrack(int id, Sight first, double now) {
        this.id = id;
        this.face = first.face();
        this.last = first;
        this.seen = now;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(id);
        StoredNumbers.write(out, face);
        StoredNumbers.write(out, last.face());
        last.look().write(out);
        out.writeDouble(seen);
        out.writeDouble(velocityX);
        out.writeDouble(velocityY);
    }

    static FaceTrack read(DataInput in) throws IOException {
        int id = in.readInt();
        DetectedFace face = StoredNumbers.readFace(in);
        Sight last = new Sight(StoredNumbers.readFace(in), GridMeans.read(in));
        FaceTrack track = new FaceTrack(id, last, in.readDouble());
        track.face = face;
        track.velocityX = in.readDouble();
        track.velocityY = in.readDouble();
        return track;
    }

    /** For how long it was not detected, in seconds. */
    double missing(double now) {
        return now - seen;
    }

    /** How unlikely a detection is to be this face; empty if it cannot be. */
    OptionalDouble cost(Sight sight, double now) {
        double distance = distance(sight, Math.min(missing(now), MOMENTUM));
        if (missing(now) > FaceTracker.CARRIED_SECONDS) {
            // While it was hidden it may have stopped or turned back.
            distance = Math.min(distance, distance(sight, 0));
        }
        double growth = Math.abs(Math.log(sight.side() / last.side()));
        if (distance > NEAR || growth > SIMILAR_SIZE || !sight.look().isComparable(last.look())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(distance + growth + last.look().difference(sight.look()) / DIFFERENT_LOOK);
    }

    /** From the place to which it moves in a time, in sides of the face. */
    private double distance(Sight sight, double seconds) {
        double side = Math.max(last.side(), sight.side());
        return Math.hypot(sight.x() - last.x() - seconds * velocityX, sight.y() - last.y() - seconds * velocityY)
                / side;
    }

    /** Adds the detection of a later frame. */
    void add(Sight sight, double now) {
        double passed = missing(now);
        if (passed > 0) {
            double keep = Math.exp(-passed / INERTIA);
            velocityX = keep * velocityX + (1 - keep) * (sight.x() - last.x()) / passed;
            velocityY = keep * velocityY + (1 - keep) * (sight.y() - last.y()) / passed;
        }
        face = face.towards(sight.face(), 1 - Math.exp(-passed / SMOOTHING));
        last = sight;
        seen = now;
    }

    TrackedFace shown(Sighting sighting) {
        return new TrackedFace(id, face, sighting);
    }
}
