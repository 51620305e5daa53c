package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.files.Sha256;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.image.ImageFile;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.data.BatchLoader;
import org.maferstudio.training.data.TrainingBatches;
import org.maferstudio.training.data.TrainingData;
import org.maferstudio.training.evaluation.Evaluation;
import org.maferstudio.training.loss.RunningSums;
import org.maferstudio.weights.Tensor;

/** Whole trainings on tiny pictures. */
@Tag("engine")
class TrainingTest {
    private static final long PLENTY = 1 << 30;
    private static final Training.Limits NO_CHECKPOINTS_BETWEEN = new Training.Limits(Duration.ofHours(1), PLENTY);

    @TempDir
    Path folder;

    private Recipe recipe() {
        return TinyRecipe.on(TinyFaces.write(folder, 5, 2));
    }

    private Experiment make(String name, Recipe recipe) {
        return Experiment.create(folder.resolve(name), recipe);
    }

    private TrainingOutcome run(Experiment experiment, Progress progress) {
        return new Training(progress, TrainingListener.NONE, NO_CHECKPOINTS_BETWEEN).resume(experiment);
    }

    @Test
    void aTrainingThatStopsAtOddPlacesEndsWithTheSameBits() throws IOException {
        Recipe recipe = RecipeJson.change(
                recipe(), Map.of("optimiser.averageDecay", 0.9, "augmentation.mixup", 0.2, "augmentation.cutmix", 1.0));
        Experiment through = make("through", recipe);
        assertEquals(RunStatus.FINISHED, run(through, Progress.NONE).ending());
        Experiment stopped = make("stopped", recipe);
        int sittings = 1;
        // 49 pictures are looked at before the first step; what follows falls into steps and into validations.
        for (int questions = 51; run(stopped, new StopAfter(questions)).ending() == RunStatus.STOPPED; ) {
            questions = 50 + sittings++ * 5 % 4;
            assertEquals(RunStatus.STOPPED, stopped.manifest().state().status());
            assertTrue(sittings < 40, "it comes to an end");
        }
        assertTrue(sittings > 3, "it was stopped " + sittings + " times");
        for (String file : List.of("last.safetensors", "last.state.safetensors", "best.safetensors")) {
            assertEquals(
                    Sha256.of(through.checkpoints().resolve(file)),
                    Sha256.of(stopped.checkpoints().resolve(file)),
                    file);
        }
        assertEquals(withoutSeconds(through), withoutSeconds(stopped));
        assertEquals(4, through.history().rows().size());
        assertEquals(
                Scores.of(through.predictions("validation", Resolution.NATIVE)),
                Scores.of(stopped.predictions("validation", Resolution.NATIVE)));
        assertEquals(
                through.manifest().state().best(), stopped.manifest().state().best());
    }

    private static List<HistoryRow> withoutSeconds(Experiment experiment) {
        return experiment.history().rows().stream()
                .map(r -> new HistoryRow(
                        r.epoch(),
                        r.step(),
                        r.images(),
                        r.trainLoss(),
                        r.trainAccuracy(),
                        r.validLoss(),
                        r.validAccuracy(),
                        r.learningRate(),
                        r.loweringProbability(),
                        0))
                .toList();
    }

    @Test
    void theThreadsOfTheLoaderDoNotMatter() throws IOException {
        // Two threads of the engine would change the sums, so only the batches are compared.
        Recipe recipe = recipe();
        try (TrainingData data = TrainingData.toTrain(recipe.dataset(), Progress.NONE);
                BatchLoader one = new BatchLoader(1);
                BatchLoader four = new BatchLoader(4)) {
            TrainingBatches batches = new TrainingBatches(
                    recipe,
                    data.samples("train"),
                    data.images(),
                    new InputPacker(recipe.network().contract(data.dataset().labels(), List.of(100.0))));
            assertEquals(inputs(one, batches), inputs(four, batches));
        }
    }

    private static List<Float> inputs(BatchLoader loader, TrainingBatches batches) {
        List<Float> values = new ArrayList<>();
        try (BatchLoader.Batches all = loader.open(1, batches.plan().batches(), batches.epoch(2))) {
            while (all.hasNext()) {
                for (float value : all.next().input()) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    @Test
    void itLearnsAndNoArrayIsLeftBehind() {
        Recipe recipe = RecipeJson.change(
                recipe(),
                Map.of(
                        "course.validationsPerEpoch",
                        1,
                        "course.epochs",
                        3,
                        "optimiser.learningRate",
                        0.01,
                        "schedule.howOften",
                        new DownsamplingProbability.Never(),
                        "resolutions",
                        List.of(8)));
        List<Integer> alive = new ArrayList<>();
        List<HistoryRow> rows = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onValidation(HistoryRow row) {
                rows.add(row);
                alive.add(NDManager.newBaseManager()
                        .getParentManager()
                        .getManagedArrays()
                        .size());
            }
        };
        Experiment experiment = make("a", recipe);
        TrainingOutcome outcome =
                new Training(Progress.NONE, listener, new Training.Limits(Duration.ZERO, PLENTY)).resume(experiment);
        assertEquals(RunStatus.FINISHED, outcome.ending());
        assertEquals(alive.get(0), alive.get(2), "live arrays after each epoch: " + alive);
        assertTrue(rows.get(2).trainLoss() < rows.get(0).trainLoss(), "losses " + rows);
        assertEquals(rows, experiment.history().rows());
        assertEquals(2, experiment.predictionFiles().size());
        assertTrue(
                List.of("plain", "rewritten")
                        .contains(experiment.manifest().versions().get("convolutions")),
                experiment.manifest().versions()::toString);
        assertTrue(run(experiment, Progress.NONE).finishedBefore());
    }

    @Test
    void anEvaluationRunsAtEachResolutionAndCountsTestEvaluations() {
        Experiment experiment = make("a", RecipeJson.change(recipe(), Map.of("course.epochs", 1)));
        run(experiment, Progress.NONE);
        List<String> readings = new ArrayList<>();
        Progress listening = new Progress() {
            @Override
            public void report(double fraction, String message) {
                if (message.equals("Reading fer2013")) {
                    readings.add(message);
                }
            }

            @Override
            public boolean stopRequested() {
                return false;
            }
        };
        Evaluation evaluation = new Evaluation(experiment, listening);
        Evaluation.Request request = new Evaluation.Request(
                Optional.empty(),
                Optional.empty(),
                List.of(Resolution.NATIVE, Resolution.of(8)),
                new DeviceConfig("cpu", 1));
        Evaluation.Result result = evaluation.run(request);
        assertEquals("validation", result.split());
        assertEquals(1, readings.size(), "how often the dataset was opened");
        assertEquals(
                Resolution.parseAll("native, 8"),
                result.predictions().stream().map(Predictions::resolution).toList());
        assertEquals(
                14,
                experiment.predictions("validation", Resolution.of(8)).rows().size());
        assertEquals(0, experiment.manifest().testEvaluations());
    }

    @Test
    void aLossThatExplodesIsAProblemWithAWayOut() {
        Recipe recipe =
                RecipeJson.change(recipe(), Map.of("optimiser.learningRate", 1e30, "optimiser.algorithm", "adam"));
        Experiment experiment = make("a", recipe);
        Problem problem = assertThrows(Problem.class, () -> run(experiment, Progress.NONE));
        assertEquals(Problem.Kind.FAILURE, problem.kind());
        assertTrue(problem.getMessage().contains("no longer finite"), problem.getMessage());
        assertTrue(problem.getMessage().contains("smaller learning rate"), problem.getMessage());
        assertEquals(RunStatus.FAILED, experiment.manifest().state().status());
    }

    @Test
    void aDatasetThatVanishesIsReportedAndTrainingResumesExactlyWhenItIsBack() throws IOException {
        Recipe recipe = TinyRecipe.on(pictures(folder.resolve("faces")));
        Experiment through = make("through", recipe);
        run(through, Progress.NONE);
        Path aside = folder.resolve("aside");
        TrainingListener vanishing = new TrainingListener() {
            @Override
            public void onValidation(HistoryRow row) {
                try {
                    Files.move(folder.resolve("faces"), aside);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        Experiment experiment = make("a", recipe);
        Training nothingKept = new Training(Progress.NONE, vanishing, new Training.Limits(Duration.ofHours(1), 0));
        Problem problem = assertThrows(Problem.class, () -> nothingKept.resume(experiment));
        assertEquals(Problem.Kind.FAILURE, problem.kind());
        assertTrue(problem.getMessage().contains("dataset changed during training"), problem.getMessage());
        assertEquals(RunStatus.FAILED, experiment.manifest().state().status());
        Files.move(aside, folder.resolve("faces"));
        assertEquals(RunStatus.FINISHED, run(experiment, Progress.NONE).ending());
        assertEquals(
                Sha256.of(through.checkpoints().resolve("last.safetensors")),
                Sha256.of(experiment.checkpoints().resolve("last.safetensors")));
    }

    /** A folder with a few drawn faces of two classes. */
    private static DatasetSource pictures(Path root) throws IOException {
        for (Expression expression : List.of(Expression.HAPPINESS, Expression.SURPRISE)) {
            for (int i = 0; i < 12; i++) {
                Path file = root.resolve((i < 8 ? "train/" : "validation/") + expression.id() + "/" + i + ".png");
                Files.createDirectories(file.getParent());
                ImageFile.write(DrawnFaces.draw(expression, i, i), file);
            }
        }
        return DatasetSource.of(root.toString());
    }

    @Test
    void stoppingIsLoggedAndLeftToTheCallerToReport() throws IOException {
        Experiment experiment = make("a", recipe());
        List<String> said = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onMessage(String line) {
                said.add(line);
            }
        };
        new Training(new StopAfter(51), listener).resume(experiment);
        assertTrue(said.stream().noneMatch(line -> line.startsWith("Stopped")), said::toString);
        assertTrue(Files.readString(experiment.folder().resolve("log.txt")).contains("Stopped and saved at step"));
    }

    @Test
    void aDatasetThatCannotBeUsedLeavesNoExperiment() throws IOException {
        Recipe recipe = recipe();
        Path csv = folder.resolve("fer2013.csv");
        Files.writeString(csv, Files.readString(csv) + "3,1 2 3,Training\n");
        Training training = new Training(Progress.NONE, TrainingListener.NONE);
        Problem problem = assertThrows(Problem.class, () -> training.start(recipe, () -> make("a", recipe)));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains("--leave-out-damaged"), problem.getMessage());
        assertFalse(Files.exists(folder.resolve("a")));
    }

    @Test
    void wheneverTheNewestGenerationIsDamagedTheOneBeforeItIsTaken() throws IOException {
        Checkpoints checkpoints = new Checkpoints(Files.createDirectories(folder.resolve("checkpoints")));
        InputContract contract = recipe().network().contract(new LabelSet(List.of("fear", "neutral")), List.of(100.0));
        try (Network network = Network.create(
                NetworkSpec.seResNet18(1),
                2,
                17,
                ComputeEngine.load(1).devices().get(0))) {
            for (int step = 1; step <= 2; step++) {
                RunState state =
                        new RunState(1, step, step, 1, false, RunningSums.Values.NONE, RunState.START.marks(), false);
                Tensor optimiser = Tensor.ofLongs("step", step);
                checkpoints.save(NetworkFile.of(network, contract), List.of(optimiser), state);
            }
        }
        assertEquals(2, checkpoints.newest().orElseThrow().state().step());
        Path optimiser = folder.resolve("checkpoints/last.state.safetensors");
        byte[] bytes = Files.readAllBytes(optimiser);
        bytes[bytes.length - 1]++;
        Files.write(optimiser, bytes);
        assertEquals(1, checkpoints.newest().orElseThrow().state().step());
        Files.write(folder.resolve("checkpoints/last.state.json"), new byte[10]);
        Problem damaged = assertThrows(Problem.class, checkpoints::newest);
        assertTrue(damaged.getMessage().contains("are damaged"), damaged.getMessage());
    }

    @Test
    void aMissingCheckpointIsNamed() throws IOException {
        Experiment experiment = make("a", recipe());
        run(experiment, new StopAfter(51));
        assertTrue(experiment.manifest().state().step() > 0);
        for (String name : List.of("last", "previous")) {
            Files.deleteIfExists(experiment.checkpoints().resolve(name + ".state.json"));
        }
        // Told before the dataset is read: that one is gone as well, and would be the complaint.
        Files.delete(folder.resolve("fer2013.csv"));
        Problem missing = assertThrows(Problem.class, () -> run(experiment, Progress.NONE));
        assertTrue(missing.getMessage().contains("checkpoint is missing"), missing.getMessage());
    }
}
