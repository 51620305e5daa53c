package org.maferstudio.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.cli.output.AnalysisSummary;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ImportedNetwork;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.OutputValue;
import org.maferstudio.network.onnx.OnnxFixtures;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.report.figures.ExpressionTimelineFigure;

@Tag("engine")
class FilmAnalysisTest {
    private static final int FRAMES = 90;

    @TempDir
    private static Path shared;

    private static Path film;
    private static FilmAnalysis analysis;
    private static AnalysisRequest whole;

    @TempDir
    private Path folder;

    @BeforeAll
    static void analyseOnce() throws IOException {
        film = FilmedFace.write(shared.resolve("one face.mkv"), FRAMES);
        List<Experiment> experiments = IncludedExperiments.entries().stream()
                .filter(IncludedExperiments.Entry::network)
                .limit(2)
                .map(entry -> IncludedExperiments.open(entry, shared.resolve("gallery")))
                .toList();
        // Saves after every block.
        analysis = FilmAnalysis.open(experiments, new DeviceConfig("cpu", 1), 0);
        whole = AnalysisRequest.of(film, shared.resolve("whole"));
        assertTrue(analysis.analyse(whole, AnalysisListener.NONE).isPresent());
    }

    @AfterAll
    static void close() {
        analysis.close();
    }

    @Test
    void everyFrameHasItsNumberAndItsTime() {
        List<AnalysedFrame> frames = FilmTable.read(whole.table()).frames();
        assertEquals(
                LongStream.range(0, FRAMES).boxed().toList(),
                frames.stream().map(AnalysedFrame::number).toList());
        frames.forEach(frame -> assertEquals(0.04 * frame.number(), frame.seconds(), 1e-6));
    }

    @Test
    void aLostFaceIsGoneWithinAQuarterOfASecondAndFramesWithoutFacesHaveARow() throws IOException {
        List<AnalysedFrame> frames = FilmTable.read(whole.table()).frames();
        assertFalse(frames.get(10).faces().isEmpty());
        assertTrue(frames.get(30).faces().isEmpty());
        assertTrue(
                Files.readAllLines(whole.table()).stream().anyMatch(row -> row.matches("one face.mkv,30,1.200000,,+")));
    }

    @Test
    void theContractsColumnsComeFirst() throws IOException {
        String header = Files.readAllLines(whole.table()).get(0);
        assertTrue(
                header.matches("input,frame,time,face,x,y,width,height,score,found,(p_\\w+,){7}predicted,unsure,"
                        + "(p2_\\w+,){7}predicted2,unsure2,right_eye_x,right_eye_y,.*"),
                header);
    }

    @Test
    void theReportCountsWhatTheTableHas() {
        FilmReport report = FilmReport.read(whole.report()).orElseThrow();
        List<AnalysedFrame> frames = FilmTable.read(whole.table()).frames();
        assertEquals(FRAMES, report.counts().frames());
        assertEquals(
                frames.stream().filter(frame -> !frame.faces().isEmpty()).count(),
                report.counts().framesWithFace());
        assertEquals(0.04 * FRAMES, report.summary().seconds(), 1e-6);
        assertEquals(
                1,
                report.summary().networks().get(0).predicted().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum(),
                1e-9);
        assertEquals(2, report.networks().size());
        assertTrue(report.missing().isEmpty());
    }

    @Test
    void valuesOfAnImportedNetworkAreColumnsAndTheirMeansAreReported() {
        Experiment imported = ImportedNetwork.create(
                folder.resolve("network"),
                new ImportedNetwork.Request(
                        OnnxFile.read(OnnxFixtures.file("heads64")), OnnxFixtures.contract("heads64"), "", 1),
                Progress.NONE);
        AnalysisRequest request = AnalysisRequest.of(film, folder.resolve("values"));
        try (FilmAnalysis valued = FilmAnalysis.open(List.of(imported), new DeviceConfig("cpu", 1), 0)) {
            assertTrue(valued.analyse(request, AnalysisListener.NONE).isPresent());
        }
        FilmReport report = FilmReport.read(request.report()).orElseThrow();
        assertEquals(
                List.of(OutputValue.of("valence"), OutputValue.of("arousal")),
                report.networks().get(0).values());
        FilmTable table = FilmTable.read(request.table());
        assertEquals(List.of(List.of("valence", "arousal")), table.values());
        // Frames of a constant rate have equal weights.
        double mean = table.frames().stream()
                .filter(frame -> !frame.faces().isEmpty())
                .mapToDouble(frame ->
                        frame.faces().get(0).expressions().get(0).values().get(1))
                .average()
                .orElseThrow();
        assertEquals(mean, report.summary().networks().get(0).values().get("arousal"), 1e-5);
        ExpressionTimelineFigure figure = table.figure(report, OptionalInt.empty());
        assertEquals(mean, figure.series().get(0).means().get(1), 1e-5);
        assertEquals(2, figure.series().get(0).bins().get(3).values().size());
        assertEquals(2, figure.values().size());
        assertTrue(String.join("\n", AnalysisSummary.lines(report, OptionalDouble.empty()))
                .contains("; mean valence "));
    }

    @Test
    void anAnalysisThatWasStoppedAndKilledIsContinuedByteForByte() throws IOException {
        AnalysisRequest request = AnalysisRequest.of(film, folder);
        for (int blocks = 1; !Files.exists(request.table()); blocks++) {
            assertTrue(blocks < 10, "the analysis does not go on");
            analysis.analyse(request, stopAfter(1));
            if (Files.exists(request.partialTable())) {
                // As if it had been killed while it wrote a row of the next block.
                Files.writeString(request.partialTable(), "one face.mkv,99,3.9", StandardOpenOption.APPEND);
            }
        }
        assertArrayEquals(Files.readAllBytes(whole.table()), Files.readAllBytes(request.table()));
        assertFalse(Files.exists(request.partialTable()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b-frames.mp4", "variable-rate.mp4", "portrait.mp4", "late-start.ts"})
    void filmsOfAllKindsAreContinuedByteForByte(String name) throws IOException {
        Path kind = Path.of("src/test/resources/video").resolve(name);
        AnalysisRequest atOnce = AnalysisRequest.of(kind, folder.resolve("at once"));
        assertTrue(analysis.analyse(atOnce, AnalysisListener.NONE).isPresent());
        AnalysisRequest request = AnalysisRequest.of(kind, folder.resolve("interrupted"));
        assertTrue(analysis.analyse(request, stopAfter(1)).isEmpty());
        assertTrue(Files.exists(request.partialTable()));
        assertTrue(analysis.analyse(request, AnalysisListener.NONE).isPresent());
        assertArrayEquals(Files.readAllBytes(atOnce.table()), Files.readAllBytes(request.table()));
    }

    @Test
    void aStopBeforeThePlaceIsReachedChangesNothing() throws IOException {
        AnalysisRequest request = AnalysisRequest.of(film, folder);
        assertTrue(analysis.analyse(request, stopAfter(1)).isEmpty());
        byte[] table = Files.readAllBytes(request.partialTable());
        byte[] checkpoint = Files.readAllBytes(request.checkpoint());
        assertTrue(analysis.analyse(request, stopAfter(0)).isEmpty());
        assertArrayEquals(table, Files.readAllBytes(request.partialTable()));
        assertArrayEquals(checkpoint, Files.readAllBytes(request.checkpoint()));
    }

    @Test
    void aFinishedAnalysisIsNotRepeated() throws IOException {
        byte[] before = Files.readAllBytes(whole.report());
        assertTrue(analysis.analyse(whole, stopAfter(0)).isPresent());
        assertArrayEquals(before, Files.readAllBytes(whole.report()));
    }

    @Test
    void aPartOfTheFilmKeepsItsNumbersAndTimes() {
        AnalysisRequest request = AnalysisRequest.of(film, folder, new FrameSelection(5, 1, OptionalDouble.of(2)));
        assertTrue(analysis.analyse(request, AnalysisListener.NONE).isPresent());
        assertEquals(
                List.of(25L, 30L, 35L, 40L, 45L, 50L),
                FilmTable.read(request.table()).frames().stream()
                        .map(AnalysedFrame::number)
                        .toList());
    }

    @Test
    void aTableOfSomebodyElseIsKept() throws IOException {
        AnalysisRequest request = AnalysisRequest.of(film, folder);
        Files.writeString(request.table(), "mine\n");
        assertThrows(Problem.class, () -> analysis.analyse(request, AnalysisListener.NONE));
        assertEquals("mine\n", Files.readString(request.table()));
    }

    private static AnalysisListener stopAfter(int blocks) {
        return new AnalysisListener() {
            private int reports;

            @Override
            public void onProgress(AnalysisProgress progress) {
                reports++;
            }

            @Override
            public boolean stopRequested() {
                return reports >= blocks;
            }
        };
    }
}
