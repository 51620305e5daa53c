package org.maferstudio.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisResultsTest {
    @TempDir
    private Path folder;

    private AnalysisRequest request(AnalysisResults results, String film) {
        return results.request(folder.resolve(film), FrameSelection.ALL, TableColumns.PLAIN);
    }

    private AnalysisResults results() {
        return new AnalysisResults(folder.resolve("out"));
    }

    private Path film(String name, int bytes) throws IOException {
        Path film = folder.resolve(name);
        Files.createDirectories(film.getParent());
        return Files.write(film, new byte[bytes]);
    }

    /** As an analysis leaves them. */
    private void complete(AnalysisRequest request) throws IOException {
        Files.createDirectories(request.folder());
        Files.writeString(request.table(), "");
        new FilmReport(
                        "",
                        "",
                        new FilmReport.FilmPart(
                                request.film().getFileName().toString(),
                                request.film().toString(),
                                Files.size(request.film()),
                                "",
                                "",
                                "",
                                1,
                                1,
                                1,
                                1,
                                0,
                                25,
                                0,
                                null,
                                null),
                        List.of(),
                        null,
                        new FilmReport.Counts(1, 0, 0, 0, 0, 0.0, 0.0, 0),
                        new FilmReport.Summary(0, 0, List.of()),
                        null)
                .write(request.report());
    }

    @Test
    void filmsOfOneNameGetTheirFoldersInFront() {
        AnalysisResults results = results();
        assertEquals(
                List.of("clip", "b-clip", "a-clip", "c-b-clip", "CLIP-2"),
                Stream.of("a/clip.mp4", "b/clip.mp4", "a/clip.mov", "c/b/clip.mp4", "d/CLIP-2.mp4")
                        .map(film -> request(results, film).name())
                        .toList());
        assertEquals("clip.mp4", request(results, "a/clip.mp4").input());
        assertEquals("c/b/clip.mp4", request(results, "c/b/clip.mp4").input());
        assertEquals("b-clip", request(results, "b/clip.mp4").name(), "the same film keeps its name");
        assertEquals("e-CLIP", request(results, "e/CLIP.mp4").name(), "some file systems ignore case");
    }

    @Test
    void aFilmFindsItsResultsAgainInWhateverOrder() throws IOException {
        film("a/clip.mp4", 10);
        film("b/clip.mp4", 20);
        AnalysisResults first = results();
        complete(request(first, "a/clip.mp4"));
        complete(request(first, "b/clip.mp4"));
        AnalysisResults later = results();
        assertEquals("b-clip", request(later, "b/clip.mp4").name());
        assertEquals("clip", request(later, "a/clip.mp4").name());
        AnalysisResults.delete(request(results(), "a/clip.mp4"));
        assertEquals("b-clip", request(results(), "b/clip.mp4").name(), "a name that becomes free is not taken over");
    }

    @Test
    void aFilmThatWasMovedKeepsItsResults() throws IOException {
        Path film = film("a/clip.mp4", 10);
        complete(request(results(), "a/clip.mp4"));
        film("b/clip.mp4", 10);
        assertEquals("b-clip", request(results(), "b/clip.mp4").name(), "the other is still there");
        Files.delete(film);
        assertEquals("clip", request(results(), "b/clip.mp4").name());
        film("b/clip.mp4", 11);
        assertEquals("b-clip", request(results(), "b/clip.mp4").name(), "another film");
    }

    @Test
    void anInterruptedAnalysisKeepsItsName() throws IOException {
        film("a/clip.mp4", 10);
        AnalysisRequest request = request(results(), "a/clip.mp4");
        try (PartialTable table = PartialTable.open(request, "identity")) {
            table.append("header\n");
            table.save(0, 0, FilmBlocks.State.START);
        }
        assertEquals("b-clip", request(results(), "b/clip.mp4").name());
        assertEquals("clip", request(results(), "a/clip.mp4").name());
        try (PartialTable table = PartialTable.open(request, "identity")) {
            assertTrue(table.resumed().isEmpty(), "nothing was analysed yet");
        }
    }

    @Test
    void filesOfOthersKeepTheirNames() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.writeString(out.resolve("clip.csv"), "mine");
        AnalysisRequest request = request(results(), "a/clip.mp4");
        assertEquals("a-clip", request.name());
        AnalysisResults.delete(AnalysisRequest.of(folder.resolve("a/clip.mp4"), out));
        assertEquals("mine", Files.readString(out.resolve("clip.csv")));
        assertFalse(AnalysisResults.areComplete(AnalysisRequest.of(folder.resolve("a/clip.mp4"), out)));
    }

    @Test
    void noTableHasTheNameOfOneThatGrows() {
        Map<String, String> names = AnalysisResults.inputs(Path.of("/films/clip.partial.mp4"));
        assertEquals("films-clip.partial.mp4", names.keySet().iterator().next());
    }
}
