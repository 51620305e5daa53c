package org.maferstudio.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.faces.TrackedFace;

/**
 * How the faces of a frame are read.
 *
 * @param resolution to which faces are downsampled, in pixels; empty for native
 * @param sweep the face that is also classified at every resolution, 0 for the largest; empty for none
 */
record ReadingRequest(OptionalInt resolution, OptionalInt sweep) {
    /** The face of these that is classified at every resolution: the requested one, or the largest. */
    Optional<TrackedFace> swept(List<TrackedFace> faces) {
        if (sweep.isEmpty()) {
            return Optional.empty();
        }
        return faces.stream()
                .filter(face -> face.id() == sweep.getAsInt())
                .findFirst()
                .or(() -> faces.stream().findFirst());
    }

    /** Whether a reading answers the request. */
    boolean isAnsweredBy(LiveReading reading) {
        Optional<Integer> wanted =
                swept(reading.faces().stream().map(FaceReading::face).toList()).map(TrackedFace::id);
        return reading.resolution().equals(resolution)
                && (wanted.isEmpty()
                        || reading.sweep().map(LiveReading.Sweep::face).equals(wanted));
    }
}
