package org.maferstudio.network.weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.onnx.OnnxNode;
import org.maferstudio.weights.Tensor;

/**
 * A convolution or linear layer of an ONNX file, with the batch norm that follows it.
 *
 * @param number its place among the layers in the order of computation, from 1
 * @param input name of the value that it reads
 * @param weight of shape {@code (out, in, H, W)} or {@code (out, in)}
 * @param bias empty without one
 * @param stride in both directions; 0 if they differ
 * @param norm empty without one
 */
record GraphLayer(
        int number, String input, Tensor weight, Optional<Tensor> bias, int stride, Optional<BatchNorm> norm) {
    /**
     * A batch norm in inference mode.
     *
     * @param parts scale, bias, mean and variance
     * @param epsilon that it adds to the variance
     */
    record BatchNorm(List<Tensor> parts, double epsilon) {}

    /** ONNX's own epsilon, where a file states none. */
    private static final double EPSILON = 1e-5;

    /** The layers whose weights are stored, in the order of computation. */
    static List<GraphLayer> of(List<OnnxNode> nodes, Map<String, Tensor> tensors) {
        List<GraphLayer> layers = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (OnnxNode node : nodes) {
            List<Optional<Tensor>> stored = node.inputs().stream()
                    .skip(1)
                    .map(name -> Optional.ofNullable(tensors.get(name)).filter(Tensor::isReal))
                    .toList();
            switch (node.operator()) {
                case "Conv", "Gemm" ->
                    weight(node, stored).ifPresent(weight -> {
                        places.put(node.outputs().get(0), layers.size());
                        Optional<Tensor> bias = stored.size() > 1 ? stored.get(1) : Optional.empty();
                        layers.add(new GraphLayer(
                                layers.size() + 1, node.inputs().get(0), weight, bias, stride(node), Optional.empty()));
                    });
                case "BatchNormalization" -> {
                    Integer place = node.inputs().isEmpty()
                            ? null
                            : places.get(node.inputs().get(0));
                    List<Tensor> parts =
                            stored.stream().flatMap(Optional::stream).toList();
                    if (place != null && parts.size() == 4) {
                        layers.set(
                                place,
                                layers.get(place).followedBy(new BatchNorm(parts, node.number("epsilon", EPSILON))));
                    }
                }
                default -> {}
            }
        }
        return layers;
    }

    private static Optional<Tensor> weight(OnnxNode node, List<Optional<Tensor>> stored) {
        if (stored.isEmpty() || stored.get(0).isEmpty() || node.outputs().isEmpty()) {
            return Optional.empty();
        }
        Tensor weight = stored.get(0).get();
        boolean columns = node.operator().equals("Gemm") && node.number("transB", 0) == 0;
        return columns ? transposed(weight) : Optional.of(weight);
    }

    private static Optional<Tensor> transposed(Tensor weight) {
        if (weight.shape().size() != 2) {
            return Optional.empty();
        }
        int rows = Math.toIntExact(weight.shape().get(0));
        int columns = Math.toIntExact(weight.shape().get(1));
        float[] values = weight.floats();
        float[] turned = new float[values.length];
        IntStream.range(0, values.length).forEach(i -> turned[i % columns * rows + i / columns] = values[i]);
        return Optional.of(Tensor.ofFloats(weight.name(), turned, columns, rows));
    }

    private static int stride(OnnxNode node) {
        List<Double> strides = node.attributes().getOrDefault("strides", List.of(1.0));
        return strides.stream().distinct().count() == 1 ? strides.get(0).intValue() : 0;
    }

    private GraphLayer followedBy(BatchNorm batchNorm) {
        return new GraphLayer(number, input, weight, bias, stride, Optional.of(batchNorm));
    }
}
