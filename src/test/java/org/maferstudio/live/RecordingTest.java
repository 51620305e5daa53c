package org.maferstudio.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.video.DrawnFaceVideo;
import org.maferstudio.video.FrameSource;
import org.maferstudio.video.RecordedBoxes;
import org.maferstudio.video.RecordingFiles;
import org.maferstudio.video.SourceName;
import org.maferstudio.video.VideoFrame;

class RecordingTest {
    @TempDir
    private Path folder;

    private List<RasterImage> record(Path into) throws InterruptedException {
        List<RasterImage> images = new ArrayList<>();
        try (DrawnFaceVideo film = new DrawnFaceVideo(17);
                Recording recording = Recording.create(into, "drawn", List.of())) {
            for (int i = 0; i < 4; i++) {
                VideoFrame frame = film.next().orElseThrow();
                images.add(frame.image());
                recording.write(
                        RecordedFilms.reading(frame, i < 2 ? OptionalInt.empty() : OptionalInt.of(12)), film.pace());
            }
        }
        return images;
    }

    @Test
    void everyFrameComesBackBitForBitAtItsTimeWithItsResolution() throws InterruptedException {
        Path recorded = folder.resolve("a");
        List<RasterImage> images = record(recorded);
        SourceName name = SourceName.of(recorded.toString());
        assertEquals(SourceName.Kind.RECORDING, name.kind());
        RecordedResolutions resolutions = RecordedResolutions.of(name).orElseThrow();
        try (FrameSource replay = name.open()) {
            for (int i = 0; i < 4; i++) {
                VideoFrame frame = replay.next().orElseThrow();
                assertEquals(images.get(i), frame.image(), "frame " + i);
                assertEquals(Math.round(1000 * i / 30.0), frame.milliseconds());
                assertEquals(i < 2 ? OptionalInt.empty() : OptionalInt.of(12), resolutions.at(frame.number()));
            }
            assertTrue(replay.next().isEmpty());
        }
    }

    @Test
    void theTableHasARowAFaceWithTimeAndBox() throws Exception {
        record(folder.resolve("a"));
        List<String> rows = Files.readAllLines(folder.resolve("a").resolve(RecordingFiles.TABLE));
        assertEquals("frame,milliseconds,resolution,face,x,y,width,height,score,found", rows.get(0));
        assertEquals(5, rows.size());
        assertTrue(rows.get(3).startsWith("2,67,12,1,"), rows.get(3));
        assertTrue(rows.get(3).endsWith(",1.0000,1"), rows.get(3));
        String facts = Files.readString(folder.resolve("a").resolve(RecordingFiles.METADATA));
        assertTrue(facts.contains("\"frames\": 4"), facts);
    }

    @Test
    void facesThatTheSourceKnewAreKnownToTheReplayToTheLastBit() throws InterruptedException {
        Path recorded = folder.resolve("a");
        record(recorded);
        try (DrawnFaceVideo film = new DrawnFaceVideo(17);
                FrameSource replay = SourceName.of(recorded.toString()).open()) {
            for (int i = 0; i < 4; i++) {
                assertEquals(
                        film.next().orElseThrow().known(),
                        replay.next().orElseThrow().known(),
                        "frame " + i);
            }
        }
    }

    @Test
    void aDamagedTableIsRejectedInWords() throws Exception {
        Path recorded = folder.resolve("a");
        record(recorded);
        Files.writeString(recorded.resolve(RecordedBoxes.TABLE), RecordedBoxes.HEADER + "0,1,2,-3,NaN\n");
        Problem problem = assertThrows(
                Problem.class, () -> SourceName.of(recorded.toString()).open());
        assertTrue(problem.getMessage().contains("known.csv of the recording"), problem.getMessage());
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThrows(Problem.class, () -> Recording.create(folder, "drawn", List.of()));
        assertEquals("mine", Files.readString(folder.resolve("mine.txt")));
    }

    private static VideoFrame grey(int width, int height, long number, long milliseconds) {
        byte[] values = new byte[width * height];
        Arrays.fill(values, (byte) (10 * number));
        return new VideoFrame(new RasterImage(width, height, 1, values), number, milliseconds, 0, Optional.empty());
    }

    @Test
    void framesOfEverySizeComeBackBitForBitInOrder() throws Exception {
        Path into = folder.resolve("a");
        List<VideoFrame> frames = List.of(
                grey(40, 30, 0, 500),
                grey(64, 48, 1, 533),
                grey(40, 30, 2, 566),
                grey(7, 301, 3, 566),
                grey(64, 48, 4, 600),
                grey(40, 30, 5, 633));
        try (Recording recording = Recording.create(into, "made up", List.of())) {
            for (VideoFrame frame : frames) {
                recording.write(RecordedFilms.reading(frame, OptionalInt.empty()), FrameSource.Pace.TIMED);
            }
        }
        try (FrameSource replay = SourceName.of(into.toString()).open()) {
            assertEquals(FrameSource.Pace.EVERY_FRAME, replay.pace());
            for (VideoFrame frame : frames) {
                VideoFrame again = replay.next().orElseThrow();
                assertEquals(frame.image().toRgb(), again.image().toRgb(), "frame " + frame.number());
                assertEquals(frame.number(), again.number());
                assertEquals(frame.milliseconds() - 500, again.milliseconds());
            }
            assertTrue(replay.next().isEmpty());
        }
        String facts = Files.readString(into.resolve(RecordingFiles.METADATA));
        assertTrue(facts.contains("\"frames\": 6"), facts);
        assertTrue(facts.contains("\"start_milliseconds\": 500"), facts);
    }

    @Test
    void recordedStillsAreStillsInTheReplay() throws Exception {
        Path into = folder.resolve("a");
        try (Recording recording = Recording.create(into, "folder", List.of())) {
            recording.write(RecordedFilms.reading(grey(40, 30, 0, 0), OptionalInt.empty()), FrameSource.Pace.STILLS);
        }
        try (FrameSource replay = SourceName.of(into.toString()).open()) {
            assertEquals(FrameSource.Pace.STILLS, replay.pace());
        }
    }

    @Test
    void aCarriedFaceIsNoFoundOne() {
        DetectedFace face = new DetectedFace(new FaceBounds(1, 2, 3, 4), 0.75, Optional.empty());
        FaceReading carried = new FaceReading(new TrackedFace(5, face, TrackedFace.Sighting.CARRIED), List.of());
        LiveReading reading =
                new LiveReading(grey(8, 8, 0, 0), OptionalInt.empty(), List.of(carried), Optional.empty(), 0);
        assertEquals("7,90,native,5,1.00,2.00,3.00,4.00,0.7500,0\n", new FaceTable(List.of()).rows(reading, 7, 90));
    }

    @Test
    void aRecordingWithoutAFrameLeavesNothingBehind() throws IOException {
        Recording.create(folder.resolve("new"), "made up", List.of()).close();
        assertFalse(Files.exists(folder.resolve("new")));
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Recording.create(mine, "made up", List.of()).close();
        assertEquals(List.of(), list(mine));
    }

    @Test
    void aRecordingThatCannotBeCreatedLeavesNothingBehind() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThrows(Problem.class, () -> Recording.create(file.resolve("new"), "made up", List.of()));
        assertEquals(List.of(file), list(folder));
    }

    @Test
    void aRecordingWhoseFilmCannotBeWrittenLeavesNothingBehind() throws Exception {
        Path into = folder.resolve("a");
        Recording recording = Recording.create(into, "made up", List.of());
        Path inTheWay = Files.createDirectory(into.resolve(RecordingFiles.FILM));
        assertThrows(Problem.class, () -> {
            // The film is written by a thread of its own, which may be slow to begin.
            for (int i = 0; i < 60_000; i++) {
                recording.write(RecordedFilms.reading(grey(40, 30, i, i), OptionalInt.empty()), FrameSource.Pace.TIMED);
                Thread.sleep(1);
            }
        });
        Files.delete(inTheWay);
        assertThrows(Problem.class, recording::close);
        assertFalse(Files.exists(into));
    }

    @Test
    void aRecordingThatFailsLaterKeepsItsFramesAndReplays() throws Exception {
        Path into = folder.resolve("a");
        Recording recording = Recording.create(into, "made up", List.of());
        recording.write(RecordedFilms.reading(grey(40, 30, 0, 0), OptionalInt.empty()), FrameSource.Pace.TIMED);
        // A file where the folder of frames of another size belongs.
        Files.writeString(RecordingFiles.still(into, 0).getParent(), "");
        assertThrows(
                Problem.class,
                () -> recording.write(
                        RecordedFilms.reading(grey(50, 30, 1, 33), OptionalInt.empty()), FrameSource.Pace.TIMED));
        recording.close();
        try (FrameSource replay = SourceName.of(into.toString()).open()) {
            assertTrue(replay.next().isPresent());
            assertTrue(replay.next().isEmpty());
        }
    }

    private static List<Path> list(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.toList();
        }
    }

    @Test
    void aDamagedFilmIsRejectedInWords() throws IOException {
        Path file = Files.write(folder.resolve("film.mp4"), new byte[5000]);
        Problem problem =
                assertThrows(Problem.class, () -> SourceName.of(file.toString()).open());
        assertTrue(problem.getMessage().startsWith("Cannot open film.mp4 as a video:"), problem.getMessage());
    }
}
