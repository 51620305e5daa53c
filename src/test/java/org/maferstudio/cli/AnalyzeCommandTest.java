package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.analysis.FilmedFace;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.StopRequest;
import org.maferstudio.experiment.IncludedExperiments;

@Tag("engine")
class AnalyzeCommandTest {
    private static final Path FILMS = Path.of("src/test/resources/video");
    private static final int FRAMES = 50;

    @TempDir
    private static Path shared;

    private static Path film;
    private static String network;

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeFilm() throws IOException {
        film = FilmedFace.write(shared.resolve("face.mkv"), FRAMES);
        network = IncludedExperiments.open(IncludedExperiments.entries().get(0), shared.resolve("gallery"))
                .folder()
                .toString();
    }

    private CommandRun analyze(Path film, String... options) {
        List<String> line =
                new ArrayList<>(List.of("analyze", film.toString(), "--out", out().toString(), "--network", network));
        line.addAll(List.of(options));
        return CommandRun.of(line.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(out().resolve(name));
    }

    /** A column of a table without quoted cells. */
    private List<String> column(String table, String name) throws IOException {
        List<String> lines = lines(table);
        int column = Arrays.asList(lines.get(0).split(",")).indexOf(name);
        return lines.stream().skip(1).map(line -> line.split(",", -1)[column]).toList();
    }

    @Test
    void aFilmBecomesATableWithARowForEachFrameAndFace() throws IOException {
        CommandRun run = analyze(film, "--json");
        assertEquals(0, run.code(), run.err());
        assertTrue(
                lines("face.csv")
                        .get(0)
                        .startsWith("input,frame,time,face,x,y,width,height,score,found,p_anger,p_disgust,p_fear,"
                                + "p_happiness,p_sadness,p_surprise,p_neutral,predicted,unsure,"),
                lines("face.csv").get(0));
        List<String> frames = column("face.csv", "frame").stream().distinct().toList();
        assertEquals(FRAMES, frames.size());
        assertEquals("0.040000", column("face.csv", "time").get(1));
        assertEquals("face.mkv", column("face.csv", "input").get(0));
        assertEquals("", column("face.csv", "predicted").get(35), "there is no face in the middle of the film");
        assertFalse(column("face.csv", "predicted").get(5).isEmpty());
        JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
        JsonObject report =
                json.getAsJsonArray("films").get(0).getAsJsonObject().getAsJsonObject("report");
        assertEquals(FRAMES, report.getAsJsonObject("counts").get("frames").getAsInt());
        assertTrue(Files.exists(out().resolve("face.png")));
        assertTrue(Files.exists(out().resolve("face.json")));
    }

    @Test
    void aFilmThatWasCutOffSaysHowMuchIsMissingAndOneThatIsNamedTwiceIsAnalysedOnce() {
        CommandRun run = analyze(
                FILMS.resolve("cut.mkv"), FILMS.resolve(".").resolve("cut.mkv").toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("incomplete: the file has 0.6 of about 0.8 s; the rest is missing"), run.out());
        assertFalse(run.err().contains("already analysed"), run.err());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
        --every, three, '"three" is not a whole number.'
        --from,  0:01,  '"0:01" is not a number.'
        --every, 0,     'The step between frames must be at least 1, got 0.'
        """)
    void aWrongNumberIsSaidInASentence(String option, String value, String sentence) {
        CommandRun run = analyze(film, option, value);
        assertEquals(2, run.code());
        assertTrue(run.err().contains(sentence), run.err());
    }

    @Test
    void someFramesOfAPartAreAnalysed() throws IOException {
        CommandRun run = analyze(film, "--every", "4", "--from", "0.5", "--to", "1.5");
        assertEquals(0, run.code(), run.err());
        assertEquals(
                List.of("16", "20", "24", "28", "32", "36"),
                column("face.csv", "frame").stream().distinct().toList());
        assertTrue(run.out().startsWith("face.mkv: 6 frames in "), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "pyfeat, 'FaceRectX,FaceRectY,FaceRectWidth,FaceRectHeight,FaceScore,'",
        "openface, 'frame,face_id,timestamp,confidence,success,'"
    })
    void columnsHaveTheNamesOfOtherPrograms(String columns, String header) throws IOException {
        CommandRun run = analyze(film, "--columns", columns, "--every", "10");
        assertEquals(0, run.code(), run.err());
        assertTrue(lines("face.csv").get(0).contains(header), lines("face.csv").get(0));
        assertEquals(
                FRAMES / 10, column("face.csv", "frame").stream().distinct().count());
    }

    @Test
    void anInterruptedCommandContinues() throws IOException {
        analyze(film);
        byte[] whole = Files.readAllBytes(out().resolve("face.csv"));
        Path second = folder.resolve("second");
        String[] line = {"analyze", film.toString(), "--out", second.toString(), "--network", network};
        StopRequest stop = new StopRequest();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        // Stops as soon as it says how far it is.
        Console console = new Console(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                stop);
        stop.request();
        int code = Mafer.execute(Mafer.commandLine(console, Mafer.commands(console)), console, line);
        assertEquals(130, code);
        assertEquals(
                "Stopped. The same command continues the analysis of " + film + ".",
                err.toString(StandardCharsets.UTF_8)
                        .lines()
                        .reduce((one, next) -> next)
                        .orElse(""));
        assertFalse(Files.exists(second.resolve("face.csv")));
        assertTrue(Files.size(second.resolve("face.partial.csv")) > 0);
        CommandRun run = CommandRun.of(line);
        assertEquals(0, run.code(), run.err());
        assertArrayEquals(whole, Files.readAllBytes(second.resolve("face.csv")));
    }

    @Test
    void aCompleteAnalysisIsRepeatedOnlyByForce() throws IOException {
        assertEquals(0, analyze(film, "--every", "10").code());
        Path table = out().resolve("face.csv");
        Files.writeString(table, "kept");

        CommandRun again = analyze(film, "--every", "10");
        assertEquals(0, again.code());
        assertEquals(
                film + " is already analysed with these networks and settings: " + table
                        + ". To analyse it again, add --force.",
                again.err().strip());
        assertEquals("kept", Files.readString(table));

        CommandRun other = analyze(film, "--every", "5");
        assertEquals(2, other.code());
        assertTrue(
                other.err().startsWith("face.mkv is already analysed by other networks or settings, see " + table),
                other.err());
        assertEquals("kept", Files.readString(table));

        assertEquals(0, analyze(film, "--every", "5", "--force").code());
        assertEquals(10, column("face.csv", "frame").stream().distinct().count());
        CommandRun forced = analyze(film, "--every", "5", "--force");
        assertEquals(0, forced.code());
        assertEquals("", forced.err().strip());
    }

    @Test
    void filmsOfOneNameInTwoFoldersHaveTheirOwnResults() throws IOException {
        Path first = copy("monday/clip.mkv", film);
        Path second = copy("tuesday/clip.mkv", FILMS.resolve("portrait.mp4"));
        CommandRun run = analyze(first, second.toString(), "--every", "10");
        assertEquals(0, run.code(), run.err());
        assertEquals("clip.mkv", column("clip.csv", "input").get(0));
        assertEquals("tuesday/clip.mkv", column("tuesday-clip.csv", "input").get(0));
        byte[] before = Files.readAllBytes(out().resolve("clip.csv"));

        CommandRun alone = analyze(second, "--every", "10");
        assertTrue(alone.err().contains(out().resolve("tuesday-clip.csv").toString()), alone.err());
        assertEquals(0, analyze(second, "--every", "10", "--force").code());
        assertArrayEquals(before, Files.readAllBytes(out().resolve("clip.csv")));
        assertFalse(Files.exists(out().resolve("tuesday-clip-2.csv")));
    }

    private Path copy(String name, Path from) throws IOException {
        Path to = folder.resolve(name);
        Files.createDirectories(to.getParent());
        return Files.copy(from, to);
    }

    @Test
    void whatCannotBeAnalysedIsExplainedInOneSentenceAndTheOthersAreAnalysed() {
        Path missing = folder.resolve("nowhere.mp4");
        CommandRun run = analyze(missing, film.toString(), "--every", "25");
        assertEquals(2, run.code());
        assertEquals(
                "Cannot read " + missing + ". Check that the file exists and that you may read it.",
                run.err().lines().findFirst().orElse(""));
        assertTrue(Files.exists(out().resolve("face.csv")));

        CommandRun sound = analyze(FILMS.resolve("sound-only.m4a"));
        assertEquals(2, sound.code());
        assertEquals(1, sound.err().strip().lines().count(), sound.err());
        assertTrue(sound.err().contains("sound-only.m4a"), sound.err());

        CommandRun directory = analyze(FILMS);
        assertEquals(2, directory.code());
        assertEquals(1, directory.err().strip().lines().count(), directory.err());
    }

    @Test
    void aNetworkThatIsNotThereIsNamed() {
        CommandRun run = CommandRun.of(
                "analyze",
                film.toString(),
                "--out",
                out().toString(),
                "--network",
                folder.resolve("none").toString());
        assertEquals(2, run.code());
        assertEquals(1, run.err().strip().lines().count(), run.err());
        assertTrue(run.err().contains(folder.resolve("none").toString()), run.err());
    }

    @Test
    void aPartWithoutFramesSaysHowLongTheFilmIs() {
        CommandRun run = analyze(film, "--from", "60");
        assertEquals(2, run.code(), run.out());
        assertTrue(run.err().contains("face.mkv has no frame in the chosen part. It is about 2.0 s long."), run.err());
        assertFalse(Files.exists(out().resolve("face.csv")));
    }

    @Test
    void optionsOutOfRangeAreRejected() {
        assertEquals(2, analyze(film, "--from", "2", "--to", "1").code());
        assertEquals(2, CommandRun.of("analyze", "--out", out().toString()).code(), "nothing to do");
        assertFalse(Files.exists(out()));
    }
}
