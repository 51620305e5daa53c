package org.maferstudio.network.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.fixture.RandomNetworks;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.Outputs;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.export.NetworkFormat;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.onnx.OnnxNode;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;
import org.maferstudio.weights.WeightImport;

/**
 * Weights from ONNX files: those that {@code make_onnx_weights.py} exported from PyTorch, with the features that PyTorch
 * computes, and those of this program.
 */
class GraphMatchTest {
    private static final NetworkSpec NARROW = new NetworkSpec(NetworkSpec.SE_RESNET_50, 3, 4, 0.1);

    @TempDir
    private Path folder;

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(GraphMatchTest.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"named.onnx", "folded.onnx"})
    @Tag("engine")
    void featuresAreThoseThatPyTorchComputes(String name) {
        WeightFile oracle = Safetensors.read(resource("/org/maferstudio/network/narrow.safetensors"));
        NetworkWeights read = NetworkWeights.read(resource(name), NARROW.name());
        try (Network network =
                        Network.create(NARROW, 7, 1, ComputeEngine.load(1).device(DeviceChoice.CPU));
                NDManager batch = network.manager().newSubManager()) {
            assertTrue(network.load(read.weights()).complete());
            Tensor input = oracle.tensor("input");
            NDArray images = batch.create(
                    FloatBuffer.wrap(input.floats()),
                    new Shape(input.shape().stream().mapToLong(Long::longValue).toArray()));
            try (Outputs outputs = network.infer(images)) {
                assertArrayEquals(
                        oracle.tensor("features").floats(), outputs.features().toFloatArray(), 1e-4f);
                assertArrayEquals(
                        oracle.tensor("logits").floats(), outputs.logits().toFloatArray(), 1e-4f);
            }
        }
    }

    @Test
    void itIsSaidThatBatchNormsWereFolded() {
        assertEquals(
                List.of(),
                NetworkWeights.read(resource("named.onnx"), NARROW.name()).notes());
        List<String> notes =
                NetworkWeights.read(resource("folded.onnx"), NARROW.name()).notes();
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).contains("The batch norms of 53 convolutions were folded"), notes.get(0));
    }

    private static NetworkFile random(String name, int channels) {
        InputContract.Colour colour = channels == 1 ? InputContract.Colour.GREY : InputContract.Colour.RGB;
        List<Double> mean = Collections.nCopies(channels, 127.5);
        InputContract contract = new InputContract(
                48, 48, Kernel.BILINEAR, colour, mean, 0.02, List.of("anger", "fear", "sadness"), 0, 1);
        return RandomNetworks.of(new NetworkSpec(name, channels, 8, 0.1), contract);
    }

    private WeightImport exported(NetworkFile network) {
        Path file = folder.resolve("network.onnx");
        NetworkFormat.ONNX.write(network, file);
        return WeightImport.read(file);
    }

    /** The same file as from an exporter that numbers its arrays. */
    private static WeightImport unnamed(WeightImport file) {
        Map<String, String> names = new HashMap<>();
        List<Tensor> tensors = new ArrayList<>();
        file.weights().tensors().forEach((name, tensor) -> {
            names.put(name, "onnx::" + names.size());
            tensors.add(tensor.named(names.get(name)));
        });
        List<OnnxNode> nodes = file.nodes().stream()
                .map(node -> withInputs(
                        node,
                        node.inputs().stream()
                                .map(input -> names.getOrDefault(input, input))
                                .toList()))
                .toList();
        WeightFile weights = WeightFile.of(tensors, file.weights().metadata());
        return new WeightImport(file.format(), List.of(new WeightImport.Part("", "", weights)), nodes);
    }

    private static OnnxNode withInputs(OnnxNode node, List<String> inputs) {
        return new OnnxNode(node.operator(), inputs, node.outputs(), node.subgraphs(), node.attributes());
    }

    private static void assertSameParameters(NetworkFile expected, WeightFile actual) {
        for (Tensor parameter : expected.parameters()) {
            assertArrayEquals(
                    parameter.floats(), actual.tensor(parameter.name()).floats(), parameter.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"se-resnet-18, 1", "se-resnet-18, 3", "se-resnet-50, 3"})
    void anExportOfThisProgramHasTheSameWeightsAndContract(String name, int channels) {
        NetworkFile network = random(name, channels);
        WeightImport file = exported(network);
        assertEquals(Optional.empty(), NetworkWeights.ofUnnamed(file));
        assertSameParameters(network, file.weights());
        NetworkFile again = NetworkFile.of(file.weights()).orElseThrow();
        assertEquals(network.contract(), again.contract());
        assertEquals(network.spec(), again.spec());
    }

    @ParameterizedTest
    @CsvSource({"se-resnet-18, 1", "se-resnet-50, 3"})
    void layersWithoutNamesAreFoundByTheirOrder(String name, int channels) {
        NetworkFile network = random(name, channels);
        NetworkWeights found =
                NetworkWeights.ofUnnamed(unnamed(exported(network))).orElseThrow();
        assertSameParameters(network, found.weights());
        assertTrue(found.notes().get(0).startsWith("The weights have no names of " + name), found.notes()::toString);
    }

    @Test
    void aBatchNormWithAnotherEpsilonKeepsItsScale() throws NoMatch {
        NetworkFile network = random(NetworkSpec.SE_RESNET_18, 1);
        WeightImport file = exported(network);
        List<OnnxNode> nodes = file.nodes().stream()
                .map(node -> node.attributes().containsKey("epsilon") ? with(node, "epsilon", 1e-3) : node)
                .toList();
        GraphMatch.Match match = match(NetworkSpec.SE_RESNET_18, file, nodes);
        String variance = "conv2_1_3x3_first_bn.running_var";
        assertEquals(
                file.weights().tensor(variance).floats()[0] + 1e-3 - 1e-5,
                match.weights().tensor(variance).floats()[0],
                1e-7);
    }

    @Test
    void aStrideInAnotherLayerIsAnotherNetwork() {
        WeightImport file = exported(random(NetworkSpec.SE_RESNET_50, 3));
        List<OnnxNode> nodes = file.nodes().stream()
                .map(node -> switch (node.outputs().get(0)) {
                    case "conv3_1_1x1_reduce" -> with(node, "strides", 1);
                    case "conv3_1_3x3" -> with(node, "strides", 2);
                    default -> node;
                })
                .toList();
        NoMatch problem = assertThrows(NoMatch.class, () -> match(NetworkSpec.SE_RESNET_50, file, nodes));
        assertTrue(
                problem.getMessage()
                        .contains(
                                "[16, 32, 1, 1] with stride 1, but conv3_1_1x1_reduce has [16, 32, 1, 1] with stride 2"),
                problem.getMessage());
    }

    @Test
    void aMissingLayerAndOneTooManyAreNamed() {
        WeightImport file = exported(random(NetworkSpec.SE_RESNET_18, 1));
        List<OnnxNode> fewer = file.nodes().stream()
                .filter(node -> !node.outputs().get(0).startsWith("conv5"))
                .toList();
        assertReason("has only", file, fewer);
        List<OnnxNode> more = new ArrayList<>(file.nodes());
        more.add(file.nodes().get(file.nodes().size() - 1));
        assertReason("more than that network", file, more);
        assertReason("0 layers", file, List.of());
    }

    @Test
    void aProjectionThatReadsSomethingElseIsUnclear() {
        WeightImport file = exported(random(NetworkSpec.SE_RESNET_18, 1));
        List<OnnxNode> nodes = file.nodes().stream()
                .map(node -> node.outputs().get(0).equals("conv3_1_1x1_proj")
                        ? withInputs(node, List.of("elsewhere", node.inputs().get(1)))
                        : node)
                .toList();
        assertReason("it is unclear which of the layers from its layer 10 on is conv3_1_1x1_proj", file, nodes);
    }

    @Test
    void anotherNetworkIsRefusedWithOneSentenceThatNamesTheFirstLayer() {
        Path file = resource("folded.onnx");
        Problem problem = assertThrows(Problem.class, () -> NetworkWeights.read(file, NetworkSpec.SE_RESNET_18));
        assertTrue(
                problem.getMessage().contains("does not contain the network se-resnet-18: its layer 1 has weights"),
                problem.getMessage());
        assertTrue(problem.getMessage().contains("[4, 3, 7, 7] with stride 2"), problem.getMessage());
    }

    @Test
    void damagedOperationsAreMatchedOrRefused() throws IOException {
        byte[] sound = Files.readAllBytes(resource("folded.onnx"));
        int operations = 20_000;
        Random random = new Random(17);
        Path file = folder.resolve("damaged.onnx");
        int matched = 0;
        for (int i = 0; i < 300; i++) {
            byte[] start = Arrays.copyOf(sound, operations);
            start[random.nextInt(operations)] ^= (byte) (1 << random.nextInt(8));
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(start);
                out.write(sound, operations, sound.length - operations);
            }
            try {
                LoadReport report = LoadReport.of(
                        NARROW, 7, NetworkWeights.read(file, NARROW.name()).weights());
                matched += report.completeButClassifier() ? 1 : 0;
            } catch (Problem e) {
                assertEquals(Problem.Kind.INPUT, e.kind(), "damage " + i);
            }
        }
        assertTrue(matched > 0 && matched < 300, matched + " of 300 were matched");
    }

    private static void assertReason(String expected, WeightImport file, List<OnnxNode> nodes) {
        NoMatch problem = assertThrows(NoMatch.class, () -> match(NetworkSpec.SE_RESNET_18, file, nodes));
        assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    }

    private static GraphMatch.Match match(String name, WeightImport file, List<OnnxNode> nodes) throws NoMatch {
        return GraphMatch.of(name, GraphLayer.of(nodes, file.weights().tensors()), Map.of());
    }

    private static OnnxNode with(OnnxNode node, String attribute, double value) {
        Map<String, List<Double>> attributes = new HashMap<>(node.attributes());
        attributes.put(attribute, List.of(value, value));
        return new OnnxNode(node.operator(), node.inputs(), node.outputs(), node.subgraphs(), attributes);
    }
}
