package org.maferstudio.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Fold;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.experiment.DatasetMetadata;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.ImportedExperiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PublishedResult;
import org.maferstudio.schedule.Resolution;

class PaperComparisonTest {
    private static final LabelSet LABELS = LabelSet.of(Expression.HAPPINESS, Expression.SADNESS);

    @TempDir
    Path folder;

    private static void describe(Experiment experiment, String dataset) {
        describe(experiment, dataset, Grouping.NONE);
    }

    private static void describe(Experiment experiment, String dataset, Grouping grouping) {
        DatasetMetadata facts =
                new DatasetMetadata(dataset, "made", "", LABELS.names(), Map.of(), List.of(), List.of(), grouping);
        ExperimentManifest.State trained = new ExperimentManifest.State(RunStatus.FINISHED, 3, 300, null, "");
        experiment.update(old -> old.withDataset(facts, null, Map.of(), "").with(trained));
    }

    /** Predictions of which the first {@code correct} of {@code n} are right, two thirds of them happy. */
    private static Predictions predictions(String split, String prefix, int n, int correct) {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int label = i % 3 == 2 ? 1 : 0;
            int said = i < correct ? label : 1 - label;
            String group = prefix.isEmpty() ? "" : prefix + i % 8;
            rows.add(new Prediction(
                    prefix + "s" + i,
                    group,
                    label,
                    said,
                    said == 0 ? new float[] {0.9f, 0.1f} : new float[] {0.1f, 0.9f}));
        }
        return new Predictions(LABELS, split, Resolution.NATIVE, rows);
    }

    @Test
    void aTestOnFer2013IsComparedWithTheFourModels() {
        Experiment experiment = Experiment.create(
                folder.resolve("a"), RecipePreset.COMPACT.recipe().named("ours"));
        describe(experiment, "FER2013");
        // 73.28 % of 3,589, whose Wilson interval is known: 71.8 to 74.7.
        experiment.write(predictions("test", "", 3589, 2630));
        PaperComparison comparison = PaperComparison.of(experiment).get(0);
        assertEquals(1, PaperComparison.of(experiment).size());
        assertEquals(0.7328, comparison.value(), 5e-5);
        assertEquals(0.718, comparison.interval().low(), 5e-4);
        assertEquals(0.747, comparison.interval().high(), 5e-4);
        assertEquals(
                List.of("base", "CR", "CR-Simplified", "CR+AffWild2"),
                comparison.published().stream().map(PublishedResult::model).toList());
        PublishedResult cr = comparison.published().get(1);
        assertEquals(0.7328 - 0.7306, comparison.difference(cr), 5e-5);
        Interval between = comparison.differenceInterval(cr);
        assertTrue(between.contains(0), "ours and CR cannot be told apart");
        assertFalse(comparison.differenceInterval(comparison.published().get(0)).contains(0));
        assertEquals(List.of(), comparison.cautions());
        assertTrue(comparison.lines().get(2).contains("CR"), comparison.lines()::toString);
        assertTrue(comparison.lines().get(2).contains("+0.22 points"), comparison.lines()::toString);
    }

    @Test
    void theModelThatAnExperimentBeginsWithIsMarked() {
        Experiment experiment = Experiment.create(folder.resolve("a"), RecipePreset.PAPER_FER2013_CR.recipe());
        describe(experiment, "FER2013");
        experiment.write(predictions("test", "", 300, 250));
        PaperComparison comparison = PaperComparison.of(experiment).get(0);
        List<String> marked = comparison.lines().stream()
                .filter(line -> line.endsWith("same model as the initial weights"))
                .toList();
        assertEquals(1, marked.size());
        assertTrue(marked.get(0).startsWith("  CR  "), marked::toString);
    }

    @Test
    void rafDbHasTwoMeasuresAndAValidationIsNoTest() {
        Experiment experiment = Experiment.create(folder.resolve("a"), RecipePreset.COMPACT.recipe());
        describe(experiment, "RAF-DB");
        experiment.write(predictions("validation", "", 300, 250));
        List<PaperComparison> comparisons = PaperComparison.of(experiment);
        assertEquals(
                List.of(PublishedResult.Measure.ACCURACY, PublishedResult.Measure.MEAN_CLASS_ACCURACY),
                comparisons.stream().map(PaperComparison::measure).toList());
        PaperComparison means = comparisons.get(1);
        assertEquals(0.8316, means.published().get(2).value(), 1e-12);
        assertEquals(0.0003, means.published().get(2).deviation().orElseThrow(), 1e-12);
        assertTrue(means.interval().contains(means.value()));
        assertTrue(means.cautionTexts().get(0).contains("validation split"));
    }

    @Test
    void foldsGiveMeanAndDeviationAndFoldsByPersonAreNotThePapers() {
        SeriesPlan plan = new SeriesPlan(3, Fold.By.SUBJECT, List.of());
        Series series = Series.create(folder.resolve("s"), RecipePreset.COMPACT.recipe(), plan);
        int[] correct = {60, 72, 66};
        for (int i = 0; i < 3; i++) {
            Experiment member = series.member(series.runs().get(i));
            describe(member, "Oulu-CASIA");
            member.write(predictions("test", "f" + i, 96, correct[i]));
        }
        describe(series.experiment(), "Oulu-CASIA", Grouping.SUBJECT);
        PaperComparison comparison = PaperComparison.of(series.experiment()).get(0);
        assertEquals(66 / 96.0, comparison.value(), 1e-12);
        assertEquals(6 / 96.0, comparison.deviation().orElseThrow(), 1e-12);
        assertEquals(288, comparison.n());
        assertTrue(
                comparison.protocol().text().startsWith("3 folds, split by subject, test split"),
                comparison.protocol().text());
        assertTrue(
                comparison.protocol().text().contains("resampled by group"),
                comparison.protocol().text());
        assertTrue(comparison.cautionTexts().get(0).contains("not comparable"));
        assertEquals(List.of(PaperCaution.ONLY_THE_PAPERS_FOLDS_LEAK), comparison.cautions());
        assertEquals(Optional.of("subject"), comparison.protocol().foldsBy());
        assertEquals(EvaluationProtocol.Origin.SERIES, comparison.protocol().origin());
        assertTrue(comparison.protocol().byGroup());
        assertTrue(
                comparison.lines().stream().anyMatch(line -> line.contains("this experiment (95 % interval by group)")),
                comparison.lines()::toString);
    }

    @Test
    void severalSeedsCountEachImageOnceAndCannotBePairedAsOne() {
        SeriesPlan plan = new SeriesPlan(0, Fold.By.USUAL, List.of(1L, 2L));
        Series series = Series.create(folder.resolve("s"), RecipePreset.COMPACT.recipe(), plan);
        for (int i = 0; i < 2; i++) {
            Experiment member = series.member(series.runs().get(i));
            describe(member, "FER2013");
            member.write(predictions("test", "", 100, 60 + 10 * i));
        }
        describe(series.experiment(), "FER2013");
        PaperComparison comparison = PaperComparison.of(series.experiment()).get(0);
        assertEquals(0.65, comparison.value(), 1e-12);
        assertEquals(100, comparison.n());
        assertEquals(Math.sqrt(0.005), comparison.deviation().orElseThrow(), 1e-12);
        assertFalse(comparison.protocol().byGroup());
        // Drawn by picture: 60 right twice, 10 once, 30 never; not as narrow as of 200 pictures.
        assertTrue(comparison.interval().high() - comparison.interval().low() > 0.15);
        assertTrue(assertThrows(
                        Problem.class, () -> EvaluatedExperiments.of(List.of(series.experiment()), Optional.empty()))
                .getMessage()
                .contains("The training runs of the series"));
    }

    @Test
    void aDatasetThatThePaperDoesNotHaveIsRejected() {
        Experiment experiment = Experiment.create(folder.resolve("a"), RecipePreset.COMPACT.recipe());
        describe(experiment, "JAFFE");
        assertTrue(assertThrows(Problem.class, () -> PaperComparison.of(experiment))
                .getMessage()
                .contains("has no results for JAFFE"));
    }

    @Test
    void theClassesOfOuluCasiaAreComparedWithThePapers() {
        Experiment experiment = Experiment.create(folder.resolve("a"), RecipePreset.COMPACT.recipe());
        describe(experiment, "Oulu-CASIA");
        experiment.write(predictions("test", "", 300, 150));
        PaperComparison comparison = PaperComparison.of(experiment).get(0);
        assertEquals(
                List.of("happiness", "sadness"),
                comparison.classes().stream().map(PaperClass::name).toList());
        PaperClass sadness = comparison.classes().get(1);
        assertEquals(100, sadness.n());
        assertEquals(0.5, sadness.value());
        assertEquals(List.of(0.606, 0.981, 0.962, 0.987), sadness.published());
        // Wilson's interval of 50 in 100
        assertEquals(0.4038, sadness.interval().low(), 5e-5);
        assertTrue(
                comparison.lines().stream().anyMatch(line -> line.contains("sadness     50.0 (40.4 to 59.6, n 100)")),
                comparison.lines()::toString);
    }

    @Test
    void aNetworkThatWasOnlyEvaluatedIsNotCalledATraining() {
        Experiment experiment = Experiment.create(folder.resolve("a"), RecipePreset.COMPACT.recipe());
        describe(experiment, "FER2013");
        experiment.write(predictions("test", "", 300, 150));
        assertTrue(PaperComparison.of(experiment).get(0).protocol().text().startsWith("one training run, seed 17"));
        experiment.update(manifest -> manifest.with(new ExperimentManifest.State(RunStatus.FINISHED, 0, 0, null, "")));
        assertTrue(
                PaperComparison.of(experiment).get(0).protocol().text().startsWith("one checkpoint trained elsewhere"));
    }

    @Test
    void importedPredictionsAreComparedWithThePaperIfTheirDatasetIsNamed() {
        Predictions foreign = predictions("test", "", 300, 150);
        Experiment unnamed = ImportedExperiment.add(folder.resolve("a"), foreign, "theirs", "");
        String refused =
                assertThrows(Problem.class, () -> PaperComparison.of(unnamed)).getMessage();
        assertTrue(refused.contains("--dataset-name"), refused);
        Experiment named = ImportedExperiment.add(folder.resolve("a"), foreign, "theirs", "fer2013");
        PaperComparison comparison = PaperComparison.of(named).get(0);
        assertEquals("FER2013", comparison.dataset());
        String protocol = comparison.protocol().text();
        assertTrue(protocol.startsWith("predictions only, test split"), protocol);
    }
}
