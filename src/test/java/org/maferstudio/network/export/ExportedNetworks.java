package org.maferstudio.network.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.expression.Expression;
import org.maferstudio.fixture.RandomNetworks;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.architecture.BatchNormMode;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.Computation;
import org.maferstudio.network.architecture.Convolutions;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.NoGradients;
import org.maferstudio.network.architecture.Outputs;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputContract.Colour;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.weights.Tensor;

/** Networks to export, what they are given, and what they should compute. */
final class ExportedNetworks {
    /** A compact network that is included with the program, in half precision. */
    static final NetworkFile INCLUDED = NetworkFile.read(Path.of("resources/gallery/fer2013-base-17.safetensors"));

    /** As a share of an image's largest value. */
    private static final double TOLERANCE = 1e-5;

    private static final List<String> LABELS = List.of("anger", "happiness", "neutral", "fear");

    private ExportedNetworks() {}

    static InputContract contract(int size, Colour colour, double scale, Double... std) {
        List<Double> mean = List.of(91.4953, 103.8827, 131.0912).subList(0, colour.channels());
        InputContract contract =
                new InputContract(size, size + 4, Kernel.BILINEAR, colour, mean, scale, LABELS, 0.2, 1);
        return contract.withScale(scale, List.of(std));
    }

    /** All networks, other widths, odd sizes, every kind of colours, with and without scale and standard deviations. */
    static Stream<NetworkFile> variants() {
        return Stream.of(
                INCLUDED,
                of(NetworkSpec.SE_RESNET_18, 32, contract(45, Colour.RGB, 1 / 255.0, 0.229, 0.224, 0.225)),
                of(NetworkSpec.SE_RESNET_18, 12, contract(33, Colour.GREY, 1 / 64.0)),
                of(NetworkSpec.SE_RESNET_18_FINE, 8, contract(44, Colour.GREY, 1 / 64.0)),
                of(NetworkSpec.SE_RESNET_50, 4, contract(47, Colour.BGR, 1)),
                of(NetworkSpec.SE_RESNET_50, 16, contract(64, Colour.GREY, 1 / 64.0)),
                of(NetworkSpec.SE_RESNET_50, 8, contract(62, Colour.GREY_AS_RGB, 1, 60.0, 60.0, 60.0)));
    }

    static NetworkFile of(String name, int width, InputContract contract) {
        return RandomNetworks.of(new NetworkSpec(name, contract.colour().channels(), width, 0.1), contract);
    }

    static List<RasterImage> faces(int count) {
        List<RasterImage> images = new ArrayList<>();
        Expression[] all = Expression.values();
        for (int i = 0; i < count; i++) {
            images.add(DrawnFaces.draw(all[i % 7], i, 17));
        }
        return images;
    }

    /** The values that an exported network is given: as packed, but neither centred nor scaled. */
    static float[][] pixels(InputContract contract, List<RasterImage> images) {
        List<Double> zeros = contract.mean().stream().map(mean -> 0.0).toList();
        InputPacker packer = new InputPacker(contract.withMean(zeros).withScale(1, List.of()));
        return images.stream().map(packer::pack).toArray(float[][]::new);
    }

    /**
     * What a network computes in 64 bits a number.
     *
     * @param logits an array an image
     * @param features the same
     */
    @SuppressWarnings("ArrayRecordComponent") // as the engine gives them
    record Exact(double[][] logits, double[][] features) {}

    /** Computes features and logits of images in 64 bits a number. */
    static Exact exact(NetworkFile file, List<RasterImage> images) {
        ComputeEngine.load(1);
        InputPacker packer = new InputPacker(file.contract());
        Exact exact = new Exact(new double[images.size()][], new double[images.size()][]);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            Map<String, NDArray> parameters = new HashMap<>();
            for (Tensor tensor : file.parameters()) {
                long[] shape = tensor.shape().stream().mapToLong(size -> size).toArray();
                parameters.put(
                        tensor.name(),
                        manager.create(tensor.floats(), new Shape(shape)).toType(DataType.FLOAT64, false));
            }
            Computation computation = new Computation(parameters, BatchNormMode.INFERENCE, 0, Convolutions.PLAIN);
            int size = file.contract().size();
            for (int i = 0; i < images.size(); i++) {
                NDArray input = manager.create(
                                packer.pack(images.get(i)),
                                new Shape(1, file.spec().channels(), size, size))
                        .toType(DataType.FLOAT64, false);
                try (Outputs outputs = NoGradients.get(() -> computation.run(Blueprint.of(file.spec()), input))) {
                    exact.logits()[i] = outputs.logits().toDoubleArray();
                    exact.features()[i] = outputs.features().toDoubleArray();
                }
            }
        }
        return exact;
    }

    static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }

    static void assertClose(double[] expected, float[] actual) {
        assertTrue(distance(expected, actual) < TOLERANCE, () -> "differs by " + distance(expected, actual));
    }

    /** The largest difference as a share of the largest value. */
    static double distance(double[] expected, float[] actual) {
        assertEquals(expected.length, actual.length);
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
        }
        return difference / largest;
    }
}
