package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.experiment.DegradedPredictions;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

class RobustnessCommandTest {
    @TempDir
    private Path folder;

    private Path a;
    private Path b;

    @BeforeEach
    void twoNetworksOfWhichTheSecondIsLessRobust() {
        a = evaluated("a", 80, 60, 40);
        b = evaluated("b", 80, 50, 20);
    }

    /** Of 100 images so many are right: unchanged, blurred by 1 px, and by 2 px. */
    private Path evaluated(String name, int unchanged, int mild, int harsh) {
        return evaluated(Recipe.DEFAULT.named(name), unchanged, mild, harsh);
    }

    private Path evaluated(Recipe recipe, int unchanged, int mild, int harsh) {
        Experiment experiment = Experiment.create(folder.resolve(recipe.name()), recipe);
        DegradedPredictions degraded = new DegradedPredictions(experiment, Optional.empty());
        experiment.write(predictions(unchanged));
        degraded.write(new Degradation(DegradationKind.BLUR, 2), predictions(harsh));
        degraded.write(new Degradation(DegradationKind.BLUR, 1), predictions(mild));
        degraded.write(new Degradation(DegradationKind.JPEG, 5), predictions(unchanged));
        return experiment.folder();
    }

    private static Predictions predictions(int right) {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int predicted = i < right ? 0 : 1;
            rows.add(new Prediction(
                    "test/" + i + ".png", "", 0, predicted, predicted == 0 ? new float[] {1, 0} : new float[] {0, 1}));
        }
        return new Predictions(new LabelSet(List.of("happiness", "sadness")), "test", Resolution.NATIVE, rows);
    }

    @Test
    void accuracyByStrengthIsPrintedAndTheDifferenceOfTwoNetworks() {
        CommandRun run = CommandRun.of("robustness", a.toString(), b.toString(), "--by", "blur");
        assertEquals(0, run.code(), run.err());
        assertEquals(
                """
                Blur (\u03c3 in px), on test:
                a
                  unchanged  accuracy  80.0 (71.1\u201386.7)  mean class accuracy  80.0  n 100
                          1  accuracy  60.0 (50.2\u201369.1)  mean class accuracy  60.0  n 100
                          2  accuracy  40.0 (30.9\u201349.8)  mean class accuracy  40.0  n 100
                b
                  unchanged  accuracy  80.0 (71.1\u201386.7)  mean class accuracy  80.0  n 100
                          1  accuracy  50.0 (40.4\u201359.6)  mean class accuracy  50.0  n 100
                          2  accuracy  20.0 (13.3\u201328.9)  mean class accuracy  20.0  n 100
                b minus a, in points:
                  unchanged    +0.0 (+0.0 to +0.0)  p 1.0000
                          1   \u221210.0 (\u221216.0 to \u22124.0)  p 0.0039
                          2   \u221220.0 (\u221228.0 to \u221213.0)  p < 0.0001
                """,
                run.out());
        assertEquals("The p-values are corrected for the number of strengths by Holm's method.\n", run.err());
    }

    @Test
    void seedsOfOneRecipeAreAveraged() {
        Recipe recipe = Recipe.DEFAULT.named("a, seed 18");
        String other =
                evaluated(recipe.with(recipe.course().withSeed(18)), 84, 70, 40).toString();
        CommandRun run = CommandRun.of("robustness", a.toString(), other, "--by", "blur");
        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.out()
                        .contains(
                                """
                                a, mean over the seeds 17, 18:
                                  unchanged  accuracy  82.0 (56.6\u2013107.4)  sd 2.8  seeds 2
                                """),
                run.out());
        assertTrue(run.out().contains("          2  accuracy  40.0 (40.0\u201340.0)  sd 0.0  seeds 2\n"), run.out());
        CommandRun asJson = CommandRun.of("robustness", a.toString(), other, "--by", "blur", "--json");
        JsonObject object = JsonParser.parseString(asJson.out()).getAsJsonObject();
        JsonObject setting = object.getAsJsonArray("seeds").get(0).getAsJsonObject();
        assertEquals(18, setting.getAsJsonArray("seeds").get(1).getAsInt());
        JsonObject mild = setting.getAsJsonArray("strengths").get(1).getAsJsonObject();
        assertEquals(0.65, mild.get("mean").getAsDouble(), 1e-12);
        assertEquals(0, object.getAsJsonArray("seed_differences").size());
    }

    @Test
    void aFigureOfSeedsHasTheirMeans() throws IOException {
        Recipe recipe = Recipe.DEFAULT.named("a, seed 18");
        String other =
                evaluated(recipe.with(recipe.course().withSeed(18)), 84, 70, 40).toString();
        Path table = folder.resolve("seeds.csv");
        CommandRun run = CommandRun.of(
                "figure",
                a.toString(),
                other,
                "--kind",
                "resolution",
                "--degradation",
                "blur",
                "--out",
                table.toString());
        assertEquals(0, run.code(), run.err());
        List<String> lines = Files.readAllLines(table);
        assertEquals("setting,blur,runs,mean,sd,low,high", lines.get(0));
        assertTrue(lines.get(1).startsWith("a,unchanged,2,0.820,0.028,"), lines::toString);
        assertEquals("a,2,2,0.400,0.000,0.400,0.400", lines.get(3));
    }

    @Test
    void jsonHasIntervalsClassesAndDifferences() {
        CommandRun run = CommandRun.of("robustness", a.toString(), b.toString(), "--by", "blur", "--json");
        JsonObject object = JsonParser.parseString(run.out()).getAsJsonObject();
        JsonObject harsh = object.getAsJsonArray("experiments")
                .get(1)
                .getAsJsonObject()
                .getAsJsonArray("strengths")
                .get(2)
                .getAsJsonObject();
        assertEquals(2, harsh.get("strength").getAsDouble());
        assertEquals(0.2, harsh.get("accuracy").getAsDouble(), 1e-12);
        assertEquals(0.2, harsh.getAsJsonObject("classes").get("happiness").getAsDouble(), 1e-12);
        JsonObject difference = object.getAsJsonArray("differences").get(1).getAsJsonObject();
        assertEquals(-0.1, difference.get("difference").getAsDouble(), 1e-12);
        // scipy.stats.binomtest(0, 10).pvalue, of three differences the second smallest
        assertEquals(0.001953125, difference.get("p").getAsDouble(), 1e-12);
        assertEquals(0.00390625, difference.get("p_holm").getAsDouble(), 1e-12);
    }

    @Test
    void predictionsThatEqualThoseOfUnchangedImagesAreMarked() {
        CommandRun run = CommandRun.of("robustness", a.toString(), "--by", "jpeg");
        assertTrue(run.out().contains("n 100  (no effect)"), run::out);
    }

    @Test
    void withoutAKindWhatWasEvaluatedIsListedAlsoOfABundle() {
        Path bundle = folder.resolve("a.mafer");
        assertEquals(
                0,
                CommandRun.of("bundle", a.toString(), "--out", bundle.toString())
                        .code());
        CommandRun run = CommandRun.of("robustness", bundle.toString());
        assertEquals("a, test: blur-1, blur-2, jpeg-5\n", run.out(), run.err());
    }

    @Test
    void theFigureByStrengthIsWrittenAsATable() throws IOException {
        Path out = folder.resolve("blur.csv");
        CommandRun run = CommandRun.of(
                "figure",
                a.toString(),
                b.toString(),
                "--kind",
                "resolution",
                "--degradation",
                "blur",
                "--out",
                out.toString());
        assertEquals(0, run.code(), run.err());
        List<String> lines = Files.readAllLines(out);
        assertTrue(lines.get(0).startsWith("experiment,blur,n,accuracy,"), lines::toString);
        assertTrue(lines.get(6).startsWith("b,2,100,0.200,"), lines::toString);
        CommandRun classes = CommandRun.of(
                "figure",
                a.toString(),
                "--kind",
                "heatmap",
                "--degradation",
                "blur",
                "--out",
                folder.resolve("classes.csv").toString());
        assertEquals(0, classes.code(), classes.err());
        assertEquals(
                List.of("class,unchanged,1,2", "happiness,0.800,0.600,0.400", "sadness,,,"),
                Files.readAllLines(folder.resolve("classes.csv")));
    }

    @Test
    void whatIsMissingOrUnknownIsSaidWithAWayOut() {
        CommandRun missing = CommandRun.of("robustness", a.toString(), "--by", "noise");
        assertEquals(2, missing.code());
        assertTrue(missing.err().contains("mafer evaluate " + a + " --split test --degrade noise"), missing::err);
        CommandRun unknown = CommandRun.of("robustness", a.toString(), "--by", "fog");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("There is no degradation \"fog\""), unknown::err);
        CommandRun figure =
                CommandRun.of("figure", a.toString(), "--kind", "classes", "--degradation", "blur", "--out", "x.png");
        assertEquals(2, figure.code());
        assertTrue(figure.err().contains("--kind resolution or --kind heatmap"), figure::err);
        CommandRun evaluate = CommandRun.of("evaluate", a.toString(), "--degrade", "blur=99");
        assertEquals(2, evaluate.code());
        assertTrue(evaluate.err().contains("from 0.1 to 20"), evaluate::err);
    }
}
