package org.maferstudio.results.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.job.Problem;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.imports.ImportedPredictions.Column;
import org.maferstudio.results.imports.ImportedPredictions.Unreadable;
import org.maferstudio.schedule.Resolution;

/** What other programs write is read as it was meant, or refused in words. */
class ImportedResultsTest {
    private static final List<String> SEVEN =
            List.of("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");

    @TempDir
    private Path folder;

    @Test
    void theAuthorsTableOfNumbersIsReadOnceTheNumbersHaveAMeaning() throws IOException {
        Path file = file("gt_label,prediction\n0,0\n3,4\n6,6\n");
        assertSays("Name the classes", () -> table(file, Map.of(), List.of()));
        ImportedPredictions.Found found = table(file, Map.of(), SEVEN);
        assertEquals(3, found.predictions().rows().size());
        Prediction second = found.predictions().rows().get(1);
        assertEquals("happiness", found.predictions().labels().name(second.label()));
        assertEquals("sadness", found.predictions().labels().name(second.predicted()));
        assertTrue(found.notes().get(0).contains("0 = anger"), found.notes()::toString);
        assertTrue(found.notes().get(1).contains("without probabilities"), found.notes()::toString);
    }

    @Test
    void numbersThatStartAtOneAreCountedFromOne() throws IOException {
        List<String> rafdb = List.of("surprise", "fear", "disgust", "happiness", "sadness", "anger", "neutral");
        ImportedPredictions.Found found = table(file("label,pred\n1,1\n7,2\n"), Map.of(), rafdb);
        assertEquals(6, found.predictions().rows().get(1).label());
        assertEquals(1, found.predictions().rows().get(1).predicted());
        assertSays("Name every class", () -> table(file("label,pred\n0,9\n"), Map.of(), rafdb));
    }

    @Test
    void namesInAnySpellingAreTheExpressionsOfTheField() throws IOException {
        ImportedPredictions.Found found = table(file("Image;Y_TRUE;y_pred\na.png;Happy;happiness\nb.png;SAD;joy\n"));
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file,true_sad,true_happy,pred_sad,pred_happy\na,0,1,1,0\nb,1,0,1,0\n",
                "file,sad_gt,happy_gt,p_sad,p_happy\na,0,1,0.6,0.4\nb,1,0,0.8,0.2\n",
                "file,sad,happy,fear,pred_sad,pred_happy,pred_fear\na,0,1,0,1,0,0\nb,1,0,0,1,0,0\n"
            })
    void aTruthWrittenOneHotIsRead(String lines) throws IOException {
        Predictions read = table(file(lines)).predictions();
        assertEquals(
                List.of("happiness sadness", "sadness sadness"),
                read.rows().stream()
                        .map(row -> read.labels().name(row.label()) + " "
                                + read.labels().name(row.predicted()))
                        .toList());
    }

    @Test
    void aPredictionThatIsNoExpressionIsARowThatCannotBeReadWhereAllOthersAreExpressions() throws IOException {
        Path file = file("file,label,predicted\na,happy,happy\nb,sad,no face found\nc,sad,nan\n");
        assertSays("2 of 3 rows", () -> table(file));
        assertEquals(
                List.of("happiness", "sadness"),
                ImportedPredictions.read(file, request(Map.of(), List.of(), Unreadable.LEAVE_OUT))
                        .predictions()
                        .labels()
                        .names());
    }

    @Test
    void columnsOfUnusualNamesAreNamedByHand() throws IOException {
        Path file = file("what,said\nhappy,sad\n");
        assertSays("No column of the table", () -> table(file, Map.of(), List.of()));
        ImportedPredictions.Found found =
                table(file, Map.of(Column.LABEL, "what", Column.PREDICTED, "said"), List.of());
        assertEquals(1, found.predictions().rows().size());
        assertSays("has no column which", () -> table(file, Map.of(Column.LABEL, "which"), List.of()));
    }

    @Test
    void unreadableRowsAreRejectedUnlessTheyMayBeSkipped() throws IOException {
        String header = "sample,label,p_happiness,p_sadness\n";
        Path file = file(header + "a,happiness,0.9,0.1\nb,happiness,NaN,1\nc,happiness,0.9,0.9\n"
                + "a,sadness,0.2,0.8\nd,,0.5,0.5\ne,sadness,0.2,0.8\nf,sadn");
        assertSays("4 of 7 rows", () -> table(file));
        ImportedPredictions.Found found =
                ImportedPredictions.read(file, request(Map.of(), List.of(), Unreadable.LEAVE_OUT));
        assertEquals(
                List.of("a", "a (row 4)", "e"),
                found.predictions().rows().stream().map(Prediction::sample).toList());
        String note = found.notes().get(found.notes().size() - 1);
        for (String why : List.of(
                "4 rows are left out",
                "row 2: a class value",
                "row 3: the probabilities sum to 1.800",
                "row 5: unknown or missing class",
                "row 7: 2 values")) {
            assertTrue(note.contains(why), note);
        }
    }

    @Test
    void oneInvalidRowInAHundredIsSkippedAndReported() throws IOException {
        ImportedPredictions.Found found = table(file("label,pred\n" + "happy,sad\n".repeat(199) + "happy,\n"));
        assertEquals(199, found.predictions().rows().size());
        assertTrue(found.notes().get(found.notes().size() - 1).contains("row 200"), found.notes()::toString);
    }

    @Test
    void predictedCountsEvenIfAnotherClassIsMoreProbable() throws IOException {
        ImportedPredictions.Found found =
                table(file("label,predicted,p_happy,p_sad\nhappy,sad,0.8,0.2\nsad,sad,0.3,0.7\n"));
        assertEquals(1, found.predictions().rows().get(0).predicted());
        assertEquals(0.2f, found.predictions().rows().get(0).confidence());
        assertTrue(found.notes().get(0).startsWith("In 1 row,"), found.notes()::toString);
    }

    @Test
    void numbersInAnotherOrderThanTheKnownCountsAreRejectedAndTheOrderIsNamed() throws IOException {
        // FER2013's private test as Keras numbers it.
        long[] counts = {491, 55, 528, 879, 626, 594, 416};
        StringBuilder text = new StringBuilder("y_true,y_pred\n");
        for (int label = 0; label < 7; label++) {
            text.append((label + "," + label + "\n").repeat((int) counts[label]));
        }
        Path file = file(text.toString());
        assertSays("\"alphabetical\"", () -> table(file, Map.of(), SEVEN));
        assertSays("FER2013's private test", () -> table(file, Map.of(), List.of()));
        List<String> alphabetical = List.of("angry", "disgust", "fear", "happy", "neutral", "sad", "surprise");
        assertEquals(
                3589, table(file, Map.of(), alphabetical).predictions().rows().size());
    }

    @Test
    void predictedNumbersInAnotherOrderThanTheNamedTruthAreNamed() throws IOException {
        StringBuilder text = new StringBuilder("label,prediction\n");
        List<String> alphabetical = List.of("angry", "disgust", "fear", "happy", "neutral", "sad", "surprise");
        for (int i = 0; i < 140; i++) {
            text.append(alphabetical.get(i % 7))
                    .append(',')
                    .append(i % 10 == 0 ? 3 : i % 7)
                    .append('\n');
        }
        String note = table(file(text.toString()), Map.of(), SEVEN).notes().get(0);
        assertTrue(note.contains("fit the order \"alphabetical\" much better"), note);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # made by a script;# epoch 3;label,pred;happy,happy;sad,happy
            label,probs;happy,"[0.9, 0.1]";sad,"[0.7 0.3]"
            label,probs;happy,"[np.float32(0.9), np.float32(0.1)]";sad,"[0.7, 0.3]"
            true_emotion,emotion;happy,"{'happy': 90.0, 'sad': 10.0}";sad,"{'sad': 30.0, 'happy': 70.0}"
            y_true,y_pred;tensor(0),np.int64(0);tensor(1),tensor(0)
            {"results": [{"label": "happy", "predicted": "happy"}, {"label": "sad", "predicted": "happy"}]}
            """)
    void whatScriptsPrintIntoCellsIsRead(String lines) throws IOException {
        Path file = file(lines.replace(';', '\n'));
        Predictions read = table(file, Map.of(), List.of("happy", "sad")).predictions();
        assertEquals(List.of(0, 1), read.rows().stream().map(Prediction::label).toList());
        assertEquals(
                List.of(0, 0), read.rows().stream().map(Prediction::predicted).toList());
    }

    @Test
    void emptyCellsOfAMatrixAreZeros() throws IOException {
        Path file = file(",happy,sad,fear\nhappy,3,,\nsad,,2,\nfear,1,,4\n");
        ConfusionMatrix read =
                matrix(file, List.of(), ImportedMatrix.Rows.TRUTH).matrix();
        assertEquals(9, read.correct());
        assertEquals(10, read.total());
    }

    @Test
    void eightNumbersAreNeverSuggestedSevenNames() throws IOException {
        Path file = file("y_true,y_pred\n0,0\n7,7\n3,3\n");
        String message = assertThrows(Problem.class, () -> table(file)).getMessage();
        for (String order : message.substring(message.indexOf("e.g. ") + 5).split("; ")) {
            assertEquals(8, order.replaceFirst(" .*", "").split(",").length, order);
        }
    }

    @Test
    void truthFromZeroAndPredictionsFromOneAreNamedForWhatTheyAre() throws IOException {
        Path file = file("y_true,y_pred\n0,1\n1,2\n2,3\n3,4\n4,5\n5,6\n6,7\n");
        assertSays("numbered from 0 to 6", () -> table(file, Map.of(), SEVEN));
    }

    @Test
    void namedTruthWithNumberedColumnsAsksWhatTheNumbersMean() throws IOException {
        Path file = file("label,p_0,p_1\nhappy,0.9,0.1\nsad,0.2,0.8\n");
        assertSays("from 0 to 1", () -> table(file));
        Predictions read = table(file, Map.of(), List.of("happy", "sad")).predictions();
        assertEquals(
                List.of(0, 1), read.rows().stream().map(Prediction::predicted).toList());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                                | is empty
            label,pred                        | has no data rows
            a,b;c,d                           | is recognised as "label"
            label,x;happy,sad                 | is recognised as "predicted"
            label,pred;happy                  | No row of the table
            0,1;1,0;0,0;1,1;1,1               | does not name the columns
            ,happy,sad;happy,3,1;sad,0,2      | is a confusion matrix
            Actual,angry,happy,sad;angry,0.5,0.5,0;happy,0,1,0;sad,1,0,0 | is a confusion matrix
            Actual,angry,happy,All;angry,5,3,8;happy,0,1,1;All,5,4,9 | is a confusion matrix
            label,p_a,p_b;a,0.9,3.3;b,7.5,0.3 | probabilities, percentages or logits
            <html><body>                      | is a web page
            ,precision,recall,support;a,1,1,3 | is a classification report
            """)
    void aTableThatIsNoneSaysWhy(String lines, String words) throws IOException {
        Path file = file(lines.replace(';', '\n'));
        assertSays(words, () -> table(file));
    }

    @Test
    void aMatrixOfAKnownTestIsRecognisedByTheTruthsSums() throws IOException {
        Path file = file(matrix(false));
        ImportedMatrix.Found found = matrix(file, List.of(), ImportedMatrix.Rows.TRUTH);
        assertTrue(found.notes().get(0).contains("FER2013's private test"), found.notes()::toString);
        assertEquals(490, found.matrix().count(0, 0));
        assertEquals(1, found.matrix().count(0, 3));
        assertSays("Set the rows to the true classes", () -> matrix(file, List.of(), ImportedMatrix.Rows.PREDICTED));
        assertSays(
                "Set the rows to the predicted classes",
                () -> matrix(file(matrix(true)), List.of(), ImportedMatrix.Rows.TRUTH));
        List<String> other = List.of("happy", "disgust", "fear", "angry", "sad", "surprise", "neutral");
        assertSays("Name the classes in that order", () -> matrix(file, other, ImportedMatrix.Rows.TRUTH));
    }

    @Test
    void aMatrixGivesAsManyPredictionsAsItCounts() throws IOException {
        Path file = file("{\"labels\": [\"happy\", \"sad\"], \"confusion\": [[3, 1], [0, 2]]}");
        ImportedMatrix.Found found = matrix(file, List.of(), ImportedMatrix.Rows.TRUTH);
        Predictions predictions = ImportedMatrix.predictions(found.matrix(), "test", Resolution.NATIVE);
        ConfusionMatrix again = ConfusionMatrix.of(predictions);
        for (int i = 0; i < 4; i++) {
            assertEquals(found.matrix().count(i / 2, i % 2), again.count(i / 2, i % 2));
        }
        assertFalse(predictions.hasProbabilities());
        assertEquals(
                List.of(
                        "happiness as happiness 1",
                        "happiness as happiness 2",
                        "happiness as happiness 3",
                        "happiness as sadness 1",
                        "sadness as sadness 1",
                        "sadness as sadness 2"),
                predictions.rows().stream().map(Prediction::sample).toList());
        assertTrue(found.notes().get(0).contains("4 happiness, 2 sadness"), found.notes()::toString);
    }

    @Test
    void aMatrixWithoutNamesWhoseColumnsAreAKnownTestIsReportedToHavePredictedRows() throws IOException {
        long[] samples = {491, 55, 528, 879, 626, 594, 416};
        String lines = IntStream.range(0, 7)
                .mapToObj(i -> IntStream.range(0, 7)
                        .mapToObj(j -> String.valueOf((i == j ? samples[j] - 3 : 0) + (i == 0 ? 3 : 0)))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        Path file = file(lines + "\n");
        String words = "Set the rows to the predicted classes, and name the classes in that order:"
                + " anger,disgust,fear,happiness,neutral,sadness,surprise";
        assertSays(words, () -> matrix(file, List.of(), ImportedMatrix.Rows.TRUTH));
        assertSays(
                "samples per class match FER2013's private test in the order \"alphabetical\"",
                () -> matrix(file, List.of(), ImportedMatrix.Rows.PREDICTED));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            1,2;3,4                             | does not name its 2 classes
            ,happy,sad;happy,0.9,0.1;sad,0.3,0.7 | Give the samples per class
            ,happy,sad;happy,91,9;sad,30,70     | Give the samples per class
            ,happy,sad;happy,0.4,0.1;sad,0.2,0.3 | shares of all samples
            ,happy,sad;happy,0.90,0.25;sad,0.10,0.75 | shares of each predicted class
            ,happy,sad;happy,1,2;sad,3          | Row 2
            ,happy,sad;angry,1,2;fear,3,4       | Use the same order
            {"labels": ["a"]}                   | has no "confusion"
            {"confusion": [[1, {}]]}            | is not a JSON confusion matrix
            ,happy,sad;happy,0,0;sad,0,0        | has 0 samples
            label,predicted;happy,sad;sad,sad   | is a table of predictions
            ,precision,recall;happy,0.5,0.5     | is a classification report
            [[1 2 ... 3];[4 5 ... 6]]           | contains "..." instead
            Predicted,happy,sad;happy,3,1;sad,0,2 | says that its rows are the predicted classes
            ,happy,sad;happy,3,-1;sad,0,2       | not a count
            """)
    void aMatrixThatIsNoneSaysWhy(String lines, String words) throws IOException {
        Path file = file(lines.replace(';', '\n'));
        assertSays(words, () -> matrix(file, List.of(), ImportedMatrix.Rows.TRUTH));
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

    private static int cell(int trueClass, int called, int[] counts) {
        if (trueClass == called) {
            return counts[trueClass] - (trueClass == 3 ? 0 : 1);
        }
        return called == 3 ? 1 : 0;
    }

    private static ImportedMatrix.Found matrix(Path file, List<String> classes, ImportedMatrix.Rows rows) {
        return ImportedMatrix.read(file, new ImportedMatrix.Request(classes, rows, List.of()));
    }

    private static ImportedPredictions.Request request(
            Map<Column, String> columns, List<String> labels, Unreadable unreadable) {
        return new ImportedPredictions.Request(
                columns, labels, ImportedPredictions.Scores.AUTO, unreadable, "test", Resolution.NATIVE);
    }

    private ImportedPredictions.Found table(Path file) {
        return table(file, Map.of(), List.of());
    }

    private static ImportedPredictions.Found table(Path file, Map<Column, String> columns, List<String> labels) {
        return ImportedPredictions.read(file, request(columns, labels, Unreadable.REFUSE));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "results", ".csv"), text);
    }

    private static void assertSays(String words, org.junit.jupiter.api.function.Executable action) {
        String message = assertThrows(Problem.class, action).getMessage();
        assertTrue(message.contains(words), message);
    }
}
