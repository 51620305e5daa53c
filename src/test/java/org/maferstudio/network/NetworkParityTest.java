package org.maferstudio.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.maferstudio.network.architecture.BatchNormMode;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.Outputs;
import org.maferstudio.network.architecture.Parameter;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.WeightFile;

/** Against PyTorch, on a narrow network: {@code make_narrow.py} beside the fixture made it. */
@Tag("engine")
class NetworkParityTest {
    private static final NetworkSpec NARROW = new NetworkSpec(NetworkSpec.SE_RESNET_50, 3, 4, 0.1);

    private static final double TOLERANCE = 1e-4;

    /**
     * For gradients: batch norms over two images magnify rounding, so that the fixture's own float32 misses PyTorch's
     * float64 by 2.0e-4, and the kernels of other instruction sets miss the fixture by 1e-4 to 4.2e-4. Kernels that are
     * wrong miss it by 0.6 and more. TrainingStepTest holds gradients to 1e-5, with a larger batch.
     */
    private static final double TOLERANCE_OF_GRADIENTS = 5e-4;

    private final WeightFile fixture = Safetensors.read(resource("narrow.safetensors"));
    private Network network;

    private static Path resource(String name) {
        URL url = Objects.requireNonNull(NetworkParityTest.class.getResource(name));
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void loadTheNarrowNetwork() {
        ComputeEngine engine = ComputeEngine.load(1);
        network = Network.create(NARROW, 7, 1, engine.device(DeviceChoice.CPU));
        assertTrue(network.load(fixture).complete());
    }

    @AfterEach
    void closeIt() {
        network.close();
    }

    @Test
    void whatTheFileHasBesidesTheNetworkIsReported() {
        assertEquals(
                fixture.tensors().keySet().stream()
                        .filter(name -> !name.endsWith("num_batches_tracked"))
                        .count(),
                network.load(fixture).read().size()
                        + network.load(fixture).leftOut().size());
        assertTrue(network.load(fixture).leftOut().contains("input"));
    }

    @Test
    void featuresAndLogitsEqualPyTorchsInInferenceMode() {
        try (NDManager batch = network.manager().newSubManager();
                Outputs outputs = network.infer(input(batch))) {
            assertClose("features", outputs.features().toFloatArray());
            assertClose("logits", outputs.logits().toFloatArray());
        }
    }

    @Test
    void logitsStatisticsAndGradientsEqualPyTorchsInTrainingMode() {
        for (Parameter parameter : network.parameters()) {
            if (parameter.trainable()) {
                parameter.value().setRequiresGradient(true);
            }
        }
        try (NDManager batch = network.manager().newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            Outputs outputs = network.forward(input(batch), BatchNormMode.TRAINING);
            NDArray labels = batch.create(new long[] {2, 5});
            collector.backward(
                    Loss.softmaxCrossEntropyLoss().evaluate(new NDList(labels), new NDList(outputs.logits())));
            assertClose("train_logits", outputs.logits().toFloatArray());
        }
        int checked = 0;
        for (Parameter parameter : network.parameters()) {
            if (fixture.tensors().containsKey("grad." + parameter.name())) {
                try (NDArray gradient = parameter.value().getGradient()) {
                    assertClose("grad." + parameter.name(), gradient.toFloatArray(), TOLERANCE_OF_GRADIENTS);
                    checked++;
                }
            }
            if (fixture.tensors().containsKey("after." + parameter.name())) {
                assertClose("after." + parameter.name(), parameter.value().toFloatArray());
                checked++;
            }
        }
        assertEquals(6, checked);
    }

    private NDArray input(NDManager manager) {
        return manager.create(fixture.tensor("input").floats(), new Shape(2, 3, 33, 38));
    }

    private void assertClose(String expected, float[] actual) {
        assertClose(expected, actual, TOLERANCE);
    }

    /** Within a share of the largest value. */
    private void assertClose(String expected, float[] actual, double tolerance) {
        float[] values = fixture.tensor(expected).floats();
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertArrayEquals(values, actual, (float) (tolerance * largest), expected);
    }
}
