package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.job.Problem;
import org.maferstudio.results.ForeignTable.Column;
import org.maferstudio.schedule.Resolution;

/** What other programs write is read as it was meant, or refused in words. */
class ForeignResultsTest {
    private static final List<String> SEVEN =
            List.of("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");

    @TempDir
    private Path folder;

    @Test
    void theAuthorsTableOfNumbersIsReadOnceTheNumbersHaveAMeaning() throws IOException {
        Path file = file("gt_label,prediction\n0,0\n3,4\n6,6\n");
        assertSays("Say what they mean", () -> table(file, Map.of(), List.of()));
        ForeignTable.Found found = table(file, Map.of(), SEVEN);
        assertEquals(3, found.predictions().rows().size());
        Prediction second = found.predictions().rows().get(1);
        assertEquals("happiness", found.predictions().labels().name(second.label()));
        assertEquals("sadness", found.predictions().labels().name(second.predicted()));
        assertTrue(found.notes().get(0).contains("0 is anger"), found.notes()::toString);
        assertTrue(found.notes().get(1).contains("no probabilities"), found.notes()::toString);
    }

    @Test
    void numbersThatStartAtOneAreCountedFromOne() throws IOException {
        List<String> rafdb = List.of("surprise", "fear", "disgust", "happiness", "sadness", "anger", "neutral");
        ForeignTable.Found found = table(file("label,pred\n1,1\n7,2\n"), Map.of(), rafdb);
        assertEquals(6, found.predictions().rows().get(1).label());
        assertEquals(1, found.predictions().rows().get(1).predicted());
        assertSays("Name every class", () -> table(file("label,pred\n0,9\n"), Map.of(), rafdb));
    }

    @Test
    void namesInAnySpellingAreTheExpressionsOfTheField() throws IOException {
        ForeignTable.Found found = table(file("Image;Y_TRUE;y_pred\na.png;Happy;happiness\nb.png;SAD;joy\n"));
        Predictions read = found.predictions();
        assertEquals(List.of("happiness", "sadness"), read.labels().names());
        assertEquals("b.png", read.rows().get(1).sample());
        assertEquals(0, read.rows().get(1).predicted());
    }

    @Test
    void probabilitiesAloneSayWhatWasPredicted() throws IOException {
        Predictions read =
                table(file("file,truth,prob_sad,prob_happy\na,happy,0.3,0.7\n")).predictions();
        assertEquals(List.of("sadness", "happiness"), read.labels().names());
        assertEquals(1, read.rows().get(0).predicted());
        assertEquals(0.7f, read.rows().get(0).confidence());
    }

    @Test
    void columnsOfUnusualNamesAreNamedByHand() throws IOException {
        Path file = file("what,said\nhappy,sad\n");
        assertSays("No column of the table", () -> table(file, Map.of(), List.of()));
        ForeignTable.Found found = table(file, Map.of(Column.LABEL, "what", Column.PREDICTED, "said"), List.of());
        assertEquals(1, found.predictions().rows().size());
        assertSays("has no column which", () -> table(file, Map.of(Column.LABEL, "which"), List.of()));
    }

    @Test
    void rowsThatCannotBeReadAreLeftOutAndTold() throws IOException {
        String header = "sample,label,p_happiness,p_sadness\n";
        ForeignTable.Found found = table(file(header + "a,happiness,0.9,0.1\nb,happiness,NaN,1\nc,happiness,0.9,0.9\n"
                + "a,sadness,0.2,0.8\nd,,0.5,0.5\ne,sadness,0.2,0.8\nf,sadn"));
        assertEquals(
                List.of("a", "e"),
                found.predictions().rows().stream().map(Prediction::sample).toList());
        String note = found.notes().get(found.notes().size() - 1);
        for (String why : List.of(
                "Left out 5 rows",
                "row 2 has a probability",
                "row 3 has probabilities that add up to 1.800",
                "row 4 has the sample a a second time",
                "row 5 has a class that is none",
                "row 7 has 2 values")) {
            assertTrue(note.contains(why), note);
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                                | has no rows
            label,pred                        | has no rows
            a,b;c,d                           | is known as the label
            label,x;happy,sad                 | is known as the predicted
            label,pred;happy                  | No row of the table
            """)
    void aTableThatIsNoneSaysWhy(String lines, String words) throws IOException {
        Path file = file(lines.replace(';', '\n'));
        assertSays(words, () -> table(file));
    }

    @Test
    void aMatrixOfAKnownTestIsRecognisedByTheTruthsSums() throws IOException {
        Path file = file(matrix(false));
        ForeignMatrix.Found found = ForeignMatrix.read(file, List.of(), ForeignMatrix.Rows.TRUTH);
        assertTrue(found.notes().get(0).contains("FER2013's private test"), found.notes()::toString);
        assertEquals(490, found.matrix().count(0, 0));
        assertEquals(1, found.matrix().count(0, 3));
        assertSays(
                "Say that the rows are the true classes",
                () -> ForeignMatrix.read(file, List.of(), ForeignMatrix.Rows.PREDICTED));
        assertSays(
                "Say that the rows are the predicted classes",
                () -> ForeignMatrix.read(file(matrix(true)), List.of(), ForeignMatrix.Rows.TRUTH));
        List<String> other = List.of("happy", "disgust", "fear", "angry", "sad", "surprise", "neutral");
        assertSays("not in this order", () -> ForeignMatrix.read(file, other, ForeignMatrix.Rows.TRUTH));
    }

    @Test
    void aMatrixGivesAsManyPredictionsAsItCounts() throws IOException {
        Path file = file("{\"labels\": [\"happy\", \"sad\"], \"confusion\": [[3, 1], [0, 2]]}");
        ForeignMatrix.Found found = ForeignMatrix.read(file, List.of(), ForeignMatrix.Rows.TRUTH);
        Predictions predictions = ForeignMatrix.predictions(found.matrix(), "test", Resolution.NATIVE);
        ConfusionMatrix again = ConfusionMatrix.of(predictions);
        for (int i = 0; i < 4; i++) {
            assertEquals(found.matrix().count(i / 2, i % 2), again.count(i / 2, i % 2));
        }
        assertTrue(found.notes().get(0).contains("4 of happiness, 2 of sadness"), found.notes()::toString);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            1,2;3,4                             | does not name its 2 classes
            ,happy,sad;happy,0.9,0.1;sad,0.3,0.7 | shares of rows cannot be turned back
            ,happy,sad;happy,1,2;sad,3          | row 1
            ,happy,sad;sad,1,2;happy,3,4        | Bring them into one order
            {"labels": ["a"]}                   | has no "confusion"
            {"confusion": [[1, {}]]}            | is no JSON of a matrix
            ,happy,sad;happy,0,0;sad,0,0        | counts 0 samples
            """)
    void aMatrixThatIsNoneSaysWhy(String lines, String words) throws IOException {
        Path file = file(lines.replace(';', '\n'));
        assertSays(words, () -> ForeignMatrix.read(file, List.of(), ForeignMatrix.Rows.TRUTH));
    }

    /** FER2013's private test, one of each class called happy, the rest right. */
    private static String matrix(boolean transposed) {
        int[] counts = {491, 55, 528, 879, 594, 416, 626};
        StringBuilder text = new StringBuilder("," + String.join(",", SEVEN) + "\n");
        for (int row = 0; row < 7; row++) {
            int r = row;
            text.append(SEVEN.get(row))
                    .append(IntStream.range(0, 7)
                            .map(c -> transposed ? cell(c, r, counts) : cell(r, c, counts))
                            .mapToObj(n -> "," + n)
                            .collect(Collectors.joining()))
                    .append('\n');
        }
        return text.toString();
    }

    private static int cell(int truth, int called, int[] counts) {
        if (truth == called) {
            return counts[truth] - (truth == 3 ? 0 : 1);
        }
        return called == 3 ? 1 : 0;
    }

    private ForeignTable.Found table(Path file) {
        return table(file, Map.of(), List.of());
    }

    private static ForeignTable.Found table(Path file, Map<Column, String> columns, List<String> labels) {
        return ForeignTable.read(file, new ForeignTable.Request(columns, labels, "test", Resolution.NATIVE));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "foreign", ".csv"), text);
    }

    private static void assertSays(String words, org.junit.jupiter.api.function.Executable action) {
        String message = assertThrows(Problem.class, action).getMessage();
        assertTrue(message.contains(words), message);
    }
}
