package org.maferstudio.network.check;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.Computation;
import org.maferstudio.network.architecture.NetworkSpec;

/** The layers of a network that differ in what the engine has to compute, at the shapes of one batch. */
final class LayerList {
    /** Images at most where a layer's kernel does not depend on their number. */
    private static final int FEW = 2;

    /** Values a channel at least in a batch norm: of two values, whatever they are, the input gradient is but rounding. */
    private static final long NORMALISED_VALUES = 32;

    /** Pixels a side at most where only their mean counts. */
    private static final long SMALL = 7;

    private static final int CLASSES = 7;

    private final Blueprint blueprint;
    private final Workload.Kind kind;
    private final int batch;
    private final Map<String, Layer> layers = new LinkedHashMap<>();

    /** What is checked in which way. */
    enum Operation {
        CONVOLUTION,
        OTHER
    }

    /**
     * One layer at its shapes.
     *
     * @param name of the layer and its shapes, for display
     * @param operation what it is
     * @param input {@code (N, C, H, W)}, or {@code (N, D)}
     * @param output the shape of what it computes
     * @param parameters the shape of each, by name
     * @param inputGradient whether a training needs the gradient of the input
     * @param compute the output of an input, which stays open
     */
    record Layer(
            String name,
            Operation operation,
            Shape input,
            Shape output,
            Map<String, Shape> parameters,
            boolean inputGradient,
            BiFunction<Computation, NDArray, NDArray> compute) {}

    private LayerList(Blueprint blueprint, Workload.Kind kind, int batch) {
        this.blueprint = blueprint;
        this.kind = kind;
        this.batch = batch;
    }

    /** Each layer once, those first that are known to crash on some processor. */
    static List<Layer> of(Workload workload, int batch) {
        NetworkSpec spec = workload.spec();
        LayerList list = new LayerList(Blueprint.of(spec), workload.kind(), batch);
        list.walk(new Shape(batch, spec.channels(), workload.height(), workload.width()));
        List<Layer> all = new ArrayList<>(list.layers.values());
        all.sort(Comparator.comparing(layer -> !layer.name().contains("stride 2")));
        return all;
    }

    private void walk(Shape input) {
        Shape x = normalised(blueprint.stem(), input);
        if (blueprint.pool()) {
            Shape pooled = new Shape(x.get(0), x.get(1), pooled(x.get(2)), pooled(x.get(3)));
            add(new Layer(
                    "max pooling",
                    Operation.OTHER,
                    few(x),
                    few(pooled),
                    Map.of(),
                    true,
                    (computation, values) -> Computation.pooled(values.mul(1))));
            x = pooled;
        }
        for (Blueprint.Block block : blueprint.blocks()) {
            Shape shortcut = x;
            for (Blueprint.Convolution convolution : block.path()) {
                x = normalised(convolution, x);
            }
            block.projection().ifPresent(convolution -> normalised(convolution, shortcut));
            gate(block.gate(), x);
        }
        add(new Layer(
                "mean of pixels",
                Operation.OTHER,
                few(x),
                few(x).slice(0, 2),
                Map.of(),
                true,
                (computation, values) -> Pool.globalAvgPool2d(values)));
        Map<String, Shape> classifier = Map.of(
                Blueprint.classifierWeight(), new Shape(CLASSES, blueprint.features()),
                Blueprint.classifierBias(), new Shape(CLASSES));
        Shape features = new Shape(batch, blueprint.features());
        Shape logits = new Shape(batch, CLASSES);
        add(new Layer("classifier", Operation.OTHER, features, logits, classifier, true, Computation::classified));
        add(same("log softmax", logits, Map.of(), (computation, values) -> values.logSoftmax(1)));
    }

    /** A convolution with its batch norm and ReLU. */
    private Shape normalised(Blueprint.Convolution c, Shape input) {
        Shape output = new Shape(input.get(0), c.out(), strided(input.get(2), c), strided(input.get(3), c));
        Map<String, Shape> parameters = new LinkedHashMap<>();
        parameters.put(c.name() + ".weight", new Shape(c.out(), c.in(), c.kernel(), c.kernel()));
        if (kind == Workload.Kind.INFERENCE) {
            // There the batch norm is folded into the convolution, see Inference.
            parameters.put(c.name() + ".bias", new Shape(c.out()));
        }
        add(new Layer(
                "convolution %dx%d, stride %d, %d to %d channels"
                        .formatted(c.kernel(), c.kernel(), c.stride(), c.in(), c.out()),
                Operation.CONVOLUTION,
                input,
                output,
                parameters,
                !c.equals(blueprint.stem()),
                (computation, values) -> computation.convolved(c, values)));
        Map<String, Shape> norm = new LinkedHashMap<>();
        for (String part : List.of(".weight", ".bias", ".running_mean", ".running_var")) {
            norm.put(c.norm() + part, new Shape(c.out()));
        }
        add(same("batch norm", enough(output), norm, (computation, values) -> computation.batchNorm(c, values)));
        add(same("ReLU", few(output), Map.of(), (computation, values) -> Computation.relu(values.mul(1))));
        return output;
    }

    private void gate(Blueprint.Gate gate, Shape x) {
        Map<String, Shape> parameters = new LinkedHashMap<>();
        parameters.put(gate.down() + ".weight", new Shape(gate.hidden(), gate.channels(), 1, 1));
        parameters.put(gate.down() + ".bias", new Shape(gate.hidden()));
        parameters.put(gate.up() + ".weight", new Shape(gate.channels(), gate.hidden(), 1, 1));
        parameters.put(gate.up() + ".bias", new Shape(gate.channels()));
        Shape small = new Shape(x.get(0), x.get(1), Math.min(SMALL, x.get(2)), Math.min(SMALL, x.get(3)));
        add(same(
                "squeeze and excitation",
                small,
                parameters,
                (computation, values) -> computation.gated(gate, values.mul(1))));
    }

    private static Layer same(
            String name,
            Shape shape,
            Map<String, Shape> parameters,
            BiFunction<Computation, NDArray, NDArray> compute) {
        return new Layer(name, Operation.OTHER, shape, shape, parameters, true, compute);
    }

    private void add(Layer layer) {
        String name = layer.name() + " of " + layer.input();
        layers.putIfAbsent(
                name,
                new Layer(
                        name,
                        layer.operation(),
                        layer.input(),
                        layer.output(),
                        layer.parameters(),
                        layer.inputGradient(),
                        layer.compute()));
    }

    private static Shape few(Shape shape) {
        return new Shape(Math.min(FEW, shape.get(0)), shape.get(1), shape.get(2), shape.get(3));
    }

    /** As many images as a channel's mean and variance need. */
    private static Shape enough(Shape shape) {
        long pixels = shape.get(2) * shape.get(3);
        long images = Math.max(FEW, (NORMALISED_VALUES + pixels - 1) / pixels);
        return new Shape(images, shape.get(1), shape.get(2), shape.get(3));
    }

    private static long strided(long side, Blueprint.Convolution c) {
        return (side + 2L * c.padding() - c.kernel()) / c.stride() + 1;
    }

    /** Windows of three, two apart, of which the last begins inside. */
    private static long pooled(long side) {
        long windows = (side - 3 + 1) / 2 + 1;
        return (windows - 1) * 2 >= side ? windows - 1 : windows;
    }
}
