package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.network.architecture.NoGradients;
import org.maferstudio.network.architecture.Parameter;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.training.data.PackedBatch;
import org.maferstudio.training.loss.CrossEntropy;
import org.maferstudio.training.loss.RunningSums;
import org.maferstudio.training.optimiser.Optimiser;
import org.maferstudio.training.optimiser.UpdateRule;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/** Optimisers and losses against PyTorch 1.13, see {@code make_torch_oracles.py}. */
@Tag("engine")
class UpdateTest {
    @BeforeAll
    static void loadTheEngine() {
        ComputeEngine.load(1);
    }

    static Stream<TorchOracles.OptimiserCase> optimisers() {
        return TorchOracles.read().optimisers().stream();
    }

    static Stream<TorchOracles.LossCase> losses() {
        return TorchOracles.read().losses().stream();
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void everyOptimiserStepsAsPyTorchDoes(TorchOracles.OptimiserCase expected) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Parameter parameter = parameter("a.weight", expected, manager);
            try (Optimiser optimiser = optimiser(expected, parameter, manager)) {
                for (int step = 0; step < expected.gradients().size(); step++) {
                    step(optimiser, parameter, expected, step);
                    assertArrayEquals(
                            TorchOracles.floats(expected.after().get(step)),
                            parameter.value().toFloatArray(),
                            2e-6f);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void aSavedOptimiserContinuesBitForBit(TorchOracles.OptimiserCase expected) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Parameter one = parameter("a.weight", expected, manager);
            Parameter other = parameter("a.weight", expected, manager);
            WeightFile state;
            try (Optimiser through = optimiser(expected, one, manager);
                    Optimiser before = optimiser(expected, other, manager)) {
                for (int step = 0; step < expected.gradients().size(); step++) {
                    step(through, one, expected, step);
                }
                step(before, other, expected, 0);
                step(before, other, expected, 1);
                List<Tensor> tensors = before.state();
                state = WeightFile.of(tensors, Map.of());
            }
            try (Optimiser after = optimiser(expected, other, manager)) {
                after.load(state);
                for (int step = 2; step < expected.gradients().size(); step++) {
                    step(after, other, expected, step);
                }
            }
            assertArrayEquals(one.value().toFloatArray(), other.value().toFloatArray(), 0f);
        }
    }

    private static Parameter parameter(String name, TorchOracles.OptimiserCase expected, NDManager manager) {
        return new Parameter(
                name,
                Parameter.Role.WEIGHT,
                manager.create(TorchOracles.floats(expected.start())).duplicate());
    }

    private static Optimiser optimiser(TorchOracles.OptimiserCase expected, Parameter parameter, NDManager manager) {
        return new Optimiser(UpdateRule.of(expected.plan()), List.of(parameter), manager);
    }

    /** The derivative of the sum of parameter times constant is the constant. */
    private static void step(Optimiser optimiser, Parameter parameter, TorchOracles.OptimiserCase expected, int step) {
        try (NDManager batch = parameter.value().getManager().newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray wanted =
                    batch.create(TorchOracles.floats(expected.gradients().get(step)));
            collector.backward(wanted.mul(parameter.value()).sum());
        }
        optimiser.step(-1, expected.rates().get(step));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void lossesAndTheirGradientsAreThoseOfPyTorch(TorchOracles.LossCase expected) {
        CrossEntropy loss = new CrossEntropy(TorchOracles.floats(expected.weights()), expected.smoothing());
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray logits =
                    manager.create(TorchOracles.floats(expected.logits().get(0)), new Shape(5, 4));
            logits.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray mean = loss.of(logits, labelled(expected.labels().get(0)), manager);
                collector.backward(mean);
                assertEquals(expected.loss(), mean.getFloat(), 1e-5);
            }
            assertArrayEquals(
                    TorchOracles.floats(expected.gradient()),
                    logits.getGradient().toFloatArray(),
                    1e-6f);
        }
    }

    /** What {@code make_soft_labels.py} wrote with PyTorch 1.13. */
    record SoftCase(
            List<Double> weights,
            double smoothing,
            List<Double> logits,
            List<Double> shares,
            double loss,
            List<Double> gradient) {}

    static List<SoftCase> softLabels() throws IOException {
        try (Reader reader = new InputStreamReader(
                UpdateTest.class.getResourceAsStream("soft-labels.json"), StandardCharsets.UTF_8)) {
            return List.of(new Gson().fromJson(reader, SoftCase[].class));
        }
    }

    @ParameterizedTest
    @MethodSource("softLabels")
    void sharesOfClassesAreLearntAsPyTorchDoes(SoftCase expected) {
        CrossEntropy loss = new CrossEntropy(TorchOracles.floats(expected.weights()), expected.smoothing());
        PackedBatch packed =
                new PackedBatch(new float[0], new float[0], new int[5], TorchOracles.floats(expected.shares()));
        assertEquals(5, loss.weight(packed), "the mean is over images, whatever the classes weigh");
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray logits = manager.create(TorchOracles.floats(expected.logits()), new Shape(5, 4));
            logits.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray mean = loss.of(logits, packed, manager);
                collector.backward(mean);
                assertEquals(expected.loss(), mean.getFloat(), 1e-5);
            }
            assertArrayEquals(
                    TorchOracles.floats(expected.gradient()),
                    logits.getGradient().toFloatArray(),
                    1e-6f);
        }
    }

    private static PackedBatch labelled(List<Integer> labels) {
        return new PackedBatch(new float[0], TorchOracles.ints(labels));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void severalBatchesGatherTheGradientsOfOneStep(TorchOracles.LossCase expected) {
        CrossEntropy loss = new CrossEntropy(TorchOracles.floats(expected.weights()), expected.smoothing());
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray shared = manager.create(TorchOracles.floats(expected.shared()));
            shared.setRequiresGradient(true);
            for (int i = 0; i < 2; i++) {
                try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                    NDArray logits = manager.create(
                                    TorchOracles.floats(expected.logits().get(i)), new Shape(5, 4))
                            .add(shared);
                    collector.backward(
                            loss.of(logits, labelled(expected.labels().get(i)), manager)
                                    .div(2));
                }
            }
            assertArrayEquals(
                    TorchOracles.floats(expected.accumulated()),
                    shared.getGradient().toFloatArray(),
                    1e-6f);
        }
    }

    @Test
    void sumsAreExactWheneverTheyAreRead() {
        try (NDManager manager = NDManager.newBaseManager();
                RunningSums sums = new RunningSums(manager, RunningSums.Values.NONE)) {
            for (int i = 0; i < 3; i++) {
                NDArray logits = manager.create(new float[] {1, 0, 0, 1}, new Shape(2, 2));
                NoGradients.run(() -> sums.add(manager.create(0.1f), 3, logits, new int[] {0, 0}));
            }
            assertEquals(
                    new RunningSums.Values(3.0 * 0.1f * 3, 9, 3, 6).loss(),
                    sums.read().loss(),
                    1e-15);
            assertEquals(0.5, sums.read().accuracy());
            assertEquals(6, sums.read().images());
        }
    }
}
