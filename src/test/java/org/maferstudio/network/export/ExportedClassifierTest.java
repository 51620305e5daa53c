package org.maferstudio.network.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.fixture.RandomNetworks;
import org.maferstudio.image.Kernel;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.EngineClassifier;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.input.InputContract;

@Tag("engine")
class ExportedClassifierTest {
    static Stream<Arguments> networks() {
        InputContract scaled = new InputContract(
                        45,
                        49,
                        Kernel.BILINEAR,
                        InputContract.Colour.RGB,
                        List.of(91.0, 104.0, 131.0),
                        1 / 255.0,
                        List.of("anger", "happiness", "fear"),
                        0.2,
                        1)
                .withScale(1 / 255.0, List.of(0.229, 0.224, 0.225));
        return Stream.of(
                Arguments.of("included", NetworkFile.read(Path.of("resources/gallery/fer2013-base-17.safetensors"))),
                Arguments.of("colour, scaled", RandomNetworks.of(NetworkSpec.of(NetworkSpec.SE_RESNET_18, 3), scaled)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void itClassifiesAsTheEngineDoesHoweverManyImages(String name, NetworkFile file) {
        try (Network network = file.open(ComputeEngine.load(1).device(DeviceChoice.of("cpu")));
                Classifier engine = new EngineClassifier(network, file.contract());
                Classifier runtime = new ExportedClassifier(file, 1)) {
            assertEquals(engine.contract(), runtime.contract());
            Random random = new Random(17);
            float[] packed = new float[3 * engine.packer().length()];
            for (int i = 0; i < packed.length; i++) {
                packed[i] = random.nextFloat() * 2 - 1;
            }
            for (int count : new int[] {0, 1, 3}) {
                List<Recognition> expected = engine.recognise(packed, count);
                List<Recognition> found = runtime.recognise(packed, count);
                assertEquals(count, found.size());
                for (int i = 0; i < count; i++) {
                    float largest = largest(expected.get(i).features());
                    assertArrayEquals(expected.get(i).features(), found.get(i).features(), 1e-5f * largest);
                    assertArrayEquals(
                            expected.get(i).probabilities(), found.get(i).probabilities(), 1e-5f);
                }
            }
        }
    }

    private static float largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return (float) largest;
    }
}
