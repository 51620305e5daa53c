package org.maferstudio.report.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.experiment.DegradedPredictions;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ImportedExperiment;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.experiment.SplitDuplicates;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

class FindingsTest {
    private static final Resolution LOW = Resolution.of(12);
    private static final Degradation BLUR = new Degradation(DegradationKind.BLUR, 2);

    @TempDir
    private Path folder;

    /** Of 100 images so many are right: at native resolution, and at 12 px. */
    private Experiment run(String name, long seed, int right, int rightLow) {
        Recipe recipe = Recipe.DEFAULT.named(name);
        Experiment experiment = Experiment.create(
                folder.resolve(name + seed), recipe.with(recipe.course().withSeed(seed)));
        experiment.write(predictions(Resolution.NATIVE, right));
        experiment.write(predictions(LOW, rightLow));
        return experiment;
    }

    private static Predictions predictions(Resolution resolution, int right) {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(new Prediction("test/" + i + ".png", "", 0, i < right ? 0 : 1, probabilities(i < right)));
        }
        return new Predictions(new LabelSet(List.of("happiness", "sadness")), "test", resolution, rows);
    }

    private static float[] probabilities(boolean right) {
        return right ? new float[] {0.9f, 0.1f} : new float[] {0.1f, 0.9f};
    }

    /** Of a baseline with seed 17 and a multi-resolution network with another one. */
    private Findings ofOneRunEach(long seed) {
        return Findings.of(
                List.of(
                        new Setting("Baseline", List.of(run("base", 17, 60, 30))),
                        new Setting("Multi", List.of(run("multi", seed, 58, 50)))),
                Optional.empty());
    }

    private static String page(Findings findings) {
        return FindingsPage.text(findings, "What we found", "accuracy.png", "mafer findings A=a B=b --out findings");
    }

    @Test
    void settingsWithSeveralSeedsAreComparedPairByPair() {
        Findings findings = Findings.of(
                List.of(
                        new Setting(
                                "Baseline",
                                List.of(run("base", 17, 60, 30), run("base", 18, 62, 26), run("base", 19, 61, 28))),
                        new Setting(
                                "Multi",
                                List.of(run("multi", 17, 60, 50), run("multi", 18, 61, 52), run("multi", 19, 59, 48)))),
                Optional.empty());
        Row.Cell low = findings.accuracy().get(LOW).cells().get(1).orElseThrow();
        assertEquals(0.5, low.value().mean(), 1e-12);
        Row.Difference difference = low.difference().orElseThrow();
        assertEquals(3, difference.runs());
        assertEquals(0.22, difference.mean(), 1e-12);
        // SciPy's t.interval(0.95, 2, 0.22, sem([0.20, 0.26, 0.20])).
        assertEquals(0.1339469454, difference.interval().low(), 1e-9);
        String page = page(findings);
        assertTrue(
                page.contains("* **Multi**: at native resolution " + "−1.0 (−3.5 to +1.5) points, which cannot be "
                        + "told from chance; at 12 px +22.0 (+13.4 to +30.6) points."),
                page);
        assertTrue(page.contains("| Baseline | 61.0 ± 1.0 | 28.0 ± 2.0 |"), page);
        assertFalse(page.contains("which have one run"), page);
    }

    @Test
    void settingsWithOneRunAreComparedOverImages() {
        Findings findings = ofOneRunEach(23);
        Row.Difference difference = findings.accuracy()
                .get(LOW)
                .cells()
                .get(1)
                .flatMap(Row.Cell::difference)
                .orElseThrow();
        assertEquals(1, difference.runs());
        assertEquals(0.2, difference.mean(), 1e-12);
        assertTrue(difference.interval().low() > 0.1 && difference.interval().high() < 0.3);
        String page = page(findings);
        assertTrue(page.contains("have one run: Baseline; Multi."), page);
        assertTrue(page.contains("Other kernels than that of training"), page);
        assertTrue(page.contains("How much duplicates across splits contribute"), page);
    }

    @Test
    void runsInAnotherOrderOfSeedsAreRejected() {
        List<Setting> settings = List.of(
                new Setting("Baseline", List.of(run("base", 17, 60, 30), run("base", 18, 60, 30))),
                new Setting("Multi", List.of(run("multi", 18, 60, 50), run("multi", 17, 60, 50))));
        Problem problem = assertThrows(Problem.class, () -> Findings.of(settings, Optional.empty()));
        assertTrue(
                problem.getMessage().startsWith("Run 1 of Baseline has the seed 17 and that of Multi the seed 18"),
                problem.getMessage());
    }

    @Test
    void duplicatesAndDegradedImagesAreShownWhereTheyAreKnown() {
        Experiment base = run("base", 17, 60, 30);
        Experiment multi = run("multi", 17, 58, 50);
        SplitDuplicates.write(base, Map.of("test", Set.of("test/0.png", "test/1.png")));
        new DegradedPredictions(base, Optional.empty()).write(BLUR, predictions(Resolution.NATIVE, 20));
        Findings findings = Findings.of(
                List.of(new Setting("Baseline", List.of(base)), new Setting("Multi", List.of(multi))),
                Optional.empty());
        Row without = findings.withoutDuplicates().get(0);
        assertEquals(58 / 98.0, without.cells().get(0).orElseThrow().value().mean(), 1e-12);
        Row blurred = findings.degraded().get(0);
        assertEquals(0.2, blurred.cells().get(0).orElseThrow().value().mean(), 1e-12);
        assertEquals(Optional.empty(), blurred.cells().get(1), "it was not evaluated");
        String page = page(findings);
        assertTrue(page.contains("| images | Baseline |\n"), page);
        assertFalse(page.contains("How much duplicates"), page);
    }

    @Test
    void whatOnlyTheFirstRunsWereEvaluatedOnIsShownOfThem() {
        Experiment base = run("base", 17, 60, 30);
        new DegradedPredictions(base, Optional.empty()).write(BLUR, predictions(Resolution.NATIVE, 20));
        Experiment multi = run("multi", 17, 58, 50);
        new DegradedPredictions(multi, Optional.empty()).write(BLUR, predictions(Resolution.NATIVE, 45));
        Findings findings = Findings.of(
                List.of(
                        new Setting("Baseline", List.of(base, run("base", 18, 60, 30))),
                        new Setting("Multi", List.of(multi, run("multi", 18, 58, 50)))),
                Optional.empty());
        Row.Difference blurred = findings.degraded()
                .get(0)
                .cells()
                .get(1)
                .flatMap(Row.Cell::difference)
                .orElseThrow();
        assertEquals(0.25, blurred.mean(), 1e-12);
        assertEquals(1, blurred.runs());
        assertTrue(page(findings).contains("| 20.0 (1 run) | 45.0 (1 run) | +25.0 ("), page(findings));
    }

    @Test
    void duplicatesThatAllTrainingsLeftOutAreNotSetApart() {
        DatasetSource clean = DatasetSource.of("drawn").withoutDuplicates();
        Experiment base = run("base", 17, 60, 30);
        Experiment multi = run("multi", 17, 58, 50);
        for (Experiment each : List.of(base, multi)) {
            each.update(manifest -> manifest.evaluatedOn(manifest.dataset(), clean));
        }
        SplitDuplicates.write(base, Map.of("test", Set.of("test/0.png")));
        Findings findings = Findings.of(
                List.of(new Setting("Baseline", List.of(base)), new Setting("Multi", List.of(multi))),
                Optional.empty());
        assertEquals(List.of(), findings.withoutDuplicates());
        assertTrue(page(findings).contains("All were trained without images that also occur"), page(findings));
    }

    @Test
    void onlyResolutionsOfAllRunsOfTheFirstSettingAreCompared() {
        Experiment sparse = Experiment.create(folder.resolve("sparse"), Recipe.DEFAULT.named("sparse"));
        sparse.write(predictions(LOW, 20));
        Findings findings = Findings.of(
                List.of(
                        new Setting("Baseline", List.of(run("base", 17, 60, 30), sparse)),
                        new Setting("Multi", List.of(run("multi", 17, 58, 50), run("again", 17, 58, 50)))),
                Optional.empty());
        assertEquals(Set.of(LOW), findings.accuracy().keySet());
        Experiment other = Experiment.create(folder.resolve("other"), Recipe.DEFAULT.named("other"));
        other.write(predictions(Resolution.of(8), 20));
        List<Setting> apart = List.of(
                new Setting("Baseline", List.of(sparse, other)), new Setting("Multi", List.of(run("m", 17, 58, 50))));
        Problem problem = assertThrows(Problem.class, () -> Findings.of(apart, Optional.empty()));
        assertTrue(problem.getMessage().contains("no common resolution"), problem.getMessage());
    }

    @Test
    void predictionsOfOtherProgramsKeepTheirDuplicatesApart() {
        Experiment a = ImportedExperiment.add(folder.resolve("a"), predictions(Resolution.NATIVE, 60), "a", "FER2013");
        Experiment b = ImportedExperiment.add(folder.resolve("b"), predictions(Resolution.NATIVE, 50), "b", "FER2013");
        SplitDuplicates.write(a, Map.of("test", Set.of("test/0.png")));
        Findings findings =
                Findings.of(List.of(new Setting("A", List.of(a)), new Setting("B", List.of(b))), Optional.empty());
        assertEquals(1, findings.withoutDuplicates().size());
        assertTrue(page(findings).contains("| A | 1 | – | – | – | – | – | – |"), page(findings));
    }

    @Test
    void theCalibrationErrorIsTheMeanDistanceOfConfidenceAndAccuracy() {
        Findings findings = ofOneRunEach(17);
        // All are 0.9 sure, and 60 of 100 are right.
        assertEquals(
                0.3,
                findings.calibration()
                        .get(0)
                        .cells()
                        .get(0)
                        .orElseThrow()
                        .value()
                        .mean(),
                1e-6);
    }

    @Test
    void theManualHasTheNumbersOfTheIncludedExperiments() throws IOException {
        Map<String, List<Experiment>> settings = new LinkedHashMap<>();
        for (IncludedExperiments.Entry entry : IncludedExperiments.entries()) {
            settings.computeIfAbsent(entry.title().replaceFirst(", seed [0-9]+$", ""), name -> new ArrayList<>())
                    .add(IncludedExperiments.open(entry, folder));
        }
        List<Setting> compared = new ArrayList<>();
        settings.forEach((name, runs) -> compared.add(new Setting(name, runs)));
        String manual = Files.readString(Path.of("src/site/markdown/findings.md"));
        List<String> rows = page(Findings.of(compared, Optional.of("test")))
                .lines()
                .filter(line -> settings.keySet().stream().anyMatch(name -> line.startsWith("| " + name + " |")))
                .toList();
        assertEquals(3 * 4 + 2 * 2, rows.size(), "four tables of all settings, and two of differences");
        rows.forEach(row -> assertTrue(manual.contains(row), row));
    }
}
