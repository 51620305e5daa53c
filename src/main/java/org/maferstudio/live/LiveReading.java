package org.maferstudio.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.video.VideoFrame;

/**
 * A frame and the faces in it.
 *
 * @param frame the unmodified frame
 * @param resolution to which faces were downsampled, in pixels; empty for native
 * @param faces the largest first
 * @param sweep of the largest face, if it was due
 * @param latency nanoseconds from capture to here
 */
public record LiveReading(
        VideoFrame frame, OptionalInt resolution, List<FaceReading> faces, Optional<Sweep> sweep, long latency) {
    public LiveReading {
        faces = List.copyOf(faces);
    }

    /**
     * One face at every resolution.
     *
     * @param face the identifier, see {@link Face#id}
     * @param resolutions in pixels; the first is empty, for native
     * @param networks for each network, in the session's order, one reading per resolution
     */
    public record Sweep(int face, List<OptionalInt> resolutions, List<List<NetworkReading>> networks) {}
}
