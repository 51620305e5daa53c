package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.files.Sha256;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.EngineClassifier;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.recipe.Augmentation;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.schedule.Resolutions;
import org.maferstudio.training.data.PackedBatch;
import org.maferstudio.training.data.TrainingBatches;
import org.maferstudio.training.data.TrainingData;
import org.maferstudio.training.evaluation.Evaluator;
import org.maferstudio.weights.Safetensors;

/** Cross-resolution trainings: a teacher that sees pictures as they are. */
@Tag("engine")
class TeacherTest {
    private static final Training.Limits SELDOM = new Training.Limits(Duration.ofHours(1), 1 << 30);

    @TempDir
    private Path folder;

    private Path file;
    private Recipe recipe;

    @BeforeEach
    void writeATeacher() throws IOException {
        file = folder.resolve("teacher.safetensors");
        write(NetworkSpec.seResNet18(1), 99);
        recipe = with(Map.of(
                "network.base", file.toString(),
                "objective.teacher.who", "base",
                "course.validateAt", 8,
                "course.bestAt", "mean",
                "learningRate.watches", "loss"));
    }

    private void write(NetworkSpec spec, long seed) {
        try (Network network =
                Network.create(spec, 5, seed, ComputeEngine.load(1).device(DeviceChoice.CPU))) {
            Safetensors.write(file, network.weights());
        }
    }

    private Recipe with(Map<String, ?> changes) throws IOException {
        Path faces = Files.createDirectories(folder.resolve("faces"));
        return RecipeJson.change(TinyRecipe.on(TinyFaces.write(faces, 5, 2)), changes);
    }

    private Experiment make(String name, Recipe of) {
        return Experiment.create(folder.resolve(name), of);
    }

    private static TrainingOutcome go(Experiment experiment, Progress progress) {
        return new Training(progress, TrainingListener.NONE, SELDOM).resume(experiment);
    }

    @Test
    void aTrainingThatStopsAtOddPlacesEndsWithTheSameBits() throws IOException {
        Experiment through = make("through", recipe);
        assertEquals(RunStatus.FINISHED, go(through, Progress.NONE).ending());
        Experiment stopped = make("stopped", recipe);
        int sittings = 1;
        for (int questions = 51; go(stopped, new StopAfter(questions)).ending() == RunStatus.STOPPED; ) {
            questions = 50 + sittings++ * 5 % 4;
            assertTrue(sittings < 40, "it comes to an end");
        }
        assertTrue(sittings > 3, "it was stopped " + sittings + " times");
        for (String name : List.of("last.safetensors", "last.state.safetensors", "best.safetensors")) {
            assertEquals(
                    Sha256.of(through.checkpoints().resolve(name)),
                    Sha256.of(stopped.checkpoints().resolve(name)),
                    name);
        }
        assertEquals(withoutSeconds(through), withoutSeconds(stopped));
        assertEquals(
                Map.of("base", Sha256.of(file), "teacher", Sha256.of(file)),
                through.manifest().weights());
    }

    private static List<String> withoutSeconds(Experiment experiment) {
        return experiment.history().rows().stream()
                .map(row -> row.toString().replaceFirst(", seconds=.*", ""))
                .toList();
    }

    @Test
    void theTeacherMovesTheStudentAndLambdaSaysHowFar() throws IOException {
        List<String> sums = new ArrayList<>();
        for (Map<String, ?> changes : List.of(
                Map.of("objective.teacher.who", "none"),
                Map.of("objective.teacher.lambda", 0),
                Map.of("objective.teacher.lambda", 0.1),
                Map.of("objective.teacher.lambda", 10))) {
            Experiment experiment = make("a" + sums.size(), RecipeJson.change(recipe, changes));
            go(experiment, Progress.NONE);
            sums.add(Sha256.of(experiment.checkpoints().resolve("last.safetensors")));
        }
        assertEquals(sums.get(0), sums.get(1), "a lambda of 0 is no teacher");
        assertNotEquals(sums.get(1), sums.get(2));
        assertNotEquals(sums.get(2), sums.get(3));
    }

    @Test
    void theTeacherSeesTheSameImageInTheSamePlaceButNotDownsampled() throws IOException {
        Map<String, ?> always = Map.of("schedule.howOften", new DownsamplingProbability.Constant(1));
        Map<String, ?> never = Map.of("schedule.howOften", new DownsamplingProbability.Never());
        PackedBatch pair = batch(RecipeJson.change(recipe, always));
        PackedBatch sharp = batch(RecipeJson.change(recipe, never));
        assertArrayEquals(sharp.input(), pair.originals(), "what the student would have seen");
        assertArrayEquals(sharp.input(), sharp.originals());
        assertFalse(Arrays.equals(pair.input(), pair.originals()), "the student sees it lowered");
        assertEquals(
                0,
                batch(RecipeJson.change(recipe, Map.of("objective.teacher.who", "none")))
                        .originals()
                        .length,
                "nobody packs for a teacher that is not there");
    }

    @Test
    void aDownsampledImageIsCompressedAtItsLowResolutionWithTheDrawnKernel() throws IOException {
        Map<String, Object> once = new HashMap<>(Map.of(
                "augmentation",
                Augmentation.NONE,
                "schedule.howOften",
                new DownsamplingProbability.Constant(1),
                "schedule.which",
                Resolutions.Listed.equally(List.of(8))));
        PackedBatch plain = batch(RecipeJson.change(recipe, once));
        once.put("schedule.jpeg", List.of(100));
        PackedBatch mild = batch(RecipeJson.change(recipe, once));
        once.put("schedule.jpeg", List.of(5));
        PackedBatch harsh = batch(RecipeJson.change(recipe, once));
        assertTrue(distance(plain, mild) > 0 && distance(plain, mild) < distance(plain, harsh) / 5);
        once.remove("schedule.jpeg");
        once.put("schedule.otherKernels", List.of(Kernel.NEAREST));
        PackedBatch mixed = batch(RecipeJson.change(recipe, once));
        once.put("schedule.otherKernels", List.of());
        once.put("schedule.kernel", Kernel.NEAREST);
        PackedBatch nearest = batch(RecipeJson.change(recipe, once));
        int length = plain.input().length / plain.size();
        int asBefore = 0;
        for (int i = 0; i < plain.size(); i++) {
            boolean same = Arrays.equals(image(mixed, i, length), image(plain, i, length));
            assertTrue(same || Arrays.equals(image(mixed, i, length), image(nearest, i, length)));
            asBefore += same ? 1 : 0;
        }
        assertTrue(asBefore > 0 && asBefore < plain.size(), asBefore + " of " + plain.size());
    }

    @Test
    void imagesAreBlurredAsOftenAsTheRecipeSays() throws IOException {
        Map<String, Object> half = new HashMap<>(
                Map.of("augmentation", Augmentation.NONE, "schedule.howOften", new DownsamplingProbability.Never()));
        PackedBatch sharp = batch(RecipeJson.change(recipe, half));
        half.put("augmentation.blur", 0.5);
        half.remove("augmentation");
        Recipe plain = RecipeJson.change(recipe, Map.of("augmentation", Augmentation.NONE));
        PackedBatch blurred = batch(RecipeJson.change(plain, half));
        int length = sharp.input().length / sharp.size();
        int same = 0;
        for (int i = 0; i < sharp.size(); i++) {
            same += Arrays.equals(image(sharp, i, length), image(blurred, i, length)) ? 1 : 0;
        }
        assertTrue(same > 0 && same < sharp.size(), same + " of " + sharp.size());
        assertArrayEquals(blurred.input(), blurred.originals(), "the teacher sees the same blur");
    }

    private static float[] image(PackedBatch batch, int index, int length) {
        return Arrays.copyOfRange(batch.input(), index * length, (index + 1) * length);
    }

    private static double distance(PackedBatch one, PackedBatch other) {
        double sum = 0;
        for (int i = 0; i < one.input().length; i++) {
            sum += Math.abs(one.input()[i] - other.input()[i]);
        }
        return sum;
    }

    @Test
    void theTeachersTransformsCanBeDrawnIndependently() throws IOException {
        Map<String, Object> own = new HashMap<>(
                Map.of("schedule.howOften", new DownsamplingProbability.Never(), "objective.teacher.draws", "own"));
        PackedBatch pair = batch(RecipeJson.change(recipe, own));
        assertFalse(Arrays.equals(pair.input(), pair.originals()), "another crop and mirror image");
        own.put("augmentation", Augmentation.NONE);
        PackedBatch plain = batch(RecipeJson.change(recipe, own));
        assertArrayEquals(plain.input(), plain.originals(), "nothing is drawn, so both are the same");
    }

    @Test
    void aPlateauCanWatchTheLossWithTheTeachersTerm() {
        Recipe watching = RecipeJson.change(
                recipe,
                Map.of(
                        "learningRate.watches",
                        "loss-with-teacher",
                        "course.bestAt",
                        "low",
                        "objective.teacher.lambda",
                        300));
        try (TrainingData data = TrainingData.toTrain(watching.dataset(), Progress.NONE)) {
            InputContract contract = data.contract(watching.network());
            ComputeDevice device = ComputeEngine.load(1).device(DeviceChoice.CPU);
            try (TrainingSession session = new TrainingSession(watching, data, contract, device);
                    Network teacher = Network.open(
                                    watching.network().spec(),
                                    contract.labels().size(),
                                    1,
                                    Safetensors.read(file),
                                    device)
                            .network();
                    Classifier ofStudent = new EngineClassifier(session.network(), contract);
                    Classifier ofTeacher = new EngineClassifier(teacher, contract)) {
                Validation validation = Validation.of(session, Progress.NONE).orElseThrow();
                Evaluator.Question low = question(session, Resolution.of(8));
                double expected = 0;
                List<Recognition> student = session.evaluator()
                        .recognise(ofStudent, low, Progress.NONE)
                        .orElseThrow();
                List<Recognition> taught = session.evaluator()
                        .recognise(ofTeacher, question(session, Resolution.NATIVE), Progress.NONE)
                        .orElseThrow();
                for (int i = 0; i < student.size(); i++) {
                    float[] one = student.get(i).features();
                    for (int k = 0; k < one.length; k++) {
                        expected +=
                                300 * Math.pow(one[k] - taught.get(i).features()[k], 2) / one.length / student.size();
                    }
                }
                double loss = validation.lowered().orElseThrow().loss();
                assertTrue(expected > 0.01 * loss, "the networks differ, by " + expected);
                assertEquals(loss + expected, validation.watched(watching.learningRate()), 1e-4 * expected);
                assertEquals(TrainingConfig.Measure.LOSS, validation.watchedMeasure(watching.learningRate()));
                assertEquals(
                        validation.natively().loss(),
                        validation.natively().lossWithTeacher(),
                        "nobody watches it there");
            }
        }
    }

    private static Evaluator.Question question(TrainingSession session, Resolution resolution) {
        return new Evaluator.Question(
                "validation",
                session.validation(),
                resolution,
                session.recipe().schedule().kernel());
    }

    private static PackedBatch batch(Recipe of) {
        try (TrainingData data = TrainingData.toTrain(of.dataset(), Progress.NONE)) {
            InputPacker packer =
                    new InputPacker(of.network().contract(data.dataset().labels(), List.of(100.0)));
            return new TrainingBatches(of, data.samples("train"), data.images(), packer)
                    .epoch(2)
                    .apply(1);
        }
    }

    @Test
    void noArrayIsLeftBehindAndBothResolutionsStandInTheHistory() {
        Recipe longer = RecipeJson.change(recipe, Map.of("course.epochs", 3, "course.validationsPerEpoch", 1));
        List<Integer> alive = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onValidation(HistoryRow row) {
                alive.add(NDManager.newBaseManager()
                        .getParentManager()
                        .getManagedArrays()
                        .size());
            }
        };
        Experiment experiment = make("a", longer);
        new Training(Progress.NONE, listener, SELDOM).resume(experiment);
        assertEquals(alive.get(0), alive.get(2), "live arrays after each epoch: " + alive);
        List<HistoryRow> rows = experiment.history().rows();
        assertEquals(3, rows.size());
        for (HistoryRow row : rows) {
            assertEquals(8, row.lowered().pixels());
            assertTrue(row.lowered().loss() > 0 && row.lowered().accuracy() >= 0, row.toString());
        }
        double best = rows.stream()
                .mapToDouble(row -> (row.validAccuracy() + row.lowered().accuracy()) / 2)
                .max()
                .orElseThrow();
        assertEquals(
                best, experiment.manifest().state().best().value(), 1e-12, "the best is chosen by the mean of both");
    }

    @Test
    void aTeacherThatIsAnotherOrGoneOnTheWayIsNamed() throws IOException {
        Recipe apart = RecipeJson.change(
                recipe,
                Map.of(
                        "network.base",
                        "",
                        "objective.teacher.who",
                        "file",
                        "objective.teacher.weights",
                        file.toString()));
        Experiment experiment = make("a", apart);
        go(experiment, new StopAfter(51));
        assertTrue(experiment.manifest().state().step() > 0);
        byte[] before = Files.readAllBytes(file);
        write(NetworkSpec.seResNet18(1), 100);
        Problem another = assertThrows(Problem.class, () -> go(experiment, Progress.NONE));
        assertEquals(Problem.Kind.INPUT, another.kind());
        assertTrue(another.getMessage().contains("the SHA-256 is different"), another.getMessage());
        Files.delete(file);
        Problem gone = assertThrows(Problem.class, () -> go(experiment, Progress.NONE));
        assertTrue(gone.getMessage().startsWith("The teacher weights " + file + " do not exist"), gone.getMessage());
        Files.write(file, before);
        assertEquals(RunStatus.FINISHED, go(experiment, Progress.NONE).ending());
    }

    @Test
    void aTeacherOfAnotherNetworkIsRejectedBeforeAnExperimentIsMade() {
        write(NetworkSpec.seResNet18(3), 99);
        Problem problem = refused(Map.of(
                "network.base", "", "objective.teacher.who", "file", "objective.teacher.weights", file.toString()));
        assertTrue(problem.getMessage().contains("does not match the student"), problem.getMessage());
        write(new NetworkSpec(NetworkSpec.SE_RESNET_18, 1, 16, 0.1), 99);
        assertTrue(refused(Map.of(
                        "network.base",
                        "",
                        "objective.teacher.who",
                        "file",
                        "objective.teacher.weights",
                        file.toString()))
                .getMessage()
                .contains("with another shape"));
    }

    @Test
    void aTeacherTrainedOnAnotherInputGetsTheStudentsInputAndThatIsReported() {
        assertFalse(said("plain").contains("another input"), "a file that says nothing of its input");
        InputContract other = recipe.network().contract(new LabelSet(List.of("a", "b")), List.of(3.0));
        try (Network network = Network.create(
                NetworkSpec.seResNet18(1), 2, 99, ComputeEngine.load(1).device(DeviceChoice.CPU))) {
            NetworkFile.of(network, other).write(file);
        }
        assertTrue(said("other").contains("trained with another input contract and receives the student's"));
    }

    private String said(String name) {
        Experiment experiment = make(name, recipe);
        go(experiment, new StopAfter(51));
        return experiment.log();
    }

    @Test
    void aTeacherWithoutAFileIsReported() {
        assertTrue(refused(Map.of("network.base", "")).getMessage().contains("-bp FILE"));
        assertTrue(refused(Map.of("objective.teacher.who", "file")).getMessage().contains("--teacher FILE"));
    }

    private Problem refused(Map<String, ?> changes) {
        Recipe other = RecipeJson.change(recipe, changes);
        Training training = new Training(Progress.NONE, TrainingListener.NONE);
        Problem problem = assertThrows(Problem.class, () -> training.start(other, () -> make("other", other)));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertFalse(Files.exists(folder.resolve("other")));
        return problem;
    }
}
