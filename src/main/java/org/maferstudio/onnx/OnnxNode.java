package org.maferstudio.onnx;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One operation of a graph.
 *
 * @param operator such as {@code Conv}
 * @param inputs names of values; an empty name is an input that is left out
 * @param outputs names of values
 * @param subgraphs the branches of an {@code If}
 * @param attributes the numbers of the attributes {@link #KEPT}, by name, where they are stated
 */
public record OnnxNode(
        String operator,
        List<String> inputs,
        List<String> outputs,
        List<ParsedGraph> subgraphs,
        Map<String, List<Double>> attributes) {
    /** What a {@code Cast} converts to, and what decides on how a layer uses its weights. */
    static final Set<String> KEPT = Set.of("to", "strides", "transB", "epsilon");

    public OnnxNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        subgraphs = List.copyOf(subgraphs);
        attributes = Map.copyOf(attributes);
    }

    /** How many these are, with those in their branches. */
    static int count(List<OnnxNode> nodes) {
        int count = nodes.size();
        for (OnnxNode node : nodes) {
            for (ParsedGraph branch : node.subgraphs()) {
                count += count(branch.nodes());
            }
        }
        return count;
    }

    /** The number of an attribute, or another one if it is not stated. */
    public double number(String attribute, double otherwise) {
        List<Double> numbers = attributes.getOrDefault(attribute, List.of());
        return numbers.isEmpty() ? otherwise : numbers.get(0);
    }
}
