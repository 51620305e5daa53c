package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.fixture.RandomNetworks;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.export.NetworkFormat;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/** Trainings that begin with the weights of a file. */
@Tag("engine")
class InitialWeightsTest {
    @TempDir
    private Path folder;

    private Path file;
    private WeightFile base;
    private Recipe recipe;

    @BeforeEach
    void writeABase() throws IOException {
        NetworkSpec spec = NetworkSpec.seResNet18(1);
        try (Network network = Network.create(spec, 5, 99, ComputeEngine.load(1).device(DeviceChoice.CPU))) {
            // As a network that was trained on several cards, with statistics of its own.
            List<Tensor> tensors = network.weights().tensors().values().stream()
                    .map(tensor -> Tensor.ofFloats(
                            "module." + tensor.name(),
                            tensor.name().endsWith("running_mean") ? filled(tensor, 0.25f) : tensor.floats(),
                            tensor.shape().stream().mapToLong(Long::longValue).toArray()))
                    .toList();
            base = WeightFile.of(tensors, Map.of());
        }
        file = folder.resolve("base.safetensors");
        Safetensors.write(file, base);
        recipe = RecipeJson.change(
                TinyRecipe.on(TinyFaces.write(Files.createDirectory(folder.resolve("faces")), 5, 2)),
                Map.of("course.epochs", 1, "network.base", file.toString(), "optimiser.restLearningRate", 0));
    }

    private static float[] filled(Tensor tensor, float value) {
        float[] values = tensor.floats();
        Arrays.fill(values, value);
        return values;
    }

    private Experiment train(Recipe recipe, String name) {
        Path place = folder.resolve(name);
        new Training(Progress.NONE, TrainingListener.NONE).start(recipe, () -> Experiment.create(place, recipe));
        return Experiment.open(place);
    }

    @Test
    void aFrozenBodyIsTheBasesToTheLastBitAndTheClassifierIsNew() throws IOException {
        Experiment experiment = train(recipe, "frozen");
        NetworkFile trained = NetworkFile.read(experiment.bestWeights());
        int checked = 0;
        for (Tensor tensor : base.tensors().values()) {
            String name = tensor.name().substring("module.".length());
            if (!name.startsWith("classifier_1")) {
                assertArrayEquals(
                        tensor.floats(), trained.weights().tensor(name).floats(), name);
                checked++;
            }
        }
        assertTrue(checked > 100);
        assertEquals(
                List.of((long) trained.contract().labels().size(), 256L),
                trained.weights().tensor("classifier_1.weight").shape());
        String log = Files.readString(experiment.folder().resolve("log.txt"));
        assertTrue(log.contains("mostly with the prefix module."), log);
        assertTrue(
                log.contains("The classifier is newly initialised: classifier_1.weight is [7, 256] in the network,"
                        + " but F32 [5, 256]"),
                log);
        assertTrue(log.contains("conv2_1_3x3_first: read under other names"), log);
    }

    @Test
    void theInputIsTheOneOfTheRecipeWhateverTheBaseWas() {
        Recipe without = RecipeJson.change(recipe, Map.of("network.base", ""));
        assertEquals(
                train(without, "without").manifest().input(),
                train(recipe, "with").manifest().input());
    }

    @Test
    void theNetworkOfAnOnnxFileIsTrainedFurther() throws IOException {
        InputContract contract = new InputContract(
                48, 48, Kernel.BILINEAR, InputContract.Colour.GREY, List.of(127.5), 0.02, List.of("sad", "glad"), 0, 1);
        NetworkFile network = RandomNetworks.of(NetworkSpec.seResNet18(1), contract);
        Path onnx = folder.resolve("base.onnx");
        NetworkFormat.ONNX.write(network, onnx);
        Experiment experiment = train(RecipeJson.change(recipe, Map.of("network.base", onnx.toString())), "further");
        NetworkFile trained = NetworkFile.read(experiment.bestWeights());
        for (Tensor tensor : network.parameters()) {
            if (!Blueprint.isClassifier(tensor.name())) {
                assertArrayEquals(
                        tensor.floats(), trained.weights().tensor(tensor.name()).floats(), tensor.name());
            }
        }
        String log = Files.readString(experiment.folder().resolve("log.txt"));
        assertTrue(log.contains("base.onnx") && log.contains("ONNX"), log);
    }

    @Test
    void aMovingBodyLeavesTheBase() {
        Recipe moving = RecipeJson.change(recipe, Map.of("optimiser.restLearningRate", 1e-3));
        NetworkFile trained = NetworkFile.read(train(moving, "moving").bestWeights());
        float[] before = base.tensor("module.conv1_3x3_s2.weight").floats();
        float[] after = trained.weights().tensor("conv1_3x3_s2.weight").floats();
        float largest = 0;
        for (int i = 0; i < before.length; i++) {
            largest = Math.max(largest, Math.abs(before[i] - after[i]));
        }
        assertTrue(largest > 0 && largest < 0.1, "moved by " + largest);
    }

    @Test
    void batchNormsWithoutMomentumKeepTheBasesStatistics() {
        Recipe still =
                RecipeJson.change(recipe, Map.of("optimiser.restLearningRate", 1e-3, "network.batchNormMomentum", 0));
        NetworkFile trained = NetworkFile.read(train(still, "still").bestWeights());
        assertArrayEquals(
                base.tensor("module.conv1_3x3_s2_bn.running_mean").floats(),
                trained.weights().tensor("conv1_3x3_s2_bn.running_mean").floats());
    }

    @Test
    void aBaseOfAnotherNetworkIsRejectedBeforeAnExperimentIsMade() {
        Recipe other = RecipeJson.change(
                recipe,
                Map.of(
                        "network.name",
                        "se-resnet-50",
                        "network.colour",
                        "bgr",
                        "network.size",
                        32,
                        "network.resize",
                        32));
        Problem problem = assertThrows(Problem.class, () -> train(other, "other"));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains("conv1_7x7_s2.weight: weight missing"), problem.getMessage());
        assertFalse(Files.exists(folder.resolve("other")));
    }
}
