package org.maferstudio.network.onnx.file;

import java.util.List;

/**
 * One operation of a graph.
 *
 * @param operator such as {@code Conv}
 * @param inputs names of values; an empty name is an input that is left out
 * @param outputs names of values
 * @param subgraphs the branches of an {@code If}
 * @param type that a {@code Cast} converts to; 0 for other operators
 */
record ParsedNode(String operator, List<String> inputs, List<String> outputs, List<ParsedGraph> subgraphs, long type) {
    ParsedNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        subgraphs = List.copyOf(subgraphs);
    }
}
