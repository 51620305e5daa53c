package org.maferstudio.onnx;

import java.util.List;
import java.util.Set;

/**
 * A graph: that of the network, or a branch.
 *
 * @param nodes in the order of computation
 * @param inputs those without a stored value
 * @param outputs its results
 * @param initializers names of stored values
 */
public record ParsedGraph(
        List<OnnxNode> nodes, List<OnnxValue> inputs, List<OnnxValue> outputs, Set<String> initializers) {
    public ParsedGraph {
        nodes = List.copyOf(nodes);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        initializers = Set.copyOf(initializers);
    }
}
