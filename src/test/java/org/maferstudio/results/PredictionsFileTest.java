package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Resolution;

class PredictionsFileTest {
    private static final LabelSet LABELS = LabelSet.of(Expression.SADNESS, Expression.ANGER);

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAgain() {
        Predictions written = new Predictions(
                LABELS,
                "test",
                Resolution.of(16),
                List.of(
                        new Prediction("a,\"b\" ü.png", "P001", 0, 1, new float[] {0.3f, 0.7f}),
                        new Prediction(" c ", "", 1, 0, new float[] {0.99999f, 1e-5f})));
        Path file = PredictionsFile.write(folder, written);
        assertEquals("test@16.csv", file.getFileName().toString());
        Predictions read = PredictionsFile.read(file);
        assertEquals(LABELS, read.labels());
        assertEquals("test", read.split());
        assertEquals(Resolution.of(16), read.resolution());
        assertEquals(2, read.rows().size());
        for (int i = 0; i < 2; i++) {
            Prediction expected = written.rows().get(i);
            Prediction actual = read.rows().get(i);
            assertEquals(expected.sample(), actual.sample());
            assertEquals(expected.group(), actual.group());
            assertEquals(expected.label(), actual.label());
            assertEquals(expected.predicted(), actual.predicted());
            assertArrayEquals(expected.probabilities(), actual.probabilities());
        }
    }

    @Test
    void valuesThatAreNoClassesFollowTheProbabilities() throws IOException {
        Predictions written = new Predictions(
                LABELS,
                "test",
                Resolution.NATIVE,
                List.of(
                        new Prediction("a", "", 0, 0, new float[] {0.75f, 0.25f})
                                .with(new SampleValues(new float[] {-0.5f, 0.25f}, new float[] {-0.75f, Float.NaN})),
                        Prediction.withoutProbabilities("b", "", 1, 1)
                                .with(new SampleValues(new float[] {Float.NaN, 1e-5f}, new float[] {Float.NaN, 1}))),
                List.of("valence", "arousal"));
        Path file = PredictionsFile.write(folder, written);
        assertEquals(
                """
                sample,group,label,predicted,p_sadness,p_anger,v_valence,v_arousal,label_valence,label_arousal
                a,,sadness,sadness,0.75,0.25,-0.5,0.25,-0.75,
                b,,anger,anger,,,,1.0E-5,,1.0
                """,
                Files.readString(file));
        Predictions read = PredictionsFile.read(file);
        assertEquals(List.of("valence", "arousal"), read.valueNames());
        for (int i = 0; i < 2; i++) {
            SampleValues expected = written.rows().get(i).values();
            SampleValues actual = read.rows().get(i).values();
            assertArrayEquals(expected.predicted(), actual.predicted());
            assertArrayEquals(expected.labels(), actual.labels());
        }
        assertEquals(List.of("valence", "arousal"), read.without(Set.of("a")).valueNames());
    }

    @Test
    void valuesMayHaveNoLabels() throws IOException {
        SampleValues values = read("sample,label,p_sadness,p_anger,v_valence\na,anger,0.2,0.8,0.5\n")
                .rows()
                .get(0)
                .values();
        assertArrayEquals(new float[] {0.5f}, values.predicted());
        assertArrayEquals(new float[] {Float.NaN}, values.labels());
    }

    @Test
    void aValueThatIsNoNumberIsAProblem() {
        Problem problem = assertThrows(
                Problem.class, () -> read("sample,label,p_sadness,p_anger,v_valence\na,anger,0.2,0.8,high\n"));
        assertTrue(problem.getMessage().contains("\"high\" is not a number"), problem.getMessage());
    }

    @Test
    void onlyTheWholeFileIsLeft() throws IOException {
        PredictionsFile.write(folder, new Predictions(LABELS, "test", Resolution.NATIVE, List.of()));
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of("test@native.csv"),
                    files.map(f -> f.getFileName().toString()).toList());
        }
    }

    @Test
    void otherPeoplesFilesMayOrderTheirColumnsAndLeaveSomeOut() throws IOException {
        Predictions read = read("\uFEFFlabel, p_sadness ,extra,sample,p_anger\r\nanger,.25,x,1.png, 0.75\r\n");
        assertEquals(LABELS, read.labels());
        Prediction row = read.rows().get(0);
        assertEquals("1.png", row.sample());
        assertEquals("", row.group());
        assertEquals(1, row.label());
        assertEquals(1, row.predicted());
        assertEquals(0.75f, row.confidence());
    }

    @Test
    void predictedCountsEvenIfAnotherClassIsMoreProbable() throws IOException {
        Prediction row = read("sample,group,label,predicted,p_sadness,p_anger\na,,anger,sadness,0.2,0.8\n")
                .rows()
                .get(0);
        assertEquals(0, row.predicted());
        assertEquals(0.2f, row.confidence());
    }

    @Test
    void missingProbabilitiesStayMissingOnDiskAndNameTheClasses(@TempDir Path folder) throws IOException {
        Predictions written = new Predictions(
                LABELS, "test", Resolution.NATIVE, List.of(Prediction.withoutProbabilities("a", "", 1, 0)));
        Path file = PredictionsFile.write(folder, written);
        assertEquals(
                "sample,group,label,predicted,p_" + LABELS.name(0) + ",p_" + LABELS.name(1) + "\na,," + LABELS.name(1)
                        + "," + LABELS.name(0) + ",,\n",
                Files.readString(file));
        Predictions read = PredictionsFile.read(file);
        assertEquals(LABELS, read.labels());
        assertFalse(read.hasProbabilities());
        assertEquals(0, read.rows().get(0).predicted());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            b,,fear,anger,0.2,0.8            | Line 3 of the predictions p.csv: class "fear" has no p_ column
            b,,anger,anger,0.2               | Line 3 of the predictions p.csv: 5 values for 6 columns
            b,,anger,anger,0.2,x             | Line 3 of the predictions p.csv: "x" is not a number
            b,,anger,anger,0.2,NaN           | Line 3 of the predictions p.csv: probability NaN is not between 0 and 1
            b,,anger,anger,-0.2,1.2          | Line 3 of the predictions p.csv: probability -0.2 is not between 0 and 1
            b,,anger,anger,0.2,0.2           | Line 3 of the predictions p.csv: the probabilities sum to 0.400
            b,,anger,sadness,,0.8            | Line 3 of the predictions p.csv: "" is not a number
            a,,anger,anger,0.2,0.8           | Line 3 of the predictions p.csv: sample a is repeated
            ' ,,anger,anger,0.2,0.8'         | Line 3 of the predictions p.csv: the sample name is missing
            """)
    void aWrongRowIsNamedByItsLine(String row, String sentence) {
        String text = "sample,group,label,predicted,p_sadness,p_anger\na,,anger,anger,0.2,0.8\n" + row + "\n";
        Problem problem = assertThrows(Problem.class, () -> read(text));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().startsWith(sentence), problem.getMessage());
    }

    @ParameterizedTest(name = "\"{0}\" -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                        | are empty
            sample,group,label        | lack a column
            label,p_anger             | lack a column
            sample,label,p_a,p_a      | repeat a class
            """)
    void aWrongHeaderIsSaid(String header, String words) {
        Problem problem = assertThrows(Problem.class, () -> read(header));
        assertTrue(problem.getMessage().contains(words), problem.getMessage());
    }

    @Test
    void ofADamagedFileWhatCanBeReadIsReadAndTheRestIsListed() throws IOException {
        PartiallyRead salvaged = salvage(
                """
                sample,group,label,predicted,p_sadness,p_anger
                a,,anger,anger,0.2,0.8
                b,,anger,anger,NaN,0.8
                c,,fear,anger,0.2,0.8
                d,,anger,anger,0.2,0.2
                e,,sadness,sadness,0.9,0.1
                e,,sadness,sadness,0.9,0.1
                f,,anger,anger,0.2,0.""",
                Optional.empty());
        assertEquals(
                List.of("a", "e"),
                salvaged.predictions().rows().stream().map(Prediction::sample).toList());
        assertEquals(
                List.of(
                        "line 3: probability NaN is not between 0 and 1",
                        "line 4: class \"fear\" has no p_ column",
                        "line 5: the probabilities sum to 0.400 instead of 1",
                        "line 7: sample e is repeated",
                        "line 8: the probabilities sum to 0.200 instead of 1"),
                salvaged.skippedRows());
    }

    @Test
    void aLastLineThatIsCutOffIsLeftOutWhereverItIsCut() throws IOException {
        String whole = "sample,group,label,predicted,p_sadness,p_anger\na,,anger,anger,0.2,0.8\n";
        String last = "b,,\"anger\",anger,0.2,0.8";
        for (int cut = 1; cut <= last.lastIndexOf('8'); cut++) {
            PartiallyRead salvaged = salvage(whole + last.substring(0, cut), Optional.empty());
            assertEquals(1, salvaged.predictions().rows().size(), last.substring(0, cut));
            assertEquals(1, salvaged.skippedRows().size(), last.substring(0, cut));
        }
    }

    @Test
    void namesAreSharedWithAnotherResolutionAsLongAsTheyAreInTheSameOrder() throws IOException {
        String header = "sample,label,p_sadness,p_anger\n";
        String row = ",anger,0.2,0.8\n";
        List<Prediction> first = salvage(header + "a" + row + "b" + row + "c" + row, Optional.empty())
                .predictions()
                .rows();
        for (String others : List.of("abc", "ab", "abcd", "acb", "xbc", "aab", "abb", "abca", "axa", "")) {
            String text = others.chars().mapToObj(c -> (char) c + row).collect(Collectors.joining());
            Path file = Files.writeString(folder.resolve("test@8.csv"), header + text, StandardCharsets.UTF_8);
            PartiallyRead alone = PredictionsFile.readPartially(file, Optional::empty);
            PartiallyRead alike = PredictionsFile.readPartially(file, Optional::empty, first);
            assertEquals(alone.skippedRows(), alike.skippedRows(), others);
            assertEquals(
                    alone.predictions().rows().stream().map(Prediction::sample).toList(),
                    alike.predictions().rows().stream().map(Prediction::sample).toList(),
                    others);
        }
    }

    @Test
    void aMissingColumnOnlyLosesItsOwnContent() throws IOException {
        PartiallyRead noProbability = salvage(
                "sample,group,label,predicted,p_sadness\na,,anger,anger,0.2\nb,,anger,sadness,0.9\n",
                Optional.of(LABELS));
        assertEquals(LABELS, noProbability.predictions().labels());
        assertEquals(2, noProbability.predictions().rows().size());
        assertFalse(noProbability.predictions().hasProbabilities());
        assertEquals(1, noProbability.skippedRows().size());
        assertTrue(noProbability.skippedRows().get(0).startsWith("column p_anger is missing"));
        PartiallyRead noSample = salvage("label,p_sadness,p_anger\nanger,0.2,0.8\n", Optional.of(LABELS));
        assertEquals("row 1", noSample.predictions().rows().get(0).sample());
        assertEquals(List.of("the column sample is missing, so the samples are numbered"), noSample.skippedRows());
        Problem noTruth = assertThrows(
                Problem.class,
                () -> salvage("sample,predicted,p_sadness,p_anger\na,anger,0.2,0.8\n", Optional.empty()));
        assertTrue(noTruth.getMessage().contains("lack a column"), noTruth.getMessage());
    }

    @Test
    void aFileAsItShouldBeLosesNothingAndOneOfWhichNothingIsLeftIsAProblem() throws IOException {
        assertEquals(
                List.of(),
                salvage("sample,label,p_sadness,p_anger\na,anger,0.2,0.8\n", Optional.empty())
                        .skippedRows());
        Problem none = assertThrows(
                Problem.class, () -> salvage("sample,label,p_sadness,p_anger\na,anger,x,0.8\n", Optional.empty()));
        assertTrue(none.getMessage().contains("line 2: \"x\" is not a number"), none.getMessage());
    }

    @Test
    void thousandsOfLossesAreCountedAndTheFirstAreReported() throws IOException {
        PartiallyRead salvaged = salvage(
                "sample,label,p_sadness,p_anger\na,anger,0.2,0.8\n" + "b,anger,2,3\n".repeat(1500), Optional.empty());
        assertEquals(201, salvaged.skippedRows().size());
        assertEquals("1,300 more lines", salvaged.skippedRows().get(200));
    }

    private PartiallyRead salvage(String text, Optional<LabelSet> known) throws IOException {
        Path file = Files.writeString(folder.resolve("test@8.csv"), text, StandardCharsets.UTF_8);
        return PredictionsFile.readPartially(file, () -> known);
    }

    @Test
    void aQuoteThatNeverEndsIsAProblemAndNotACrash() {
        assertThrows(Problem.class, () -> read("sample,label,p_anger\n\"a,anger,1\n"));
    }

    @Test
    void bytesThatAreNoTextAreAProblemAndNotACrash() throws IOException {
        Path file = Files.write(folder.resolve("test@8.csv"), new byte[] {(byte) 0xff, 0, 1, 2, (byte) 0x89});
        assertThrows(Problem.class, () -> PredictionsFile.read(file));
    }

    @Test
    void aFileWithAnUninformativeNameIsAProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("predictions.csv"), "x", StandardCharsets.UTF_8);
        assertTrue(assertThrows(Problem.class, () -> PredictionsFile.read(file))
                .getMessage()
                .contains("Rename it, e.g. to test@native.csv"));
    }

    @Test
    void namesOfPredictionsAreReported() {
        assertTrue(PredictionsFile.isName("validation@native.csv"));
        assertTrue(PredictionsFile.isName("test@8.csv"));
        assertFalse(PredictionsFile.isName("test@08.csv"));
        assertFalse(PredictionsFile.isName("../x@8.csv"));
        assertFalse(PredictionsFile.isName("notes.md"));
    }

    private static Predictions read(String text) throws IOException {
        return PredictionsFile.read(new StringReader(text), "p.csv", "test", Resolution.NATIVE);
    }
}
