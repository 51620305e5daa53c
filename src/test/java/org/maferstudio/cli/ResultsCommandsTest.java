package org.maferstudio.cli;

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
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.StopRequest;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.History;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.fixture.Persons;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

/** {@code mafer figure} and {@code mafer compare} on experiments as they lie on disk. */
class ResultsCommandsTest {
    private static final LabelSet LABELS = LabelSet.of(Expression.HAPPINESS, Expression.SADNESS);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void twoExperiments() {
        experiment("base", 0b0111, 0b0001);
        experiment("multi", 0b1111, 0b0111);
    }

    @ParameterizedTest(name = "--kind {0} as {1}")
    @CsvSource(
            textBlock =
                    """
            confusion,  svg
            confusion,  csv
            classes,    png
            resolution, svg
            heatmap,    tex
            reliability, pdf
            coverage,   csv
            history,    svg
            """)
    void drawsAFigure(String kind, String ending) throws IOException {
        Path file = folder.resolve("figure." + ending);
        assertEquals(0, run("figure", path("base"), "--kind", kind, "--out", file.toString()), err::toString);
        assertTrue(Files.size(file) > 50);
        assertEquals(file + "\n", text(out));
    }

    @Test
    void drawsSeveralExperimentsInOneFigure() throws IOException {
        Path file = folder.resolve("figure.svg");
        assertEquals(0, run("figure", path("base"), path("multi"), "--kind", "resolution", "--out", file.toString()));
        String svg = Files.readString(file);
        assertTrue(svg.contains(">base<") && svg.contains(">multi<"), svg);
    }

    @Test
    void aBundleIsNamedByItsFileAndListsWhatItContains() {
        Path bundle = folder.resolve("theirs.mafer");
        assertEquals(0, run("bundle", path("base"), "--out", bundle.toString()), err::toString);
        assertEquals(
                2,
                run("figure", bundle.toString(), "--kind", "confusion", "--resolution", "10", "--out", path("x.png")));
        assertEquals(
                "On the split test.\nThe experiment " + bundle
                        + " has no predictions on test at 10. Bundles are read-only, and this one has only"
                        + " the predictions test@8, test@native. For others, ask the author of the bundle.\n",
                text(err));
    }

    @Test
    void whatIsNotThereAndWhatIsNoBundleIsReportedInWords() throws IOException {
        assertEquals(2, run("figure", path("nix.mafer"), "--kind", "confusion", "--out", path("x.png")));
        assertTrue(text(err).startsWith("Not found: " + path("nix.mafer")), text(err));
        err.reset();
        Files.writeString(folder.resolve("letter.mafer"), "Dear reader");
        assertEquals(2, run("figure", path("letter.mafer"), "--kind", "confusion", "--out", path("x.png")));
        assertTrue(text(err).contains("letter.mafer is not a bundle, or it is damaged."), text(err));
    }

    @Test
    void thePapersNumbersAreAtNativeOnly() {
        assertEquals(2, run("compare", "--paper", "--resolution", "8", path("base")));
        assertTrue(text(err).startsWith("The paper reports results on test at native resolution."), text(err));
    }

    @Test
    void drawsAnImageAsFineAsRequestedAndRefusesTheImpossible() throws IOException {
        String coarse = folder.resolve("coarse.png").toString();
        String fine = folder.resolve("fine.png").toString();
        for (String[] each : new String[][] {{coarse, "72"}, {fine, "144"}}) {
            assertEquals(
                    0,
                    run("figure", path("base"), "--kind", "confusion", "--dpi", each[1], "--out", each[0]),
                    err::toString);
        }
        int width = ImageIO.read(Path.of(coarse).toFile()).getWidth();
        assertEquals(2 * width, ImageIO.read(Path.of(fine).toFile()).getWidth(), 1);
        assertEquals(2, run("figure", path("base"), "--kind", "confusion", "--dpi", "5000", "--out", fine));
        assertTrue(text(err).contains("36 to 1200 dpi"), err::toString);
    }

    @Test
    void aBundleGivesTheSameFigureAsItsFolder() throws IOException {
        Path bundle = folder.resolve("base.mafer");
        assertEquals(0, run("bundle", path("base"), "--out", bundle.toString()), err::toString);
        for (String source : List.of(path("base"), bundle.toString())) {
            Path csv = folder.resolve(source.endsWith(".mafer") ? "bundle.csv" : "folder.csv");
            assertEquals(0, run("figure", source, "--kind", "confusion", "--out", csv.toString()), err::toString);
        }
        assertEquals(Files.readString(folder.resolve("folder.csv")), Files.readString(folder.resolve("bundle.csv")));
        assertEquals(2, run("evaluate", bundle.toString()));
        assertTrue(text(err).contains("read-only"), err::toString);
    }

    @Test
    void importedResultsAreShownNextToOwnOnes() throws IOException {
        Path foreign = folder.resolve("other.csv");
        Files.writeString(
                foreign, "sample,gt_label,prediction\ns0,happy,happy\ns1,happy,sad\ns2,sad,sad\ns3,sad,happy\n");
        Path made = folder.resolve("imported");
        assertEquals(0, run("import-predictions", foreign.toString(), "--out", made.toString()), err::toString);
        assertTrue(text(out).contains("accuracy 0.5000"), out::toString);
        assertEquals(0, run("compare", path("base"), made.toString()), err::toString);
        assertEquals(2, run("figure", made.toString(), "--kind", "reliability", "--out", folder + "/r.svg"));
        assertTrue(text(err).contains("have no probabilities. Choose another figure."), err::toString);
        assertEquals(2, run("resume", made.toString()));
        assertTrue(text(err).contains("were imported"), err::toString);
        Path matrix = folder.resolve("matrix.csv");
        Files.writeString(matrix, ",happiness,sadness\nhappiness,1,1\nsadness,0,2\n");
        String[] add = {
            "import-matrix", matrix.toString(), "--resolution", "16", "--out", made.toString(), "--rows", "truth"
        };
        assertEquals(0, run(add), err::toString);
        assertEquals(2, Experiment.open(made).predictionFiles().size());
        assertEquals(2, run("import-matrix", matrix.toString(), "--out", path("base")));
        assertTrue(text(err).contains("contains a training run of this program"), err::toString);
    }

    @Test
    void theMatrixAsATableIsThatOfThePredictions() throws IOException {
        Path file = folder.resolve("figure.csv");
        run("figure", path("base"), "--kind", "confusion", "--cells", "counts", "--out", file.toString());
        assertEquals("truth,happiness,sadness,n\nhappiness,2,0,2\nsadness,1,1,2\n", Files.readString(file));
    }

    @Test
    void theMatrixInSharesKeepsItsCountsAndCanBeImported() throws IOException {
        Path file = folder.resolve("figure.csv");
        run("figure", path("base"), "--kind", "confusion", "--cells", "rows", "--out", file.toString());
        assertEquals(
                """
                truth,happiness,sadness,n,share_happiness,share_sadness
                happiness,2,0,2,1.000,0.000
                sadness,1,1,2,0.500,0.500
                """,
                Files.readString(file));
        out.reset();
        assertEquals(0, run("import-matrix", file.toString(), "--out", path("again")), err::toString);
        assertTrue(text(out).contains("accuracy 0.7500") && text(out).contains("n 4"), out::toString);
    }

    @Test
    void evaluatingABundleIsRejectedBeforeTheDatasetIsOpened() {
        Path bundle = folder.resolve("base.mafer");
        assertEquals(0, run("bundle", path("base"), "--out", bundle.toString()), err::toString);
        assertEquals(2, run("evaluate", bundle.toString(), "--dataset", path("no such dataset")));
        assertTrue(text(err).contains("read-only"), err::toString);
        assertFalse(text(err).contains("no such dataset"), err::toString);
    }

    @Test
    void groupsReplaceMcNemarsTestBySignFlipsAndTheIntervalSaysSo() throws IOException {
        for (String name : List.of("first", "second")) {
            StringBuilder table = new StringBuilder("sample,subject,gt_label,prediction\n");
            for (int i = 0; i < 60; i++) {
                String truth = i % 2 == 0 ? "happy" : "sad";
                boolean right = name.equals("first") ? i / 10 < 3 : i / 10 != 4;
                table.append("s" + i + ",person" + i / 10 + "," + truth + ",")
                        .append(right ? truth : truth.equals("sad") ? "happy" : "sad")
                        .append('\n');
            }
            Path file = Files.writeString(folder.resolve(name + ".csv"), table);
            assertEquals(0, run("import-predictions", file.toString(), "--out", path(name)), err::toString);
            assertTrue(text(out).contains("bootstrap by group"), out::toString);
        }
        out.reset();
        assertEquals(0, run("compare", path("first"), path("second"), "--json"), err::toString);
        JsonObject object = JsonParser.parseString(text(out)).getAsJsonObject();
        assertEquals("sign-flip by group", object.get("test").getAsString());
        // Two of six persons differ, both to one side: 2 of 4 patterns of signs.
        assertEquals(0.5, object.get("p").getAsDouble(), 1e-12);
        assertTrue(object.get("interval_by_group").getAsBoolean());
        out.reset();
        assertEquals(0, run("compare", path("first"), path("second")), err::toString);
        assertTrue(text(out).contains("Sign-flip test by group: p 0.5000"), out::toString);
        out.reset();
        assertEquals(0, run("compare", path("base"), path("multi")), err::toString);
        assertTrue(text(out).contains("independent samples"), out::toString);
    }

    @Test
    void theTableOfOneTrainingNamesIt() throws IOException {
        Path file = folder.resolve("figure.csv");
        run("figure", path("base"), "--kind", "history", "--out", file.toString());
        assertEquals("base", Files.readAllLines(file).get(1).split(",")[0]);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            figure base --kind confusion --out x                         | Unknown file type
            figure base --kind nothing --out x.svg                       | nothing
            figure base --kind confusion --split train --out x.svg       | has no predictions on train
            figure base --kind confusion --resolution 12 --out x.svg     | has no predictions on test at 12
            figure base multi --kind heatmap --out x.svg                 | one experiment
            figure nowhere --kind confusion --out x.svg                  | Not found: nowhere
            compare base multi --resolution foo                          | foo" is not a resolution
            figure base --kind confusion --split a/../b --out x.svg      | Unknown split
            import-matrix m.csv --resolution 0 --out x                   | 0" is not a resolution
            compare base                                                 | Select at least two
            compare base --paper                                         | The paper has no results for
            compare base nowhere                                         | Not found: nowhere
            """)
    void wrongUseEndsWithTwoAndASentence(String words, String sentence) {
        String[] args = words.replace("base", path("base"))
                .replace("multi", path("multi"))
                .split(" +");
        assertEquals(2, run(args));
        assertTrue(text(err).contains(sentence), err::toString);
        assertFalse(text(err).contains("Exception"), err::toString);
    }

    @Test
    void comparesAsOneJsonObject() {
        assertEquals(0, run("compare", path("base"), path("multi"), "--json"), err::toString);
        JsonObject object = JsonParser.parseString(text(out)).getAsJsonObject();
        assertEquals("base", object.get("a").getAsString());
        assertEquals("multi", object.get("b").getAsString());
        assertEquals(4, object.get("n").getAsInt());
        assertEquals(0.75, object.get("accuracy_a").getAsDouble());
        assertEquals(1.0, object.get("accuracy_b").getAsDouble());
        assertEquals(1.0, object.get("mcnemar_p").getAsDouble());
        assertEquals(2, object.getAsJsonArray("interval").size());
    }

    @Test
    void comparesAnExperimentWithItselfWithoutNaN() {
        assertEquals(0, run("compare", path("base"), path("base"), "--json"), err::toString);
        JsonObject object = JsonParser.parseString(text(out)).getAsJsonObject();
        assertEquals(1.0, object.get("mcnemar_p").getAsDouble());
        assertEquals(0.0, object.getAsJsonArray("interval").get(0).getAsDouble());
    }

    @Test
    void comparesInOneSentence() {
        assertEquals(0, run("compare", path("base"), path("multi"), "--resolution", "8"));
        assertTrue(text(out).contains("base 25.0 %, multi 75.0 % of 4: difference +50.0 points"), out::toString);
    }

    private int run(String... args) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new StopRequest());
        return Mafer.commandLine(console, Mafer.commands(console)).execute(args);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"confusion", "classes", "heatmap"})
    void classesByTheHundredHaveNoFigureOfEachAndAreToldWhy(String kind) {
        Experiment experiment = Experiment.create(folder.resolve("persons"), Recipe.DEFAULT.named("persons"));
        experiment.update(manifest -> manifest.withDataset(Persons.facts(150), null, Map.of(), ""));
        experiment.write(Persons.predictions(150, Resolution.NATIVE, 3));
        experiment.write(Persons.predictions(150, Resolution.of(8), 5));
        String file = folder.resolve("a.svg").toString();
        assertEquals(2, run("figure", path("persons"), "--kind", kind, "--out", file));
        assertTrue(text(err).contains("150 classes are too many for a confusion matrix"), text(err));
        assertEquals(0, run("figure", path("persons"), "--kind", "resolution", "--out", file), err::toString);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    /** Four samples; the bits say which were right at native and at 8 px. */
    private void experiment(String name, int rightAtNative, int rightAt8) {
        Experiment experiment = Experiment.create(folder.resolve(name), Recipe.DEFAULT.named(name));
        experiment.write(predictions(Resolution.NATIVE, rightAtNative));
        experiment.write(predictions(Resolution.of(8), rightAt8));
        experiment.write(new History(List.of(new HistoryRow(1, 2, 128, 2, 0.2, 1.9, 0.25, 0.05, 0, 3))));
    }

    private static Predictions predictions(Resolution resolution, int right) {
        return new Predictions(
                LABELS, "test", resolution, List.of(row(0, right), row(1, right), row(2, right), row(3, right)));
    }

    private static Prediction row(int i, int right) {
        int label = i < 2 ? 0 : 1;
        int predicted = (right >> i & 1) == 1 ? label : 1 - label;
        return new Prediction(
                "s" + i, "", label, predicted, predicted == 0 ? new float[] {0.8f, 0.2f} : new float[] {0.2f, 0.8f});
    }
}
