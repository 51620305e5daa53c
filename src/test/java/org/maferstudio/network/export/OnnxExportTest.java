package org.maferstudio.network.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.maferstudio.network.export.ExportedNetworks.INCLUDED;
import static org.maferstudio.network.export.ExportedNetworks.assertClose;
import static org.maferstudio.network.export.ExportedNetworks.contract;
import static org.maferstudio.network.export.ExportedNetworks.exact;
import static org.maferstudio.network.export.ExportedNetworks.faces;
import static org.maferstudio.network.export.ExportedNetworks.pixels;
import static org.maferstudio.network.export.ExportedNetworks.variants;
import static org.maferstudio.network.export.ExportedNetworks.wide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.fixture.OtherProgram;
import org.maferstudio.fixture.RandomNetworks;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.EngineClassifier;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.export.ExportedNetworks.Exact;
import org.maferstudio.network.input.ContractJson;
import org.maferstudio.network.input.InputContract.Colour;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/** ONNX Runtime computes from exported files what the engine does. */
@Tag("engine")
class OnnxExportTest {
    private static final ComputeDevice CPU = ComputeEngine.load(1).device(DeviceChoice.CPU);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("network.onnx");
    }

    @Test
    void logitsOfTheIncludedNetworkInHalfPrecisionEqualTheEngines() {
        List<RasterImage> images = faces(100);
        List<Recognition> engine = classified(INCLUDED, images);
        OnnxOutputs outputs = OnnxOutputs.of(INCLUDED, file, pixels(INCLUDED.contract(), images));
        for (int i = 0; i < images.size(); i++) {
            assertClose(wide(engine.get(i).logits()), outputs.logits()[i]);
            assertClose(wide(engine.get(i).features()), outputs.features()[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("org.maferstudio.network.export.ExportedNetworks#variants")
    void logitsOfEveryVariantEqualThoseInDoublePrecision(NetworkFile network) {
        List<RasterImage> images = faces(7);
        double[][] exact = exact(network, images).logits();
        OnnxOutputs outputs = OnnxOutputs.of(network, file, pixels(network.contract(), images));
        for (int i = 0; i < images.size(); i++) {
            assertClose(exact[i], outputs.logits()[i]);
        }
    }

    /** Errors of two thousand features an image, as those of the logits are few and vary. */
    @Test
    void featuresOfTheLargeNetworkAreAsExactAsTheEngines() {
        NetworkFile network = RandomNetworks.of(NetworkSpec.seResNet50(), contract(64, Colour.BGR, 1));
        List<RasterImage> images = faces(2);
        Exact exact = exact(network, images);
        List<Recognition> engine = classified(network, images);
        OnnxOutputs outputs = OnnxOutputs.of(network, file, pixels(network.contract(), images));
        for (int i = 0; i < images.size(); i++) {
            double engineError = error(exact.features()[i], engine.get(i).features());
            double onnxError = error(exact.features()[i], outputs.features()[i]);
            assertTrue(onnxError < 2 * engineError, onnxError + " of the file, " + engineError + " of the engine");
            assertClose(exact.logits()[i], outputs.logits()[i]);
        }
    }

    /** The root of the mean square of the differences. */
    private static double error(double[] exact, float[] computed) {
        double squares = 0;
        for (int i = 0; i < exact.length; i++) {
            squares += (exact[i] - computed[i]) * (exact[i] - computed[i]);
        }
        return Math.sqrt(squares / exact.length);
    }

    @Test
    void onnxsOwnCheckerAcceptsEveryVariantAndReadsWhatItSays() {
        OtherProgram python = OtherProgram.python("onnx", "python3-onnx");
        List<Object> arguments = new ArrayList<>(List.of(resource("check_onnx.py")));
        for (NetworkFile network : variants().toList()) {
            Path variant = folder.resolve(arguments.size() + ".onnx");
            OnnxExport.write(network, variant);
            arguments.add(variant);
        }
        String checked = "ir 8 opset [('', 13)] MAFER Studio ('pixels', ['N', %d, %d, %d]) ('logits', ['N', %d])"
                + " ('features', ['N', %d]) pool1 %s ['mafer.network', 'mafer.input']";
        assertLinesMatch(
                List.of(
                        "se-resnet-18 " + checked.formatted(1, 44, 44, 7, 256, "None"),
                        "se-resnet-18 " + checked.formatted(3, 45, 45, 4, 256, "None"),
                        "se-resnet-18 " + checked.formatted(1, 33, 33, 4, 96, "None"),
                        "se-resnet-18-fine " + checked.formatted(1, 44, 44, 4, 64, "None"),
                        // Pooling has a last window that reaches over the edge: 24 pixels become 12, not 11.
                        "se-resnet-50 " + checked.formatted(3, 47, 47, 4, 128, "['N', 4, 12, 12]"),
                        "se-resnet-50 " + checked.formatted(1, 64, 64, 4, 512, "['N', 16, 16, 16]"),
                        "se-resnet-50 " + checked.formatted(3, 62, 62, 4, 256, "['N', 8, 15, 15]")),
                python.run(folder, arguments.toArray()).lines().toList());
    }

    @Test
    void theContractInTheFileIsThatOfTheNetwork() {
        OnnxExport.write(INCLUDED, file);
        Map<String, String> metadata = OnnxFile.read(file).metadata();
        assertEquals(
                INCLUDED.contract(),
                ContractJson.readContract(ContractJson.parse("input contract", metadata.get("mafer.input"))));
        assertEquals(
                INCLUDED.spec(), ContractJson.readSpec(ContractJson.parse("network", metadata.get("mafer.network"))));
    }

    @Test
    void weightsThatLackAnArrayAreRefusedAndNoFileIsLeft() {
        List<Tensor> tensors = new ArrayList<>(INCLUDED.weights().tensors().values());
        tensors.remove(3);
        NetworkFile network = NetworkFile.of(INCLUDED.spec(), INCLUDED.contract(), WeightFile.of(tensors, Map.of()));
        Problem problem = assertThrows(Problem.class, () -> OnnxExport.write(network, file));
        assertTrue(problem.getMessage().contains("1 missing"), problem.getMessage());
        assertArrayEquals(new String[0], folder.toFile().list());
    }

    private static Path resource(String name) {
        return Path.of("src/test/resources/org/maferstudio/network/export", name)
                .toAbsolutePath();
    }

    private static List<Recognition> classified(NetworkFile saved, List<RasterImage> images) {
        try (Network network = saved.open(CPU);
                Classifier classifier = new EngineClassifier(network, saved.contract())) {
            return classifier.recognise(images);
        }
    }
}
