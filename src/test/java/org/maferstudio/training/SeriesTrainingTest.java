package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.files.Sha256;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.Scores;
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.evaluation.CrossDatasetEvaluation;
import org.maferstudio.training.evaluation.Evaluation;

/** Several whole trainings in one go, on tiny pictures. */
@Tag("engine")
class SeriesTrainingTest {
    @TempDir
    Path folder;

    private Recipe recipe() {
        return RecipeJson.change(TinyRecipe.on(TinyFaces.write(folder, 4, 2)), Map.of("course.epochs", 1));
    }

    private static SeriesPlan folds(int count) {
        return new SeriesPlan(count, Fold.By.IMAGE, List.of());
    }

    private static TrainingOutcome resume(Series series, Progress progress) {
        return new Training(progress, TrainingListener.NONE).resume(series.experiment());
    }

    private static Evaluation.Result evaluate(Experiment experiment, Optional<DatasetSource> dataset) {
        Evaluation.Request request = new Evaluation.Request(
                dataset, Optional.empty(), List.of(Resolution.NATIVE), new DeviceConfig("cpu", 1));
        return new Evaluation(experiment, Progress.NONE).run(request);
    }

    @Test
    void foldsAreTrainedAndTestedEachImageOnce() throws IOException {
        Series series = Series.create(folder.resolve("s"), recipe(), folds(3));
        assertEquals(RunStatus.FINISHED, resume(series, Progress.NONE).ending());
        assertEquals(
                List.of("fold-01", "fold-02", "fold-03"),
                series.finished().stream().map(Experiment::id).toList());
        Experiment whole = Experiment.open(folder.resolve("s"));
        assertEquals(0, whole.manifest().testEvaluations(), "training looks at no test");
        assertFalse(Files.exists(whole.folder().resolve("predictions/test@native.csv")));
        assertEquals(
                42, whole.predictions("validation", Resolution.NATIVE).rows().size());

        Evaluation.Result result = evaluate(whole, Optional.empty());
        assertEquals("test", result.split());
        Predictions together = whole.predictions("test", Resolution.NATIVE);
        Set<String> samples = new HashSet<>();
        together.rows().stream().map(Prediction::sample).forEach(samples::add);
        assertEquals(42, samples.size(), "each of 6 x 7 pictures once");
        Spread accuracy = result.reached().get(Resolution.NATIVE).accuracy();
        List<Double> each = series.finished().stream()
                .map(fold ->
                        Scores.of(fold.predictions("test", Resolution.NATIVE)).accuracy())
                .toList();
        assertEquals(each, accuracy.values());
        assertEquals(1, whole.manifest().testEvaluations());
        assertEquals(1, series.finished().get(2).manifest().testEvaluations());
        String summary = Files.readString(whole.folder().resolve("summary.json"));
        assertTrue(summary.contains("\"test@native\"") && summary.contains("\"standard_deviation\""), summary);
    }

    @Test
    void aStoppedSeriesResumesAndEndsWithTheSameResult() throws IOException {
        Recipe recipe = recipe();
        SeriesPlan plan = new SeriesPlan(0, Fold.By.USUAL, List.of(17L, 18L));
        Series through = Series.create(folder.resolve("through"), recipe, plan);
        resume(through, Progress.NONE);
        Series stopped = Series.create(folder.resolve("stopped"), recipe, plan);
        int sittings = 0;
        while (resume(stopped, new StopAfter(46)).ending() == RunStatus.STOPPED) {
            assertEquals(
                    RunStatus.STOPPED, stopped.experiment().manifest().state().status());
            assertTrue(++sittings < 40, "it comes to an end");
        }
        assertTrue(sittings > 1, sittings + " sittings");
        for (String member : List.of("seed-17", "seed-18")) {
            assertEquals(
                    Sha256.of(folder.resolve("through/" + member + "/checkpoints/last.safetensors")),
                    Sha256.of(folder.resolve("stopped/" + member + "/checkpoints/last.safetensors")),
                    member);
        }
        assertEquals(
                Files.readString(folder.resolve("through/summary.json")),
                Files.readString(folder.resolve("stopped/summary.json")));
        assertTrue(resume(stopped, Progress.NONE).finishedBefore());
    }

    @Test
    void anUnfinishedSeriesIsNotEvaluated() {
        Series series = Series.create(folder.resolve("s"), recipe(), folds(3));
        resume(series, new StopAfter(46));
        Problem problem = assertThrows(Problem.class, () -> evaluate(series.experiment(), Optional.empty()));
        assertTrue(problem.getMessage().contains("mafer resume"), problem.getMessage());
    }

    @Test
    void nothingIsMadeWhereADatasetHasNoSuchFolds() {
        SeriesPlan plan = new SeriesPlan(3, Fold.By.SUBJECT, List.of());
        SeriesTraining training = new SeriesTraining(Progress.NONE, TrainingListener.NONE);
        assertThrows(
                Problem.class,
                () -> training.start(recipe(), plan, () -> Series.create(folder.resolve("s"), recipe(), plan)));
        assertFalse(Files.exists(folder.resolve("s")));
    }

    @Test
    void anotherDatasetIsEvaluatedByClassNamesAndStoredSeparately() {
        Experiment experiment = Experiment.create(folder.resolve("e"), recipe());
        new Training(Progress.NONE, TrainingListener.NONE).resume(experiment);
        Evaluation.Result own = evaluate(experiment, Optional.empty());
        assertEquals(Optional.empty(), own.other());
        DatasetSource drawn = new DatasetSource(
                List.of("drawn"), "", List.of(), Map.of("test", "train", "validation", "test"), 0, 17, false);
        Evaluation.Result other = evaluate(experiment, Optional.of(drawn));
        assertEquals(Optional.of("Drawn faces"), other.other());
        assertEquals(350, other.predictions().get(0).rows().size());
        assertEquals(0, experiment.manifest().testEvaluations(), "another dataset's test is not its own");
        assertTrue(Files.exists(experiment.folder().resolve("predictions/on-drawn-faces/test@native.csv")));
        assertFalse(Files.exists(experiment.folder().resolve("predictions/test@native.csv")));
        DatasetSource moved = experiment.manifest().recipe().dataset();
        assertEquals(Optional.empty(), evaluate(experiment, Optional.of(moved)).other());
    }

    @Test
    void everyTestSetOfItsOwnDatasetCountsAlsoOneInAFileOfItsOwn() throws IOException {
        Experiment experiment = Experiment.create(folder.resolve("e"), recipe());
        new Training(Progress.NONE, TrainingListener.NONE).resume(experiment);
        Path apart = folder.resolve("apart/fer2013.csv");
        Files.createDirectories(apart.getParent());
        Files.writeString(
                apart,
                Files.readString(folder.resolve("fer2013.csv"))
                        .replaceAll("(?m)^.*,Training\\R", "")
                        .replace("PublicTest", "PrivateTest"));
        Evaluation.Result result = evaluate(experiment, Optional.of(DatasetSource.of(apart.toString())));
        assertEquals("test", result.split());
        assertEquals(
                Optional.of("fer2013"), result.other(), "it is not among the splits that were opened for training");
        assertEquals(1, experiment.manifest().testEvaluations());
    }

    @Test
    void theMatrixAsksEachNetworkAboutTheDatasetOfTheOther() {
        Recipe recipe = recipe();
        DatasetSource small = new DatasetSource(
                List.of("drawn"), "", List.of(), Map.of("train", "validation", "validation", "train"), 0, 17, false);
        Experiment first = Experiment.create(folder.resolve("a"), recipe);
        Experiment second = Experiment.create(folder.resolve("b"), recipe.on(small));
        List<Experiment> both = List.of(first, second);
        both.forEach(experiment -> new Training(Progress.NONE, TrainingListener.NONE).resume(experiment));
        CrossDatasetEvaluation matrix =
                CrossDatasetEvaluation.of(both, List.of("tiny", "drawn"), Resolution.NATIVE, Progress.NONE);
        assertTrue(matrix.isComplete());
        assertEquals(List.of("fer2013", "Drawn faces"), matrix.columns());
        assertTrue(matrix.cell("tiny", "fer2013").orElseThrow().ownDataset());
        assertEquals(14, matrix.cell("drawn", "fer2013").orElseThrow().n());
        CrossDatasetEvaluation.Cell cross = matrix.cell("tiny", "Drawn faces").orElseThrow();
        assertEquals("test", cross.split());
        assertEquals(700, cross.n());
        assertTrue(cross.interval().contains(cross.accuracy()));
    }
}
