package org.maferstudio.onnx;

import java.util.List;
import java.util.Map;

/**
 * What a stored tensor declares.
 *
 * @param name its name
 * @param type of its elements
 * @param shape its dimensions; empty for a single number
 * @param bytes of its values
 * @param start where in the file it is declared, in bytes
 * @param external where its values are, if not in the file: {@code location}, {@code offset}, {@code length}; else empty
 */
public record OnnxTensor(
        String name, OnnxType type, List<Long> shape, long bytes, long start, Map<String, String> external) {
    public OnnxTensor {
        shape = List.copyOf(shape);
        external = Map.copyOf(external);
    }
}
