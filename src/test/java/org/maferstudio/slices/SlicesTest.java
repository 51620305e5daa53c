package org.maferstudio.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

class SlicesTest {
    private static final LabelSet LABELS = LabelSet.of(Expression.HAPPINESS, Expression.SADNESS);

    @TempDir
    private Path folder;

    private static Predictions predictions(int n, IntPredicate correct) {
        return new Predictions(
                LABELS,
                "test",
                Resolution.NATIVE,
                IntStream.range(0, n)
                        .mapToObj(i -> Prediction.withoutProbabilities(
                                "test/happy/" + i + ".jpg", "", 0, correct.test(i) ? 0 : 1))
                        .toList());
    }

    private static SampleColumns column(String name, int n, IntFunction<String> cell) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < n; i++) {
            cells.put("test/happy/" + i + ".jpg", cell.apply(i));
        }
        return SampleColumns.of(Map.of(name, cells));
    }

    private static List<String> values(SlicedResults results) {
        return results.slices().stream().map(Slice::value).toList();
    }

    @Test
    void theWorstSliceIsFirstAndASmallOneLast() {
        // Of 40 with glasses 10 are correct, of 40 without 30, of 4 unknown none.
        Predictions predictions = predictions(84, i -> i < 80 && (i % 2 == 0 ? i % 8 == 0 : i % 8 != 1));
        SampleColumns columns = column("glasses", 80, i -> i % 2 == 0 ? "yes" : "no");
        SlicedResults results = SlicedResults.of("glasses", columns, List.of(predictions));
        List<Slice> worst = results.worstFirst(Resolution.NATIVE);
        assertEquals(
                List.of("yes", "no", "unknown"),
                worst.stream().map(Slice::value).toList());
        // SciPy's binomtest(10, 40).proportion_ci(method="wilson").
        assertEquals(0.25, worst.get(0).accuracy(Resolution.NATIVE));
        assertEquals(
                0.14187118639096302, worst.get(0).interval(Resolution.NATIVE).low(), 1e-9);
        assertEquals(
                0.40193961420768026, worst.get(0).interval(Resolution.NATIVE).high(), 1e-9);
        assertFalse(worst.get(0).isSmall());
        assertTrue(worst.get(2).isSmall());
        assertEquals(84, results.whole().points().get(0).scores().n());
    }

    @Test
    void aSliceThatWasNotEvaluatedAtAResolutionIsNotRankedThere() {
        Predictions all = predictions(80, i -> true);
        Predictions half = new Predictions(
                LABELS, "test", Resolution.of(8), predictions(40, i -> true).rows());
        SampleColumns columns = column("light", 80, i -> i < 40 ? "dark" : "bright");
        SlicedResults results = SlicedResults.of("light", columns, List.of(all, half));
        assertEquals(2, results.worstFirst(Resolution.NATIVE).size());
        List<Slice> low = results.worstFirst(Resolution.of(8));
        assertEquals(List.of("dark"), low.stream().map(Slice::value).toList());
        assertEquals(40, low.get(0).samples().size());
    }

    @Test
    void manyNumbersAreDividedAtTheirQuartiles() {
        Predictions predictions = predictions(100, i -> true);
        SlicedResults results = SlicedResults.of("age", column("age", 100, Integer::toString), List.of(predictions));
        // NumPy's quantiles of 0 to 99.
        assertEquals(
                List.of("0 to 24.75", "over 24.75 to 49.5", "over 49.5 to 74.25", "over 74.25 to 99"), values(results));
        assertEquals(
                List.of(25, 25, 25, 25), results.slices().stream().map(Slice::n).toList());
    }

    @Test
    void equalNumbersStayTogether() {
        Predictions predictions = predictions(100, i -> true);
        SampleColumns columns = column("blur", 100, i -> i < 60 ? "0" : Integer.toString(i));
        SlicedResults results = SlicedResults.of("blur", columns, List.of(predictions));
        assertEquals(List.of("0", "over 0 to 74.25", "over 74.25 to 99"), values(results));
        assertEquals(60, results.slices().get(0).n());
    }

    @Test
    void fewNumbersAreValuesInTheirOrder() {
        SampleColumns columns = column("age", 60, i -> List.of("10", "9", "2").get(i % 3));
        assertEquals(
                List.of("2", "9", "10"), values(SlicedResults.of("age", columns, List.of(predictions(60, i -> true)))));
    }

    @Test
    void whatIsNotANumberIsUnknown() {
        SampleColumns columns =
                column("tilt", 60, i -> List.of("NaN", "inf", "", "1.5").get(i % 4));
        SlicedResults results = SlicedResults.of("tilt", columns, List.of(predictions(60, i -> true)));
        assertEquals(List.of("1.5", "unknown"), values(results));
        assertEquals(45, results.slices().get(1).n());
    }

    @Test
    void ofTenThousandValuesTheRareOnesAreOneSlice() {
        SampleColumns columns = column("person", 10_100, i -> "person " + (i < 100 ? 7 : i));
        SlicedResults results = SlicedResults.of("person", columns, List.of(predictions(10_100, i -> true)));
        assertEquals(Slicing.MOST, results.slices().size());
        assertTrue(values(results).contains("person 7"));
        assertEquals("9,962 other values", values(results).get(Slicing.MOST - 1));
        assertEquals(10_100, results.slices().stream().mapToInt(Slice::n).sum());
    }

    @Test
    void twoNetworksAreComparedSliceBySlice() {
        // Of dark images the second loses 20 of 40, of bright ones both predict the same.
        Predictions a = predictions(80, i -> true);
        Predictions b = predictions(80, i -> i % 4 != 0);
        SampleColumns columns = column("light", 80, i -> i % 2 == 0 ? "dark" : "bright");
        List<SliceDifference> differences = SliceDifference.of("light", columns, a, b);
        assertEquals("dark", differences.get(0).value());
        assertEquals(-0.5, differences.get(0).difference());
        // SciPy's binomtest(20, 20), times the two slices.
        assertEquals(2 * 1.9073486328125e-06, differences.get(0).p(), 1e-12);
        assertTrue(differences.get(0).interval().high() < -0.3);
        assertEquals(0, differences.get(1).difference());
        assertEquals(1, differences.get(1).p());
    }

    @Test
    void tablesNameImagesAsTheirAuthorsDo() throws IOException {
        List<String> ids = List.of("Image/aligned/test_0001_aligned.jpg", "Image/aligned/test_0002_aligned.jpg");
        Path file = Files.writeString(
                folder.resolve("attributes.csv"),
                "gender,image,race\n1,test_0001.jpg,0\n0,test_0002.jpg,2\n1,other.jpg,1\n");
        JoinedTable joined = JoinedTable.of(file, ids);
        assertEquals("image", joined.key());
        assertEquals(2, joined.samples());
        assertEquals(3, joined.rows());
        assertEquals(List.of("gender", "race"), joined.columns().names());
        assertEquals("2", joined.columns().cell("race", ids.get(1)));
    }

    @Test
    void aNameThatTwoImagesShareIsNoName() throws IOException {
        List<String> ids = List.of("a/1.png", "b/1.png", "b/2.png");
        Path file = Files.writeString(folder.resolve("t.csv"), "file,light\n1.png,dark\nb/1.png,dim\n2,bright\n");
        SampleColumns columns = JoinedTable.of(file, ids).columns();
        assertEquals("", columns.cell("light", "a/1.png"));
        assertEquals("dim", columns.cell("light", "b/1.png"));
        assertEquals("bright", columns.cell("light", "b/2.png"));
    }

    @Test
    void aColumnWhoseValuesAreNamesOfImagesIsNotTakenForTheNames() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "gender,file\n1,1.jpg\n2,2.jpg\n2,3.jpg\n1,4.jpg\n");
        JoinedTable joined = JoinedTable.of(file, List.of("1.jpg", "2.jpg", "3.jpg", "4.jpg"));
        assertEquals("file", joined.key());
    }

    @Test
    void aTableOfOtherImagesSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "file,light\nx.png,dark\n");
        Problem problem = assertThrows(Problem.class, () -> JoinedTable.of(file, List.of("a/1.png")));
        assertEquals(
                "No row of " + file + " names one of the 1 images. Its columns are file, light; the first image is "
                        + "called a/1.png.",
                problem.getMessage());
    }

    @Test
    void anUnknownColumnNamesTheOthers() {
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        cells.put("Gender", Map.of());
        cells.put("Age", Map.of());
        SampleColumns columns = SampleColumns.of(cells);
        assertEquals("Age", columns.named("age"));
        Problem problem = assertThrows(Problem.class, () -> columns.named("race"));
        assertEquals("There is no column race. Choose one of Gender, Age.", problem.getMessage());
    }

    @Test
    void aColumnIsTheSameDivisionIfOnlyItsValuesAreCalledOtherwise() {
        SampleColumns columns = column("class", 4, i -> i < 2 ? "anger" : "fear")
                .with(column("folder", 4, i -> i < 2 ? "angry" : "afraid"))
                .with(column("finer", 4, Integer::toString))
                .with(column("coarser", 4, i -> "face"))
                .with(column("other", 4, i -> i % 2 == 0 ? "angry" : "afraid"))
                .with(column("incomplete", 3, i -> i < 2 ? "angry" : "afraid"));
        assertEquals(
                List.of("class", "folder"),
                columns.names().stream()
                        .filter(name -> columns.isSameDivision(name, "class"))
                        .toList());
        assertFalse(columns.isSameDivision("folder", "no column"));
    }

    @Test
    void foldersOfTheNamesAreColumns() {
        List<Prediction> rows = List.of(
                Prediction.withoutProbabilities("VL/Dark/P001/1.jpg", "P001", 0, 0),
                Prediction.withoutProbabilities("VL/Strong/P002/1.jpg", "P002", 1, 0));
        SampleColumns columns = KnownColumns.of(new Predictions(LABELS, "test", Resolution.NATIVE, rows));
        assertEquals(List.of("class", "group", "folder 2", "folder 3"), columns.names());
        assertEquals("Strong", columns.cell("folder 2", "VL/Strong/P002/1.jpg"));
    }
}
