package org.maferstudio.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.video.VideoFrame;

/**
 * A frame and the faces in it.
 *
 * @param frame the unmodified frame
 * @param resolution to which faces were downsampled, in pixels; empty for native
 * @param faces the largest first
 * @param sweep of the selected face, or of the largest, if it was due
 * @param latency nanoseconds from capture to here; of no meaning if the frame was read again
 */
public record LiveReading(
        VideoFrame frame, OptionalInt resolution, List<FaceReading> faces, Optional<Sweep> sweep, long latency) {
    public LiveReading {
        faces = List.copyOf(faces);
    }

    /** Whether this is another reading of a frame of the same session. */
    public boolean isSameFrame(LiveReading other) {
        return frame.number() == other.frame.number();
    }

    /** The face with an identifier, or the largest; empty if there is none. */
    public Optional<FaceReading> face(int id) {
        return faces.stream().filter(face -> face.face().id() == id).findFirst().or(() -> faces.stream()
                .findFirst());
    }

    /**
     * One face at every resolution.
     *
     * @param face the identifier, see {@link org.maferstudio.faces.TrackedFace#id}
     * @param resolutions in pixels; the first is empty, for native
     * @param networks for each network, in the session's order, one reading per resolution
     */
    public record Sweep(int face, List<OptionalInt> resolutions, List<List<NetworkReading>> networks) {
        /** At which faces are read, native first. */
        public static final List<Resolution> RESOLUTIONS = Resolution.parseAll("native, 32, 24, 16, 12, 8");
    }
}
