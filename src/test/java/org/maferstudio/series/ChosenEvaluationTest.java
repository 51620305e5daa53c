package org.maferstudio.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.TinyRecipe;
import org.maferstudio.training.Training;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.training.evaluation.Evaluation;

/** Whole trainings on tiny images, with three folds: each fold's test images are its own. */
@Tag("engine")
class ChosenEvaluationTest {
    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    private Series series() {
        Recipe recipe = RecipeJson.change(TinyRecipe.on(TinyFaces.write(folder, 4, 2)), Map.of("course.epochs", 1));
        SeriesDraft draft = new SeriesDraft(
                preset -> recipe,
                List.of(Sweep.parse("lr=0.0000001,0.01")),
                new SeriesPlan(3, Fold.By.IMAGE, List.of()),
                SeriesDraft.Search.GRID);
        return Series.create(folder.resolve("s"), recipe, draft.replications(), draft.varied(), draft.runs());
    }

    private ChosenEvaluation evaluation(Series series) {
        return new ChosenEvaluation(series, new DeviceConfig("cpu", 1), Progress.NONE, notes::add);
    }

    @Test
    void testIsEvaluatedOnceForTheChosenSettingAndTheCountIsKept() {
        Series series = series();
        Problem early = assertThrows(Problem.class, () -> evaluation(series).run("accuracy"));
        assertTrue(early.getMessage().contains("0 of 6 runs"), early.getMessage());
        new Training(Progress.NONE, TrainingListener.NONE).resume(series.experiment());

        ChosenEvaluation.Outcome outcome = evaluation(series).run("accuracy").orElseThrow();
        SettingResult best = SeriesResults.read(series).best("accuracy").orElseThrow();
        assertEquals(best.varied(), outcome.varied());
        assertEquals(1, outcome.evaluations());
        List<Double> accuracies = best.runs().stream()
                .map(run -> Experiment.open(run.folder()).predictions("test", Resolution.NATIVE))
                .map(predictions -> Scores.of(predictions).accuracy())
                .toList();
        assertEquals(accuracies, outcome.spread("accuracy").orElseThrow().values());
        long tested = SeriesResults.read(series).runs().stream()
                .filter(run -> Experiment.open(run.folder()).manifest().testEvaluations() > 0)
                .count();
        assertEquals(3, tested, "the other setting was never tested");

        assertEquals(outcome, evaluation(series).run("accuracy").orElseThrow(), "the same again costs no look");
        assertEquals(1, series.experiment().manifest().testEvaluations());
        assertEquals(outcome, ChosenEvaluation.Outcome.of(series).orElseThrow());
        assertEquals(
                outcome.description(),
                SeriesDescription.of(SeriesResults.read(series), "accuracy").get("test"));
        assertThrows(Problem.class, () -> evaluation(series).run("loss"));

        Evaluation all = new Evaluation(series.experiment(), Progress.NONE);
        Evaluation.Request request = new Evaluation.Request(
                Optional.empty(), Optional.empty(), List.of(Resolution.NATIVE), new DeviceConfig("cpu", 1));
        Problem refused = assertThrows(Problem.class, () -> all.run(request));
        assertTrue(refused.getMessage().contains("--test"), refused.getMessage());
    }

    @Test
    void allRunsAreEvaluatedOnValidationAtFurtherResolutions() {
        Series series = series();
        ValidationEvaluation evaluation =
                new ValidationEvaluation(series, new DeviceConfig("cpu", 1), Progress.NONE, notes::add);
        Problem early = assertThrows(Problem.class, () -> evaluation.run(List.of(Resolution.of(8))));
        assertTrue(early.getMessage().contains("No run"), early.getMessage());
        new Training(Progress.NONE, TrainingListener.NONE).resume(series.experiment());

        assertTrue(evaluation.run(List.of(Resolution.NATIVE, Resolution.of(8))));
        SeriesResults results = SeriesResults.read(series);
        assertEquals("validation", results.split());
        results.settings()
                .forEach(setting -> assertEquals(
                        3, setting.spread("accuracy@8").orElseThrow().n()));
        assertEquals(0, series.experiment().manifest().testEvaluations(), "test was not evaluated");
    }
}
