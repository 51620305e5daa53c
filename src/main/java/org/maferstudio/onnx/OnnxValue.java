package org.maferstudio.onnx;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An input or output of a network, as declared.
 *
 * @param name its name
 * @param type of its elements
 * @param shape its dimensions; empty if the file declares none
 */
public record OnnxValue(String name, OnnxType type, List<Dimension> shape) {
    /**
     * One dimension.
     *
     * @param size at least 1; -1 if any size fits, or a size that the file does not declare
     * @param name such as {@code batch}; empty without one
     */
    public record Dimension(long size, String name) {
        /** Whether the size is open. */
        public boolean isDynamic() {
            return size < 0;
        }

        @Override
        public String toString() {
            return isDynamic() ? (name.isEmpty() ? "?" : name) : Long.toString(size);
        }
    }

    public OnnxValue {
        shape = List.copyOf(shape);
    }

    /** Type and shape, such as {@code float32 [batch, 3, 224, 224]}. */
    public String described() {
        return type.id() + " " + shape.stream().map(Dimension::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
