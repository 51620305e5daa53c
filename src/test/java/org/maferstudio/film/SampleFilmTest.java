package org.maferstudio.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FullRangeDetector;
import org.maferstudio.image.RasterImage;
import org.maferstudio.video.FrameSource;
import org.maferstudio.video.SourceName;
import org.maferstudio.video.VideoFrame;

/** What the sample film is there for: its faces are found, and the included networks answer as the lesson needs it. */
class SampleFilmTest {
    private static final int EVERY = 9;

    @TempDir
    private Path shelf;

    /** Every ninth frame: a face that was found, or none. */
    private record Shot(int frame, Optional<RasterImage> face) {}

    @Test
    void theFilmIsSmallerThanAMegabyteAndStartsAnewAtItsEnd() throws Exception {
        try (InputStream film = SourceName.class.getResourceAsStream("/film/faces.webm")) {
            assertTrue(film.readAllBytes().length < 1_000_000);
        }
        int frames = PortraitFaces.timeline().frames();
        try (FrameSource source = SourceName.of("sample").open()) {
            long before = -1;
            for (int i = 0; i < frames + 3; i++) {
                VideoFrame frame = source.next().orElseThrow();
                assertEquals(i, frame.number());
                assertTrue(frame.milliseconds() > before, "frame " + i);
                before = frame.milliseconds();
            }
            assertEquals(1000.0 * (frames + 2) / FilmTimeline.FRAMES_PER_SECOND, (double) before, 5);
        }
    }

    @Test
    @Tag("engine")
    void bothNetworksClassifyItsFacesAtNativeResolutionAndOnlyMultiResolutionAtTwentyFourPixels() throws Exception {
        FilmTimeline timeline = PortraitFaces.timeline();
        LabelSet labels = LabelSet.fer2013();
        try (PortraitReader reader = new PortraitReader(shelf)) {
            List<Shot> shots = shots(reader, timeline);
            long found = shots.stream().filter(shot -> shot.face().isPresent()).count();
            assertEquals(shots.size(), found, "faces found");
            List<RasterImage> faces = new ArrayList<>();
            List<Integer> truth = new ArrayList<>();
            for (Shot shot : shots) {
                if (timeline.held(shot.frame())) {
                    faces.add(shot.face().orElseThrow());
                    truth.add(labels.names()
                            .indexOf(timeline.expression(shot.frame()).id()));
                }
            }
            StringBuilder table = new StringBuilder();
            for (int resolution : new int[] {0, 32, 24, 16, 12, 8}) {
                table.append(String.format(
                        Locale.ROOT,
                        "%d px: %.1f %% and %.1f %%; ",
                        resolution,
                        100 * reader.accuracy(0, faces, truth, resolution),
                        100 * reader.accuracy(1, faces, truth, resolution)));
            }
            assertTrue(reader.accuracy(0, faces, truth, 0) > 0.85, table::toString);
            assertTrue(reader.accuracy(1, faces, truth, 0) > 0.85, table::toString);
            assertTrue(reader.accuracy(0, faces, truth, 24) < 0.5, table::toString);
            assertTrue(reader.accuracy(1, faces, truth, 24) > 0.75, table::toString);
            assertTrue(reader.accuracy(0, faces, truth, 16) < 0.3, table::toString);
            assertTrue(reader.accuracy(1, faces, truth, 16) > 0.45, table::toString);
        }
    }

    private static List<Shot> shots(PortraitReader reader, FilmTimeline timeline) throws InterruptedException {
        List<Shot> shots = new ArrayList<>();
        try (FullRangeDetector detector = new FullRangeDetector();
                FrameSource source = SourceName.SAMPLE.open()) {
            for (int i = 0; i < timeline.frames(); i++) {
                RasterImage frame = source.next().orElseThrow().image();
                if (i % EVERY == 0) {
                    List<DetectedFace> found = detector.detect(frame);
                    shots.add(new Shot(
                            i, found.size() == 1 ? Optional.of(reader.cut(frame, found.get(0))) : Optional.empty()));
                }
            }
        }
        return shots;
    }
}
