package org.maferstudio.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.network.architecture.BatchNormMode;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.NoGradients;
import org.maferstudio.network.architecture.Outputs;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

@Tag("engine")
class NetworkTest {
    private static final NetworkSpec TINY = new NetworkSpec(NetworkSpec.SE_RESNET_18, 1, 4, 0.1);
    private static final InputContract CONTRACT = new InputContract(
            24,
            28,
            Kernel.BILINEAR,
            InputContract.Colour.GREY,
            List.of(128.0),
            1 / 64.0,
            List.of("anger", "happiness", "neutral"),
            0.2,
            1);

    private static final ComputeEngine ENGINE = ComputeEngine.load(1);
    private static final ComputeDevice CPU = ENGINE.device(DeviceChoice.CPU);

    @TempDir
    private Path folder;

    @BeforeAll
    static void theEngineIsThere() {
        assertEquals("PyTorch", ENGINE.name());
    }

    private static float[] flat(Network network) {
        List<Float> all = new ArrayList<>();
        network.weights().tensors().values().forEach(tensor -> {
            for (float value : tensor.floats()) {
                all.add(value);
            }
        });
        float[] flat = new float[all.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = all.get(i);
        }
        return flat;
    }

    private static float[] noise(int length) {
        Random random = new Random(5);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] pass(Network network, BatchNormMode mode) {
        try (NDManager batch = network.manager().newSubManager();
                NDArray input = batch.create(noise(2 * 24 * 24), new Shape(2, 1, 24, 24));
                Outputs outputs = NoGradients.get(() -> network.forward(input, mode))) {
            return outputs.logits().toFloatArray();
        }
    }

    @ParameterizedTest(name = "{0} has {1} million parameters and {2} features")
    @CsvSource(
            textBlock =
                    """
                    se-resnet-18, 2.8,  256
                    se-resnet-18-fine, 0.7, 128
                    # 25.6 of ResNet-50 less its 1000 classes, plus the gates, as PyTorch counts make_reference.py's network
                    se-resnet-50, 26.1, 2048
                    """)
    void theUsualSizesAre(String name, double millions, int features) {
        NetworkSpec spec = NetworkSpec.of(name, 3);
        assertEquals(millions, spec.trainableCount(7) / 1e6, 0.05);
        assertEquals(features, spec.features());
    }

    @Test
    void theSameSeedGivesTheSameNetwork() {
        try (Network first = Network.create(TINY, 3, 17, CPU);
                Network second = Network.create(TINY, 3, 17, CPU);
                Network other = Network.create(TINY, 3, 18, CPU)) {
            assertArrayEquals(flat(first), flat(second));
            assertNotEquals(pass(first, BatchNormMode.INFERENCE)[0], pass(other, BatchNormMode.INFERENCE)[0]);
        }
    }

    @Test
    void anotherNumberOfClassesLeavesTheRestAsItIs() {
        try (Network three = Network.create(TINY, 3, 17, CPU);
                Network seven = Network.create(TINY, 7, 17, CPU)) {
            LoadReport report = three.load(seven.weights());
            assertEquals(List.of("classifier_1.weight", "classifier_1.bias"), report.otherShape());
            assertTrue(report.completeButClassifier());
            assertFalse(report.complete());
            assertEquals(
                    three.weights().tensor("conv5_2_3x3_second.weight"),
                    seven.weights().tensor("conv5_2_3x3_second.weight"));
        }
    }

    @Test
    void theReportNamesWhatIsMissingAndWhatIsLeftOut() {
        try (Network network = Network.create(TINY, 3, 17, CPU)) {
            Tensor stranger = Tensor.ofFloats("stranger", new float[] {1}, 1);
            Tensor bias = Tensor.ofFloats("classifier_1.bias", new float[] {1, 2, 3}, 3);
            LoadReport report = network.load(WeightFile.of(List.of(stranger, bias), Map.of()));
            assertEquals(List.of("classifier_1.bias"), report.read());
            assertEquals(List.of("stranger"), report.leftOut());
            assertEquals(network.parameters().size() - 1, report.missing().size());
            assertArrayEquals(
                    new float[] {1, 2, 3},
                    network.weights().tensor("classifier_1.bias").floats());
        }
    }

    @Test
    void inferenceLeavesTheRunningStatisticsAndTrainingMovesThem() {
        try (Network network = Network.create(TINY, 3, 17, CPU)) {
            float[] before = flat(network);
            pass(network, BatchNormMode.INFERENCE);
            assertArrayEquals(before, flat(network));
            pass(network, BatchNormMode.TRAINING);
            assertNotEquals(
                    0, network.weights().tensor("conv1_3x3_s2_bn.running_mean").floats()[0]);
        }
    }

    @Test
    void momentumZeroNeverMovesTheRunningStatistics() {
        try (Network network = Network.create(TINY.withBatchNormMomentum(0), 3, 17, CPU)) {
            float[] before = flat(network);
            pass(network, BatchNormMode.TRAINING);
            assertArrayEquals(before, flat(network));
        }
    }

    @Test
    void aPassLeavesNoArraysBehind() {
        try (Network network = Network.create(TINY, 3, 17, CPU)) {
            int before = network.manager().getManagedArrays().size();
            for (int i = 0; i < 3; i++) {
                pass(network, BatchNormMode.TRAINING);
                pass(network, BatchNormMode.INFERENCE);
            }
            assertEquals(before, network.manager().getManagedArrays().size());
        }
    }

    @Test
    void foldedBatchNormsGiveTheSameAnswers() {
        try (Network network = Network.create(TINY, 3, 17, CPU)) {
            for (int i = 0; i < 5; i++) {
                pass(network, BatchNormMode.TRAINING);
            }
            float[] expected = pass(network, BatchNormMode.INFERENCE);
            try (Classifier classifier = new EngineClassifier(network, CONTRACT)) {
                List<Recognition> answers = classifier.recognise(noise(2 * 24 * 24), 2);
                assertArrayEquals(
                        new float[] {expected[3], expected[4], expected[5]},
                        answers.get(1).logits(),
                        1e-5f);
            }
        }
    }

    @Test
    void aClassifierKeepsItsAnswersWhileTheNetworkChangesAndCloses() {
        Network network = Network.create(TINY, 3, 17, CPU);
        try (Classifier classifier = new EngineClassifier(network, CONTRACT)) {
            float[] before = classifier.recognise(noise(576), 1).get(0).logits();
            pass(network, BatchNormMode.TRAINING);
            network.close();
            assertArrayEquals(before, classifier.recognise(noise(576), 1).get(0).logits());
        }
    }

    @Test
    void aNetworkComesBackFromItsFileWithItsContract() {
        Path file = folder.resolve("best.safetensors");
        RasterImage image = new RasterImage(40, 30, 1, new byte[1200]);
        Recognition before;
        try (Network network = Network.create(TINY, 3, 17, CPU);
                Classifier classifier = new EngineClassifier(network, CONTRACT)) {
            NetworkFile.of(network, CONTRACT).write(file);
            before = classifier.recognise(List.of(image)).get(0);
        }
        try (Classifier classifier = EngineClassifier.open(file, CPU)) {
            assertEquals(CONTRACT, classifier.contract());
            Recognition after = classifier.recognise(List.of(image)).get(0);
            assertArrayEquals(before.probabilities(), after.probabilities());
            assertEquals(before.predicted(), after.predicted());
            assertEquals(32, after.features().length);
        }
    }

    @Test
    void weightsOfAnotherNetworkAreRejected() {
        Path file = folder.resolve("other.safetensors");
        try (Network network = Network.create(TINY, 3, 17, CPU)) {
            NetworkFile whole = NetworkFile.of(network, CONTRACT);
            Safetensors.write(
                    file,
                    WeightFile.of(
                            whole.weights().tensors().values().stream().skip(1).toList(),
                            whole.weights().metadata()));
        }
        assertThrows(Problem.class, () -> EngineClassifier.open(file, CPU));
    }

    @Test
    void aFileThatDoesNotSayWhatItHoldsIsRejected() {
        Path file = folder.resolve("bare.safetensors");
        try (Network network = Network.create(TINY, 3, 17, CPU)) {
            Safetensors.write(file, network.weights());
        }
        assertThrows(Problem.class, () -> EngineClassifier.open(file, CPU));
    }

    @Test
    void probabilitiesAddUpToOneEvenForHugeLogits() {
        float[] probabilities = Recognition.softmax(new float[] {1e30f, 1e30f, -1e30f});
        assertArrayEquals(new float[] {0.5f, 0.5f, 0}, probabilities);
    }

    @Test
    void nothingToRecogniseGivesNothing() {
        try (Network network = Network.create(TINY, 3, 17, CPU);
                Classifier classifier = new EngineClassifier(network, CONTRACT)) {
            assertEquals(Collections.emptyList(), classifier.recognise(List.of()));
        }
    }

    @Test
    void aCardThatIsNotThereIsNeverReplacedByTheProcessor() {
        Problem problem = assertThrows(Problem.class, () -> ENGINE.device(DeviceChoice.of("gpu:99")));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains("gpu:99"), problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"auto, auto", "cpu, cpu", "gpu, gpu:0", "gpu:2, gpu:2"})
    void devicesAreChosenByName(String text, String id) {
        assertEquals(id, DeviceChoice.of(text).id());
    }

    @ParameterizedTest
    @CsvSource({"tpu", "gpu:", "gpu:-1", "gpu:x", "GPU 0"})
    void aDeviceWithoutMeaningIsAProblem(String text) {
        assertThrows(Problem.class, () -> DeviceChoice.of(text));
    }
}
