package org.maferstudio.ui.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.analysis.AnalysedFrame;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;

/** A film of 50 frames, 25 a second, of which every second is analysed. */
class FilmPlayerTest {
    private static final int ANALYSED = 25;

    @TempDir
    private Path folder;

    private Path film;
    private FilmPlayer player;

    private static FilmReadings readings() {
        return FilmFixture.readings(IntStream.range(0, ANALYSED)
                .mapToObj(i -> new AnalysedFrame(2L * i, 2.0 * i / FilmFixture.RATE, List.of()))
                .toArray(AnalysedFrame[]::new));
    }

    @BeforeEach
    void open() throws Exception {
        film = FilmFixture.film(folder.resolve("grey.mkv"), 2 * ANALYSED);
        player = new FilmPlayer(new DirectJobs(), readings(), Optional.of(film));
    }

    @AfterEach
    void close() {
        player.close();
    }

    private int imaged() {
        assertEquals(player.indexProperty().get(), player.shownProperty().get().index());
        return FilmFixture.number(player.shownProperty().get().image());
    }

    @Test
    void theImageIsAlwaysThatOfTheRow() {
        assertEquals(0, imaged());
        for (int index : new int[] {7, 8, 3, 24, 0, 12}) {
            player.seek(index);
            assertEquals(2 * index, imaged());
        }
    }

    @Test
    void aTimeLeadsToTheFrameThatStandsThen() {
        player.seekTime(0.5);
        assertEquals(6, player.indexProperty().get());
        player.seekTime(0.56);
        assertEquals(7, player.indexProperty().get());
        player.seekTime(100);
        assertEquals(ANALYSED - 1, player.indexProperty().get());
        player.seekTime(-1);
        assertEquals(0, player.indexProperty().get());
    }

    @Test
    void stepsStopAtTheEndsAndPause() {
        player.playingProperty().set(true);
        player.step(1);
        assertFalse(player.playingProperty().get());
        player.step(-5);
        assertEquals(0, player.indexProperty().get());
        player.step(1000);
        assertEquals(ANALYSED - 1, player.indexProperty().get());
    }

    @Test
    void itPlaysAtItsSpeedAndPausesAtTheEnd() {
        player.playingProperty().set(true);
        player.advance(0.41);
        assertEquals(5, player.indexProperty().get());
        player.speedProperty().set(2);
        player.advance(0.4);
        assertEquals(15, player.indexProperty().get());
        player.advance(3);
        assertEquals(ANALYSED - 1, player.indexProperty().get());
        assertFalse(player.playingProperty().get());
        player.playingProperty().set(true);
        assertEquals(0, player.indexProperty().get(), "played again, it begins at the beginning");
    }

    @Test
    void aSelectedPartIsPlayedAgainAndAgain() {
        player.select(10, 5);
        player.loopingProperty().set(true);
        player.playingProperty().set(true);
        assertEquals(5, player.indexProperty().get());
        player.advance(0.45);
        assertEquals(10, player.indexProperty().get());
        player.advance(0.1);
        assertEquals(5, player.indexProperty().get());
        assertTrue(player.playingProperty().get());
    }

    @Test
    void aPartBeginsAndEndsAtTheShownFrame() {
        player.seek(4);
        player.selectFromHere();
        assertEquals(new FrameRange(4, ANALYSED - 1), player.partProperty().get());
        player.seek(9);
        player.selectToHere();
        assertEquals(new FrameRange(4, 9), player.partProperty().get());
        player.seek(2);
        player.selectToHere();
        assertEquals(new FrameRange(2, 2), player.partProperty().get());
        player.clearPart();
        assertEquals(new FrameRange(0, ANALYSED - 1), player.partOrWhole());
    }

    @Test
    void theTimelineZoomsToThePartAndStaysWithinTheFilm() {
        player.select(5, 9);
        player.zoomIn();
        assertEquals(0.4, player.spanProperty().get().from(), 1e-9);
        assertEquals(0.8, player.spanProperty().get().to(), 1e-9);
        player.zoom(100, 0.5);
        assertEquals(0, player.spanProperty().get().from(), 1e-9);
        assertEquals(2, player.spanProperty().get().to(), 1e-9);
        player.zoom(0.5, 2);
        assertEquals(2, player.spanProperty().get().to(), 1e-9);
    }

    @Test
    void withoutTheFilmThereIsATimelineButNoImage() {
        FilmPlayer alone = new FilmPlayer(new DirectJobs(), readings(), Optional.empty());
        alone.seek(3);
        assertEquals(3, alone.indexProperty().get());
        assertNull(alone.shownProperty().get());
    }

    @Test
    void aFilmThatIsNoneIsExplained() {
        FilmPlayer broken = new FilmPlayer(new DirectJobs(), readings(), Optional.of(folder.resolve("gone.mkv")));
        assertTrue(
                broken.problemProperty().get().contains("gone.mkv"),
                broken.problemProperty().get());
    }

    @Test
    void theFrameAskedForLastWins() {
        HeldJobs jobs = new HeldJobs();
        FilmPlayer slow = new FilmPlayer(jobs, readings(), Optional.of(film));
        slow.seek(20);
        slow.seek(5);
        jobs.releaseAll();
        assertEquals(5, slow.shownProperty().get().index());
        assertEquals(10, FilmFixture.number(slow.shownProperty().get().image()));
        assertEquals("", slow.problemProperty().get());
        slow.close();
        jobs.releaseAll();
    }

    @Test
    void aSlowDecoderIsNotFloodedWhilePlaying() {
        HeldJobs jobs = new HeldJobs();
        FilmPlayer slow = new FilmPlayer(jobs, readings(), Optional.of(film));
        jobs.releaseAll();
        slow.playingProperty().set(true);
        for (int i = 0; i < 10; i++) {
            slow.advance(0.08);
        }
        assertEquals(1, jobs.size());
        jobs.releaseAll();
        slow.advance(0.001);
        assertEquals(10, slow.indexProperty().get());
        slow.close();
        jobs.releaseAll();
    }
}
