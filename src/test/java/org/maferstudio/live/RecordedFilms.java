package org.maferstudio.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.video.DrawnFaceVideo;
import org.maferstudio.video.VideoFrame;

/** Makes recordings without a session. */
public final class RecordedFilms {
    private RecordedFilms() {}

    /** Records drawn faces, each frame at one of these resolutions in pixels; 0 for native. */
    public static void record(Path folder, int... resolutions) throws InterruptedException {
        try (DrawnFaceVideo film = new DrawnFaceVideo(17);
                Recording recording = Recording.create(folder, "drawn", List.of())) {
            for (int pixels : resolutions) {
                VideoFrame frame = film.next().orElseThrow();
                recording.write(
                        reading(frame, pixels == 0 ? OptionalInt.empty() : OptionalInt.of(pixels)), film.pace());
            }
        }
    }

    /** A reading of a frame whose faces the source provides. */
    static LiveReading reading(VideoFrame frame, OptionalInt resolution) {
        List<FaceReading> faces = frame.known().orElse(List.of()).stream()
                .map(box -> new FaceReading(
                        new TrackedFace(1, DetectedFace.known(box), TrackedFace.Sighting.FOUND), List.of()))
                .toList();
        return new LiveReading(frame, resolution, faces, Optional.empty(), 0);
    }
}
