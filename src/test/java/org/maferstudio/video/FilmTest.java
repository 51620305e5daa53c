package org.maferstudio.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;

/** Films of every kind, compared with what ffprobe says; see {@code src/test/resources/video/README.md}. */
class FilmTest {
    private static final Path FOLDER = Path.of("src/test/resources/video");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyFrameHasTheTimeThatFfprobeSays() throws IOException {
        Map<String, List<Double>> expected = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("times.csv"))) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("film")) {
                expected.computeIfAbsent(cells[0], film -> new ArrayList<>()).add(Double.valueOf(cells[2]));
            }
        }
        assertTrue(expected.size() >= 12, "the table of times is not complete");
        return expected.entrySet().stream()
                .map(film -> DynamicTest.dynamicTest(film.getKey(), () -> {
                    List<Double> times = new ArrayList<>();
                    for (FilmFrame frame : read(film.getKey())) {
                        assertEquals(times.size(), frame.number());
                        times.add(frame.seconds());
                    }
                    assertEquals(film.getValue(), times);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyFrameIsUprightAndHasSquarePixels() {
        return Stream.of(
                        "b-frames.mp4",
                        "portrait.mp4",
                        "upside-down.mp4",
                        "hevc-10-bit.mp4",
                        "av1-10-bit.mkv",
                        "vp9-10-bit.webm",
                        "anamorphic.mp4",
                        "changing-size.ts")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    for (FilmFrame frame : read(name)) {
                        assertEquals("64x48 colour", frame.image().toString());
                        assertColour(frame.image(), 8, 6, "red");
                        assertColour(frame.image(), 56, 6, "green");
                        assertColour(frame.image(), 8, 42, "blue");
                        assertColour(frame.image(), 56, 42, "white");
                    }
                }));
    }

    private static void assertColour(RasterImage image, int x, int y, String expected) {
        StringBuilder channels = new StringBuilder();
        for (int channel = 0; channel < 3; channel++) {
            channels.append(image.value(x, y, channel) > 128 ? '1' : '0');
        }
        String seen =
                switch (channels.toString()) {
                    case "100" -> "red";
                    case "010" -> "green";
                    case "001" -> "blue";
                    case "111" -> "white";
                    default -> channels.toString();
                };
        assertEquals(expected, seen, "at " + x + "," + y);
    }

    @TestFactory
    Stream<DynamicTest> aFilmThatIsContinuedHasTheFramesOfOneThatIsReadAtOnce() throws IOException {
        return names().map(name -> DynamicTest.dynamicTest(name, () -> {
            List<FilmFrame> whole = read(name);
            for (FilmFrame known : whole) {
                try (Film film = Film.open(FOLDER.resolve(name))) {
                    film.goAfter(known.number(), known.seconds(), () -> false);
                    assertSame(whole.subList((int) known.number() + 1, whole.size()), rest(film));
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> aFilmThatIsReadFromATimeOnHasTheNumbersOfTheWhole() throws IOException {
        return names().map(name -> DynamicTest.dynamicTest(name, () -> {
            List<FilmFrame> whole = read(name);
            for (FilmFrame frame : whole) {
                for (double seconds : new double[] {frame.seconds(), frame.seconds() - 0.001}) {
                    try (Film film = Film.open(FOLDER.resolve(name))) {
                        film.next();
                        film.goTo(seconds, () -> false);
                        assertSame(
                                whole.stream()
                                        .dropWhile(each -> each.seconds() < seconds)
                                        .toList(),
                                rest(film));
                    }
                }
            }
        }));
    }

    private static Stream<String> names() throws IOException {
        return Files.readAllLines(FOLDER.resolve("times.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[0])
                .distinct();
    }

    private static List<FilmFrame> rest(Film film) throws InterruptedException {
        List<FilmFrame> frames = new ArrayList<>();
        for (Optional<FilmFrame> frame = film.next(); frame.isPresent(); frame = film.next()) {
            frames.add(frame.get());
        }
        return frames;
    }

    private static void assertSame(List<FilmFrame> expected, List<FilmFrame> actual) {
        assertEquals(
                expected.stream()
                        .map(frame -> frame.number() + " " + frame.seconds())
                        .toList(),
                actual.stream()
                        .map(frame -> frame.number() + " " + frame.seconds())
                        .toList());
        assertEquals(expected, actual);
    }

    @Test
    void framesBeforeTheKeyFrameAreNotDecodedAgain() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve("b-frames.mp4"));
        Path broken = folder.resolve("broken.mp4");
        // All but the first packet of the first of two groups of ten frames; ffprobe -show_packets says where they are.
        Arrays.fill(bytes, 1971, 2094, (byte) 0xff);
        Files.write(broken, bytes);
        List<FilmFrame> whole = read("b-frames.mp4");
        try (Film film = Film.open(broken)) {
            assertTrue(rest(film).size() < whole.size(), "frames cannot be decoded");
        }
        try (Film film = Film.open(broken)) {
            film.goAfter(15, whole.get(15).seconds(), () -> false);
            assertSame(whole.subList(16, 20), rest(film));
        }
        try (Film film = Film.open(broken)) {
            film.goTo(whole.get(15).seconds(), () -> false);
            assertSame(whole.subList(15, 20), rest(film));
        }
    }

    @Test
    void theFactsNameCodecRotationAndSizes() throws InterruptedException {
        try (Film film = Film.open(FOLDER.resolve("portrait.mp4"))) {
            while (film.skip()) {
                // Also known at the end.
            }
            FilmFacts facts = film.facts();
            assertEquals("h264", facts.codec());
            assertEquals("yuv420p", facts.pixelFormat());
            assertEquals(90, facts.rotation());
            assertEquals(new FilmFacts.Size(48, 64, 64, 48), facts.size());
            assertEquals(20, facts.frames().orElseThrow());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            textBlock =
                    """
                    sound-only.m4a, no video track
                    no-index.mp4,   has no index
                    make.sh,        Cannot open
                    """)
    void whatIsNoFilmIsSaidInASentence(String name, String words) {
        String message = assertThrows(Problem.class, () -> Film.open(FOLDER.resolve(name)))
                .getMessage();
        assertTrue(message.contains(words), message);
    }

    @Test
    void aFilmThatWasCutOffSaysHowMuchIsMissing() throws InterruptedException {
        try (Film film = Film.open(FOLDER.resolve("cut.mkv"))) {
            while (film.skip()) {
                // Reads all.
            }
            assertTrue(film.number() > 0);
            double missing = film.facts().duration().orElseThrow() - film.seconds();
            assertEquals(missing, film.missing().orElseThrow(), 0.05);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anamorphic.mp4",
                "av1-10-bit.mkv",
                "b-frames.mp4",
                "changing-size.ts",
                "edit-list.mp4",
                "hevc-10-bit.mp4",
                "late-start.ts",
                "portrait.mp4",
                "sound-first.mp4",
                "variable-rate.mp4",
                "vp9-10-bit.webm"
            })
    void nothingIsMissingInACompleteFilm(String name) throws InterruptedException {
        try (Film film = Film.open(FOLDER.resolve(name))) {
            while (film.skip()) {
                // Reads all.
            }
            assertEquals(OptionalDouble.empty(), film.missing());
        }
    }

    @Test
    void aPlaylistCannotReferToOtherFiles() throws IOException {
        Files.copy(FOLDER.resolve("late-start.ts"), folder.resolve("part.ts"));
        Path list = Files.writeString(
                folder.resolve("list.m3u8"), "#EXTM3U\n#EXTINF:1,\npart.ts\n#EXT-X-ENDLIST\n", StandardCharsets.UTF_8);
        assertThrows(Problem.class, () -> Film.open(list).close());
    }

    @Test
    void theLiveViewShowsThemUprightWithTheirTimes() throws InterruptedException {
        try (Video film = Video.file(FOLDER.resolve("portrait.mp4"))) {
            for (int i = 0; i < 20; i++) {
                VideoFrame frame = film.next().orElseThrow();
                assertEquals(40L * i, frame.milliseconds());
                assertColour(frame.image(), 8, 6, "red");
            }
            assertTrue(film.next().isEmpty());
        }
    }

    @Test
    void seekingGoesToTheFirstFrameThatIsNotEarlier() throws InterruptedException {
        try (Film film = Film.open(FOLDER.resolve("b-frames.mp4"))) {
            assertTrue(film.seek(0.5));
            assertEquals(0.52, film.next().orElseThrow().seconds(), 1e-6);
            assertTrue(film.seek(0));
            assertEquals(0, film.next().orElseThrow().seconds(), 1e-6);
            assertFalse(film.seek(100));
        }
    }

    private static List<FilmFrame> read(String name) throws InterruptedException {
        List<FilmFrame> frames = new ArrayList<>();
        try (Film film = Film.open(FOLDER.resolve(name))) {
            for (Optional<FilmFrame> frame = film.next(); frame.isPresent(); frame = film.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }
}
