package org.maferstudio.network.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.onnx.OnnxContract.Layout;
import org.maferstudio.network.onnx.OnnxContract.Output;
import org.maferstudio.network.onnx.OnnxContract.Role;

/** Against PyTorch: networks in the shapes of public ones. */
@Tag("engine")
class OnnxClassifierTest {
    private static List<Recognition> recognitions(String name, int count) {
        List<RasterImage> images =
                OnnxFixtures.images(count, OnnxFixtures.contract(name).input().size());
        try (OnnxClassifier classifier = OnnxFixtures.open(name)) {
            return classifier.recognise(images);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
            # network, output, tolerance
            grey64,     logits, 1e-5
            aligned112, logits, 1e-5
            heads64,    logits, 1e-5
            half64,     logits, 5e-3
            four48,     logits, 1e-5
            """)
    void logitsEqualPyTorchs(String name, String output, float tolerance) {
        float[][] expected = OnnxFixtures.oracle(name, output);
        List<Recognition> found = recognitions(name, expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], found.get(i).logits(), tolerance);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            heads64, 1e-5
            half64,  5e-3
            """)
    void featuresEqualPyTorchs(String name, float tolerance) {
        float[][] expected = OnnxFixtures.oracle(name, "features");
        List<Recognition> found = recognitions(name, expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], found.get(i).features(), tolerance);
        }
    }

    @Test
    void probabilitiesOfAKerasLikeNetworkAreKeptExactly() {
        float[][] expected = OnnxFixtures.oracle("keras48", "dense");
        List<Recognition> found = recognitions("keras48", expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], found.get(i).probabilities(), 1e-6f);
            for (int j = 0; j < expected[i].length; j++) {
                assertEquals(
                        Math.log(found.get(i).probabilities()[j]), found.get(i).logProbability(j), 1e-6);
            }
        }
    }

    @Test
    void classesAndValuesMayShareAnOutput() {
        float[][] expected = OnnxFixtures.oracle("mtl224", "output");
        List<Recognition> found = recognitions("mtl224", expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(
                    Arrays.copyOfRange(expected[i], 0, 8), found.get(i).logits(), 1e-5f);
            assertArrayEquals(
                    Arrays.copyOfRange(expected[i], 8, 10), found.get(i).values(), 1e-5f);
        }
    }

    @Test
    void namesOfValuesComeInTheOrderOfTheValues() {
        try (OnnxClassifier classifier = OnnxFixtures.open("heads64")) {
            assertEquals(List.of("valence", "arousal"), classifier.valueNames());
            assertTrue(classifier.hasFeatures());
        }
        try (OnnxClassifier classifier = OnnxFixtures.open("grey64")) {
            assertEquals(List.of(), classifier.valueNames());
            assertFalse(classifier.hasFeatures());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"grey64", "mtl224", "keras48", "heads64", "half64", "four48"})
    void aResultDoesNotDependOnTheNumberOfImages(String name) {
        List<Recognition> many = recognitions(name, 43);
        List<Recognition> few = recognitions(name, 5);
        assertEquals(43, many.size());
        for (int i = 0; i < few.size(); i++) {
            assertArrayEquals(few.get(i).probabilities(), many.get(i).probabilities(), 1e-4f);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            logits  | nhwc | LOGITS        | 7 | no such output
            dense   | nchw | PROBABILITIES | 7 | images of [3, 48, 48]
            dense   | nhwc | PROBABILITIES | 8 | has 7 columns
            dense   | nhwc | LOGITS        | 7 |
            """)
    void aContractThatDoesNotFitIsRefused(String output, String layout, Role role, int labels, String why) {
        StatedContract keras = OnnxFixtures.contract("keras48");
        List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h").subList(0, labels);
        OnnxContract other =
                new OnnxContract(layout.equals("nchw") ? Layout.NCHW : Layout.NHWC, List.of(Output.of(output, role)));
        if (why == null) {
            // Probabilities would be taken for logits: nothing can tell, which is why the contract is asked.
            open(keras, names, other).close();
            return;
        }
        Problem problem = assertThrows(Problem.class, () -> open(keras, names, other));
        assertTrue(problem.getMessage().contains(why), problem.getMessage());
    }

    @Test
    void logitsThatAreSaidToBeProbabilitiesAreRefused() {
        StatedContract grey = OnnxFixtures.contract("grey64");
        OnnxContract wrong = new OnnxContract(Layout.NCHW, List.of(Output.of("logits", Role.PROBABILITIES)));
        try (OnnxClassifier classifier = OnnxClassifier.open(
                OnnxFixtures.file("grey64"),
                grey.input(),
                wrong,
                ComputeEngine.load(1).device(DeviceChoice.CPU),
                Progress.NONE)) {
            Problem problem = assertThrows(Problem.class, () -> classifier.recognise(OnnxFixtures.images(1, 64)));
            assertTrue(problem.getMessage().contains("add up to"), problem.getMessage());
        }
    }

    private static OnnxClassifier open(StatedContract keras, List<String> labels, OnnxContract contract) {
        return OnnxClassifier.open(
                OnnxFixtures.file("keras48"),
                keras.input().withLabels(labels),
                contract,
                ComputeEngine.load(1).device(DeviceChoice.CPU),
                Progress.NONE);
    }
}
