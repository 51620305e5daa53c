package org.maferstudio.network.export;

import static org.maferstudio.network.export.OnnxGraph.attribute;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maferstudio.files.AtomicFile;
import org.maferstudio.files.OutputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.Computation;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.Tensor;

/**
 * A network as an ONNX file that needs nothing beside it: pixels in, features and logits out.
 *
 * <p>The graph computes what {@link Computation} does, node for node, in 32 bits a number. Nothing is folded: batch
 * norms stay, and the constants have the names of the parameters.
 */
public final class OnnxExport {
    /** The input: {@code (N, C, H, W)}, values 0 to 255. */
    public static final String PIXELS = "pixels";

    /** The values before the classifier: {@code (N, D)}. */
    public static final String FEATURES = "features";

    /** The output for each class: {@code (N, classes)}. */
    public static final String LOGITS = "logits";

    /** The version of the file format and of the operators: those of ONNX 1.10 of 2021 and of version 1.8 of 2020. */
    private static final int IR_VERSION = 8;

    private static final int OPSET = 13;

    /** The name of the length that may vary. */
    private static final String BATCH = "N";

    /** The largest message of Protocol Buffers, in bytes. */
    private static final long LARGEST = Integer.MAX_VALUE;

    private final NetworkFile file;
    private final OnnxGraph graph = new OnnxGraph();
    private final Map<String, Tensor> parameters = new HashMap<>();

    private OnnxExport(NetworkFile file) {
        this.file = file;
        file.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter));
    }

    /**
     * Writes the file atomically.
     *
     * @throws Problem if the weights do not match the network, or the file cannot be written
     */
    public static void write(NetworkFile network, Path file) {
        write(new OnnxExport(network).model(), file);
    }

    /**
     * The content of the file.
     *
     * @throws Problem if the weights do not match the network
     */
    public static byte[] bytes(NetworkFile network) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new OnnxExport(network).model().writeTo(Channels.newChannel(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** Writes a model, unless no program could read it. */
    static void write(ProtoMessage model, Path file) {
        if (model.size() > LARGEST) {
            throw Problem.input(Texts.of("network.export.error.tooLarge", file, model.size() >> 20));
        }
        AtomicFile.write(file, model::writeTo);
    }

    private ProtoMessage model() {
        ProtoMessage model = new ProtoMessage().number(1, IR_VERSION).text(2, OutputFile.PROGRAM);
        model.text(6, description());
        model.message(8, new ProtoMessage().text(1, "").number(2, OPSET));
        file.description()
                .forEach((name, value) ->
                        model.message(14, new ProtoMessage().text(1, name).text(2, value)));
        return model.message(7, graph());
    }

    private ProtoMessage graph() {
        Blueprint blueprint = Blueprint.of(file.spec());
        String x = relu(normalised(blueprint.stem(), standardised()));
        if (blueprint.pool()) {
            x = graph.node(
                    "MaxPool",
                    "pool1",
                    List.of(x),
                    attribute("kernel_shape", List.of(3, 3)),
                    attribute("strides", List.of(2, 2)),
                    // Where the last window reaches over the edge, it sees only what is there.
                    attribute("ceil_mode", 1));
        }
        for (Blueprint.Block block : blueprint.blocks()) {
            x = through(block, x);
        }
        String mean = graph.node("GlobalAveragePool", "pool5", List.of(x));
        graph.node("Flatten", FEATURES, List.of(mean), attribute("axis", 1));
        graph.node(
                "Gemm",
                LOGITS,
                List.of(FEATURES, constant(Blueprint.classifierWeight()), constant(Blueprint.classifierBias())),
                attribute("transB", 1));
        String size = Integer.toString(file.contract().size());
        List<String> input = List.of(BATCH, Integer.toString(file.spec().channels()), size, size);
        return graph.finished(
                file.spec().name(),
                description(),
                List.of(new OnnxGraph.Value(PIXELS, input, inputDescription())),
                List.of(
                        new OnnxGraph.Value(
                                LOGITS,
                                List.of(
                                        BATCH,
                                        Integer.toString(
                                                file.contract().labels().size())),
                                "One for each of " + file.contract().labels()
                                        + "; their softmax is the probabilities."),
                        new OnnxGraph.Value(
                                FEATURES,
                                List.of(BATCH, Integer.toString(blueprint.features())),
                                "The values before the classifier.")));
    }

    private String description() {
        return file.spec().name() + ", predicts the expression that a face shows: "
                + String.join(", ", file.contract().labels()) + ". Input " + PIXELS + ": " + inputDescription();
    }

    private String inputDescription() {
        InputContract contract = file.contract();
        String channels =
                switch (contract.colour()) {
                    case GREY -> "one channel, grey";
                    case GREY_AS_RGB -> "three channels, the same grey image in each";
                    case RGB -> "three channels, red first";
                    case BGR -> "three channels, blue first";
                };
        return String.format(
                Locale.ROOT,
                "N x C x H x W, pixel values 0 to 255, %s. The image is resized to %d x %d pixels (%s), and its central "
                        + "%d x %d pixels are cropped. Mean and scale are part of the network.",
                channels,
                contract.resize(),
                contract.resize(),
                contract.kernel().id(),
                contract.size(),
                contract.size());
    }

    /** The pixels less the mean, times scale over standard deviation. */
    private String standardised() {
        InputContract contract = file.contract();
        List<Double> mean = contract.mean();
        float[] factors = new float[mean.size()];
        boolean scaled = false;
        for (int i = 0; i < factors.length; i++) {
            double deviation = contract.std().isEmpty() ? 1 : contract.std().get(i);
            factors[i] = (float) (contract.scale() / deviation);
            scaled |= factors[i] != 1;
        }
        float[] means = new float[mean.size()];
        for (int i = 0; i < means.length; i++) {
            means[i] = mean.get(i).floatValue();
        }
        String centred = graph.node("Sub", "centred", List.of(PIXELS, channels("mean", means)));
        // A factor of one everywhere, as in the paper, would only cost time.
        return scaled ? graph.node("Mul", "standardised", List.of(centred, channels("scale", factors))) : centred;
    }

    private String channels(String name, float[] values) {
        return graph.constant(Tensor.ofFloats(name, values, 1, values.length, 1, 1));
    }

    private String through(Blueprint.Block block, String input) {
        String x = input;
        for (Blueprint.Convolution convolution : block.path()) {
            x = normalised(convolution, x.equals(input) ? x : relu(x));
        }
        String shortcut = block.projection()
                .map(projection -> normalised(projection, input))
                .orElse(input);
        String sum = graph.node("Add", x + "_sum", List.of(gated(block.gate(), x), shortcut));
        return relu(sum);
    }

    private String normalised(Blueprint.Convolution c, String input) {
        int pad = c.padding();
        String x = graph.node(
                "Conv",
                c.name(),
                List.of(input, constant(c.name() + ".weight")),
                attribute("kernel_shape", List.of(c.kernel(), c.kernel())),
                attribute("strides", List.of(c.stride(), c.stride())),
                attribute("pads", List.of(pad, pad, pad, pad)));
        List<String> inputs = new ArrayList<>(List.of(x));
        for (String part : List.of("weight", "bias", "running_mean", "running_var")) {
            inputs.add(constant(c.norm() + "." + part));
        }
        return graph.node("BatchNormalization", c.norm(), inputs, attribute("epsilon", Computation.EPSILON));
    }

    private String gated(Blueprint.Gate gate, String x) {
        String mean = graph.node("GlobalAveragePool", gate.down() + "_mean", List.of(x));
        String hidden = relu(withBias(gate.down(), mean));
        String open = graph.node("Sigmoid", gate.up() + "_open", List.of(withBias(gate.up(), hidden)));
        return graph.node("Mul", gate.up() + "_gated", List.of(x, open));
    }

    private String withBias(String name, String input) {
        return graph.node(
                "Conv",
                name,
                List.of(input, constant(name + ".weight"), constant(name + ".bias")),
                attribute("kernel_shape", List.of(1, 1)));
    }

    private String relu(String input) {
        return graph.node("Relu", input + "_relu", List.of(input));
    }

    private String constant(String parameter) {
        return graph.constant(parameters.get(parameter));
    }
}
