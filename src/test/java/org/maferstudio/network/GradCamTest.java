package org.maferstudio.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.WeightFile;

/** Against PyTorch: {@code make_grad_cam.py} beside the fixture made the maps. */
@Tag("engine")
class GradCamTest {
    private static final NetworkSpec NARROW = new NetworkSpec(NetworkSpec.SE_RESNET_50, 3, 4, 0.1);
    private static final int CLASS = 3;

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(GradCamTest.class.getResource(name)).toURI());
    }

    private static ComputeDevice cpu() {
        return ComputeEngine.load(1).device(DeviceChoice.CPU);
    }

    @Test
    void mapsInTheMiddleAndAtTheEndAreThoseOfPyTorch() throws IOException, URISyntaxException {
        JsonObject expected = JsonParser.parseString(Files.readString(resource("grad_cam.json")))
                .getAsJsonObject();
        WeightFile fixture = Safetensors.read(resource("narrow.safetensors"));
        Network network = Network.create(NARROW, 7, 1, cpu());
        network.load(fixture);
        InputContract contract = contract(InputContract.Colour.RGB, List.of(0.0, 0.0, 0.0));
        try (GradCam gradCam = new GradCam(network, contract);
                NDManager batch = network.manager().newSubManager()) {
            NDArray input = batch.create(fixture.tensor("input").floats(), new Shape(2, 3, 33, 38));
            assertClose(expected.getAsJsonArray("block7"), gradCam.maps(input, CLASS, 7));
            assertClose(expected.getAsJsonArray("last"), gradCam.maps(input, CLASS, 16));
        }
    }

    private static InputContract contract(InputContract.Colour colour, List<Double> mean) {
        return new InputContract(
                48, 48, Kernel.BILINEAR, colour, mean, 0.01, LabelSet.fer2013().names(), 0, 1);
    }

    /** Adebayo et al., "Sanity checks for saliency maps", NeurIPS 2018. */
    @Test
    void withRandomWeightsTheMapsAreOthers() throws URISyntaxException {
        NetworkFile trained = NetworkFile.read(resource("/gallery/fer2013-base-17.safetensors"));
        double same = 0;
        double randomised = 0;
        int faces = 20;
        try (GradCam network = new GradCam(trained, cpu());
                GradCam other = new GradCam(Network.create(trained.spec(), 7, 18, cpu()), trained.contract())) {
            for (int i = 0; i < faces; i++) {
                RasterImage face =
                        DrawnFaces.draw(LabelSet.fer2013().expression(i % 7).orElseThrow(), i, i);
                double[] map = flat(network.of(face, CLASS));
                same += correlation(map, flat(network.of(face, CLASS))) / faces;
                randomised += correlation(map, flat(other.of(face, CLASS))) / faces;
            }
        }
        assertTrue(same > 0.9, "correlation " + same);
        assertTrue(Math.abs(randomised) < 0.3, "correlation " + randomised);
    }

    private static double[] flat(double[][] map) {
        return Arrays.stream(map).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double both = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        // A map without any positive part is like no other.
        return squaresA * squaresB == 0 ? 0 : both / Math.sqrt(squaresA * squaresB);
    }

    private static void assertClose(JsonArray expected, double[][][] found) {
        double[][][] maps = new Gson().fromJson(expected, double[][][].class);
        assertEquals(maps.length, found.length);
        for (int image = 0; image < maps.length; image++) {
            for (int row = 0; row < maps[image].length; row++) {
                assertArrayEquals(maps[image][row], found[image][row], 1e-5);
            }
        }
    }
}
