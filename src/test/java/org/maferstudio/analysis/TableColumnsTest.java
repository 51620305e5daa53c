package org.maferstudio.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.analysis.AnalysedFace.Expressions;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.FacePoint;
import org.maferstudio.faces.FacePoints;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.faces.TrackedFace.Sighting;
import org.maferstudio.report.tables.TableText;

/** Tables as pandas reads them, of three frames: one face found, the same carried, none. */
class TableColumnsTest {
    private static final PlainTable PLAIN = new PlainTable(
            List.of(List.of("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"), List.of("yes", "no")));

    @TempDir
    private Path folder;

    @Test
    void plainTablesAreReadAsTheyWereWritten() throws IOException {
        Path table = write(TableColumns.PLAIN);
        FilmTable read = FilmTable.read(table);
        assertEquals(PLAIN.labels(), read.labels());
        assertEquals(frames(), read.frames());
    }

    @Test
    void valuesThatAreNoClassesFollowTheirNetwork() throws IOException {
        PlainTable plain = new PlainTable(
                List.of(List.of("yes", "no"), List.of("a", "b")), List.of(List.of("valence", "arousal"), List.of()));
        Path table = folder.resolve("values.csv");
        AnalysedFace face = new AnalysedFace(
                frames().get(0).faces().get(0).tracked(),
                List.of(
                        new Expressions(List.of(0.75, 0.25), List.of(-0.5, 0.125)),
                        new Expressions(List.of(0.5, 0.5))));
        AnalysedFrame frame = new AnalysedFrame(0, 0, List.of(face));
        Files.writeString(table, TableText.csvLine(plain.header()) + plain.rows("film.mp4", frame));
        assertEquals(List.of("v_valence", "v_arousal", "p2_a"), plain.header().subList(14, 17));
        assertEquals(List.of(frame), FilmTable.read(table).frames());
        assertEquals(plain, PlainTable.ofHeader(plain.header()).orElseThrow());
    }

    @Test
    void anIncompleteLastLineIsLeftOut() throws IOException {
        Path table = write(TableColumns.PLAIN);
        String text = Files.readString(table);
        Files.writeString(table, text.substring(0, text.length() - 3));
        assertEquals(frames().subList(0, 2), FilmTable.read(table).frames());
    }

    @Test
    void pandasLoadsPlainColumns() throws Exception {
        assertEquals(
                "[0, 1, 2] [0.0, 0.04, 0.08] ['happy', 'happy'] [1.0, 0.0] [0.6, 0.6] [0.75, 0.75] 3 True",
                pandas(
                        TableColumns.PLAIN,
                        "f = t[t.face.notna()]; "
                                + "print(list(t.frame), list(t.time), list(f.predicted), list(f.found), list(f.p_happy),"
                                + " list(f.p2_yes), len(t), bool(t.face.isna()[2]))"));
    }

    @Test
    void pandasLoadsTheColumnsOfPyFeat() throws Exception {
        assertEquals(
                "[0, 1, 2] [10.0, 10.0] [20.0, 20.0] [30.0, 30.0] [40.0, 40.0] [0.6, 0.6] happiness 00:00 1.0",
                pandas(
                        TableColumns.PYFEAT,
                        "e = ['anger', 'disgust', 'fear', 'happiness', 'sadness', 'surprise', 'neutral']; "
                                + "f = t.dropna(subset=['FaceScore']); "
                                + "print(list(t.frame), list(f.FaceRectX), list(f.FaceRectY), list(f.FaceRectWidth),"
                                + " list(f.FaceRectHeight), list(f.happiness), f[e].idxmax(axis=1)[0], t.approx_time[2],"
                                + " round(f[e].sum(axis=1)[0], 5))"));
    }

    @Test
    void pandasLoadsTheColumnsOfOpenFace() throws Exception {
        assertEquals(
                "['frame', 'face_id', 'timestamp', 'confidence', 'success'] [1, 2, 3] [1, 0, 0] [0.0, 0.04, 0.08]"
                        + " [0.9, 0.9, 0.0]",
                pandas(
                        TableColumns.OPENFACE,
                        "print(list(t.columns[:5]), list(t.frame), list(t.success), list(t.timestamp),"
                                + " list(t.confidence))"));
    }

    private String pandas(TableColumns columns, String statements) throws Exception {
        assumeTrue(python("import pandas").isEmpty(), "python3-pandas is not installed");
        return python("import pandas; t = pandas.read_csv(r'" + write(columns) + "'); " + statements);
    }

    /** What a program prints; the error if it fails. */
    private static String python(String program) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder("/usr/bin/python3", "-c", program).redirectErrorStream(true);
        assumeTrue(Files.exists(Path.of(command.command().get(0))), "Python is not installed");
        Process process = command.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(true, process.waitFor(1, TimeUnit.MINUTES));
        return printed.strip();
    }

    private Path write(TableColumns columns) throws IOException {
        StringBuilder text = new StringBuilder(TableText.csvLine(columns.header(PLAIN)));
        frames().forEach(frame -> text.append(columns.rows(PLAIN, "a, b.mp4", frame)));
        return Files.writeString(folder.resolve(columns.id() + ".csv"), text);
    }

    private static List<AnalysedFrame> frames() {
        FacePoints points = FacePoints.of(FacePoints.NAMES.stream()
                .map(name -> new FacePoint(name.length(), 7))
                .toList());
        DetectedFace box = new DetectedFace(new FaceBounds(10, 20, 30, 40), 0.9, Optional.of(points));
        List<Expressions> expressions = List.of(
                new Expressions(List.of(0.05, 0.05, 0.05, 0.6, 0.05, 0.1, 0.1)), new Expressions(List.of(0.75, 0.25)));
        return List.of(
                new AnalysedFrame(
                        0, 0, List.of(new AnalysedFace(new TrackedFace(1, box, Sighting.FOUND), expressions))),
                new AnalysedFrame(
                        1, 0.04, List.of(new AnalysedFace(new TrackedFace(1, box, Sighting.CARRIED), expressions))),
                new AnalysedFrame(2, 0.08, List.of()));
    }
}
