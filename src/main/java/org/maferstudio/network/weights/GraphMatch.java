package org.maferstudio.network.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.Blueprint.Convolution;
import org.maferstudio.network.architecture.Computation;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/**
 * Recognises a network in the operations of an ONNX file whose exporter has given the weights other names or has folded
 * batch norms into convolutions.
 *
 * <p>The layers are in the order of computation, block by block. Of a block's layers, the projection is the one that reads
 * what the first one reads; the others follow each other.
 */
final class GraphMatch {
    private static final List<String> NORM_PARTS = List.of("weight", "bias", "running_mean", "running_var");

    private final Map<String, Tensor> found = new LinkedHashMap<>();
    private int folded;

    private GraphMatch() {}

    /**
     * A network's weights under its own names.
     *
     * @param folded the number of convolutions into which a batch norm was folded: their batch norms only add the bias
     */
    record Match(WeightFile weights, int folded) {}

    /**
     * Finds a network.
     *
     * @param name of the network, such as {@code se-resnet-50}
     * @throws NoMatch that describes the first layer of another network
     */
    static Match of(String name, List<GraphLayer> layers, Map<String, String> metadata) throws NoMatch {
        GraphMatch match = new GraphMatch();
        match.network(name, layers);
        return new Match(new WeightFile(match.found, metadata), match.folded);
    }

    private void network(String name, List<GraphLayer> layers) throws NoMatch {
        Blueprint blueprint = blueprint(name, layers);
        convolution(blueprint.stem(), layers.get(0));
        int at = 1;
        for (Blueprint.Block block : blueprint.blocks()) {
            int end = at + block.path().size() + 2 + (block.projection().isPresent() ? 1 : 0);
            if (end > layers.size()) {
                throw new NoMatch(Texts.of("network.graph.few", layers.size()));
            }
            block(block, new ArrayList<>(layers.subList(at, end)));
            at = end;
        }
        if (layers.size() > at + 1) {
            throw new NoMatch(Texts.of("network.graph.many", layers.size()));
        }
        if (layers.size() == at + 1) {
            GraphLayer last = layers.get(at);
            long classes =
                    last.weight().shape().isEmpty() ? 0 : last.weight().shape().get(0);
            linear(Blueprint.classifierWeight(), Blueprint.classifierBias(), last, classes, blueprint.features());
        }
    }

    private static Blueprint blueprint(String name, List<GraphLayer> layers) throws NoMatch {
        if (layers.isEmpty()) {
            throw new NoMatch(Texts.of("network.graph.few", layers.size()));
        }
        List<Long> stem = layers.get(0).weight().shape();
        if (stem.size() != 4) {
            throw new NoMatch(Texts.of("network.graph.stem", stem));
        }
        try {
            NetworkSpec usual = NetworkSpec.of(name, NetworkSpec.COLOURS);
            return Blueprint.of(new NetworkSpec(
                    name, Math.toIntExact(stem.get(1)), Math.toIntExact(stem.get(0)), usual.batchNormMomentum()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new NoMatch(Texts.of("network.graph.stem", stem));
        }
    }

    private void block(Blueprint.Block block, List<GraphLayer> group) throws NoMatch {
        if (block.projection().isPresent()) {
            Convolution projection = block.projection().get();
            List<GraphLayer> candidates = group.stream()
                    .filter(layer -> layer.input().equals(group.get(0).input()))
                    .filter(layer -> layer.weight().shape().equals(shape(projection)))
                    .toList();
            if (candidates.size() != 1) {
                throw new NoMatch(
                        Texts.of("network.graph.projection", group.get(0).number(), projection.name()));
            }
            convolution(projection, candidates.get(0));
            group.remove(candidates.get(0));
        }
        int gate = block.path().size();
        for (int i = 0; i < gate; i++) {
            convolution(block.path().get(i), group.get(i));
        }
        String down = block.gate().down();
        String up = block.gate().up();
        long channels = block.gate().channels();
        long hidden = block.gate().hidden();
        linear(down + ".weight", down + ".bias", group.get(gate), hidden, channels);
        linear(up + ".weight", up + ".bias", group.get(gate + 1), channels, hidden);
    }

    private static List<Long> shape(Convolution c) {
        return List.of((long) c.out(), (long) c.in(), (long) c.kernel(), (long) c.kernel());
    }

    private void convolution(Convolution c, GraphLayer layer) throws NoMatch {
        boolean one = layer.norm().isPresent() != layer.bias().isPresent();
        if (!layer.weight().shape().equals(shape(c)) || layer.stride() != c.stride() || !one) {
            throw new NoMatch(Texts.of(
                    "network.graph.layer",
                    layer.number(),
                    layer.weight().shape(),
                    layer.stride(),
                    c.name(),
                    shape(c),
                    c.stride()));
        }
        put(c.name() + ".weight", layer.weight());
        List<Tensor> norm = layer.norm().isPresent()
                ? parts(layer.norm().get())
                : folded(layer.bias().get());
        for (int i = 0; i < NORM_PARTS.size(); i++) {
            if (norm.get(i).elements() != c.out()) {
                throw new NoMatch(Texts.of("network.graph.norm", layer.number()));
            }
            put(c.norm() + "." + NORM_PARTS.get(i), norm.get(i));
        }
    }

    /** The arrays of a batch norm for this program's epsilon. */
    private static List<Tensor> parts(GraphLayer.BatchNorm norm) {
        double more = norm.epsilon() - Computation.EPSILON;
        if (Math.abs(more) < 1e-9) {
            return norm.parts();
        }
        List<Tensor> parts = new ArrayList<>(norm.parts());
        float[] variance = parts.get(3).floats();
        for (int i = 0; i < variance.length; i++) {
            variance[i] += (float) more;
        }
        parts.set(3, Tensor.ofFloats("", variance, variance.length));
        return parts;
    }

    /** The batch norm that only adds. */
    private List<Tensor> folded(Tensor bias) {
        folded++;
        int channels = Math.toIntExact(bias.elements());
        return List.of(constant(1, channels), bias, constant(0, channels), constant(1 - Computation.EPSILON, channels));
    }

    private static Tensor constant(float value, int count) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return Tensor.ofFloats("", values, count);
    }

    private void linear(String weight, String bias, GraphLayer layer, long out, long in) throws NoMatch {
        boolean fits = StructureMatch.squeezed(layer.weight().shape()).equals(List.of(out, in))
                && layer.bias().filter(tensor -> tensor.elements() == out).isPresent()
                && layer.norm().isEmpty();
        if (!fits) {
            throw new NoMatch(Texts.of(
                    "network.graph.linear", layer.number(), layer.weight().shape(), weight, List.of(out, in)));
        }
        put(weight, layer.weight());
        put(bias, layer.bias().orElseThrow());
    }

    private void put(String name, Tensor tensor) {
        found.put(name, tensor.named(name));
    }
}
