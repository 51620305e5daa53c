package org.maferstudio.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.fixture.MadeUpSource;
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
                recording.write(RecordedFilms.reading(frame, i < 2 ? OptionalInt.empty() : OptionalInt.of(12)));
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
        assertEquals("frame,milliseconds,resolution,face,x,y,width,height", rows.get(0));
        assertEquals(5, rows.size());
        assertTrue(rows.get(3).startsWith("2,67,12,1,"), rows.get(3));
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

    @Test
    void framesOfAnotherSizeEndTheRecordingInWordsAndKeepWhatWasRecorded() throws Exception {
        Path into = folder.resolve("a");
        try (DrawnFaceVideo film = new DrawnFaceVideo(17);
                Recording recording = Recording.create(into, "drawn", List.of())) {
            recording.write(RecordedFilms.reading(film.next().orElseThrow(), OptionalInt.empty()));
            VideoFrame small = MadeUpSource.frame(32, 32).take(1).orElseThrow();
            Problem problem = assertThrows(Problem.class, () -> recording.write(RecordedFilms.reading(small, OptionalInt.empty())));
            assertTrue(problem.getMessage().contains("640x480 to 32x32"), problem.getMessage());
        }
        try (FrameSource replay = SourceName.of(into.toString()).open()) {
            assertTrue(replay.next().isPresent());
            assertTrue(replay.next().isEmpty());
        }
    }

    @Test
    void aDamagedFilmIsRejectedInWords() throws IOException {
        Path file = Files.write(folder.resolve("film.mp4"), new byte[5000]);
        Problem problem =
                assertThrows(Problem.class, () -> SourceName.of(file.toString()).open());
        assertTrue(problem.getMessage().startsWith("Cannot open film.mp4 as a video."), problem.getMessage());
    }
}
