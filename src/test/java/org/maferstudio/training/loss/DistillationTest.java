package org.maferstudio.training.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.Outputs;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.recipe.TeacherConfig;
import org.maferstudio.training.TinyRecipe;
import org.maferstudio.training.TorchOracles;

/** Teachers whose class probabilities are learned, against PyTorch's {@code kl_div}; see {@code make_torch_oracles.py}. */
@Tag("engine")
class DistillationTest {
    private static final LabelSet LABELS = LabelSet.of(Expression.ANGER, Expression.FEAR, Expression.SADNESS);

    @TempDir
    private Path folder;

    static Stream<TorchOracles.DistillationCase> distillations() {
        return TorchOracles.read().distillations().stream();
    }

    private static ComputeDevice device() {
        return ComputeEngine.load(1).device(DeviceChoice.CPU);
    }

    @ParameterizedTest
    @MethodSource("distillations")
    void theDivergenceAndItsGradientAreThoseOfPyTorch(TorchOracles.DistillationCase expected) {
        TeacherConfig config = new TeacherConfig(
                TeacherConfig.Who.FILE, "", 0, TeacherConfig.Draws.SHARED, expected.weight(), expected.temperature());
        try (FrozenTeacher teacher = new FrozenTeacher(
                        Network.create(NetworkSpec.seResNet18(1).withWidth(4), 4, 1, device()), config);
                NDManager manager = NDManager.newBaseManager()) {
            NDArray student = manager.create(TorchOracles.floats(expected.student()), new Shape(5, 4));
            student.setRequiresGradient(true);
            NDArray target = manager.create(TorchOracles.floats(expected.teacher()), new Shape(5, 4));
            NDArray features = manager.zeros(new Shape(5, 2));
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray loss = teacher.loss(new Outputs(features, student), new Outputs(features, target));
                collector.backward(loss);
                assertEquals(expected.loss(), loss.getFloat(), 1e-5);
            }
            assertArrayEquals(
                    TorchOracles.floats(expected.gradient()),
                    student.getGradient().toFloatArray(),
                    1e-6f);
        }
    }

    private Path teacher(NetworkSpec spec, LabelSet labels) {
        Path file = folder.resolve("teacher.safetensors");
        try (Network network = Network.create(spec, labels.size(), 3, device())) {
            NetworkFile.of(network, recipe(Map.of()).network().contract(labels, List.of(0.0)))
                    .write(file);
        }
        return file;
    }

    private static Recipe recipe(Map<String, ?> changes) {
        return RecipeJson.change(TinyRecipe.on(DatasetSource.of("drawn")), changes);
    }

    private Recipe distilling(Path file, double lambda) {
        return recipe(Map.of(
                "network.width",
                4,
                "objective.teacher.who",
                "file",
                "objective.teacher.weights",
                file.toString(),
                "objective.teacher.lambda",
                lambda,
                "objective.teacher.distillation",
                1));
    }

    @Test
    void aWiderTeacherTeachesProbabilitiesButNotFeatures() {
        Path file = teacher(NetworkSpec.seResNet18(1).withWidth(8), LABELS);
        FrozenTeacher.of(distilling(file, 0), LABELS.names(), device())
                .orElseThrow()
                .close();
        Problem problem =
                assertThrows(Problem.class, () -> FrozenTeacher.of(distilling(file, 0.1), LABELS.names(), device()));
        assertTrue(problem.getMessage().contains("does not match the student"), problem.getMessage());
    }

    @Test
    void aTeacherOfOtherClassesCannotBeDistilled() {
        Path file = teacher(
                NetworkSpec.seResNet18(1).withWidth(4),
                LabelSet.of(Expression.FEAR, Expression.ANGER, Expression.SADNESS));
        Problem problem =
                assertThrows(Problem.class, () -> FrozenTeacher.of(distilling(file, 0), LABELS.names(), device()));
        assertTrue(problem.getMessage().contains("anger, fear, sadness"), problem.getMessage());
    }
}
