package org.maferstudio.ui.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.image.RasterImage;

/** Frames of a film with key frames a second apart, in any order. */
class FilmFramesTest {
    private static final int FRAMES = 100;

    @TempDir
    private Path folder;

    private Path film;

    @BeforeEach
    void make() throws Exception {
        film = FilmFixture.film(folder.resolve("grey.mkv"), FRAMES);
    }

    private static int at(FilmFrames frames, int number) throws InterruptedException {
        RasterImage image = frames.at(number / (double) FilmFixture.RATE, () -> false)
                .orElseThrow(() -> new AssertionError("no frame " + number));
        return FilmFixture.number(image);
    }

    @Test
    void everyFrameIsFoundForwardBackwardAndInAnyOrder() throws Exception {
        List<Integer> forward = IntStream.range(0, FRAMES).boxed().toList();
        List<Integer> backward =
                IntStream.range(0, FRAMES).map(i -> FRAMES - 1 - i).boxed().toList();
        List<Integer> anyhow = new Random(5).ints(60, 0, FRAMES).boxed().toList();
        for (List<Integer> order : List.of(forward, backward, anyhow)) {
            try (FilmFrames frames = new FilmFrames(film)) {
                for (int number : order) {
                    assertEquals(number, at(frames, number));
                }
            }
        }
    }

    @Test
    void aFrameComesAfterTheEndWasReached() throws Exception {
        try (FilmFrames frames = new FilmFrames(film)) {
            assertEquals(Optional.empty(), frames.at(1000, () -> false));
            assertEquals(3, at(frames, 3));
            assertEquals(FRAMES - 1, at(frames, FRAMES - 1));
        }
    }

    @Test
    void aTimeBetweenFramesHasNone() throws Exception {
        try (FilmFrames frames = new FilmFrames(film)) {
            assertEquals(Optional.empty(), frames.at(0.5 / FilmFixture.RATE, () -> false));
            assertEquals(1, at(frames, 1));
        }
    }

    @Test
    void aRequestThatIsNoLongerWantedEndsAndTheNextIsAnswered() throws Exception {
        try (FilmFrames frames = new FilmFrames(film)) {
            assertEquals(Optional.empty(), frames.at(2, () -> true));
            assertEquals(50, at(frames, 50));
        }
    }

    @Test
    void nothingComesFromAClosedFilm() throws Exception {
        FilmFrames frames = new FilmFrames(film);
        at(frames, 0);
        frames.close();
        assertTrue(frames.at(0, () -> false).isEmpty());
    }
}
