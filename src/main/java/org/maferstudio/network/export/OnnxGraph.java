package org.maferstudio.network.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.maferstudio.weights.Tensor;

/**
 * A graph of <a href="https://github.com/onnx/onnx/blob/v1.12.0/onnx/onnx.proto">ONNX</a>: nodes that each make one
 * value, which has the node's name, and constants.
 */
final class OnnxGraph {
    // GraphProto
    private static final int NODE = 1;
    private static final int NAME = 2;
    private static final int INITIALIZER = 5;
    private static final int DOC_STRING = 10;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;

    /** FLOAT of TensorProto.DataType. */
    static final int FLOAT = 1;

    /** INT64 of TensorProto.DataType. */
    private static final int INT64 = 7;

    /** Kinds of AttributeProto.AttributeType. */
    private static final int FLOAT_ATTRIBUTE = 1;

    private static final int INT_ATTRIBUTE = 2;
    private static final int INTS_ATTRIBUTE = 7;

    private final ProtoMessage nodes = new ProtoMessage();
    private final ProtoMessage values = new ProtoMessage();

    /**
     * Adds a node.
     *
     * @param type an operator, such as {@code Conv}
     * @param name of the node and of its value
     * @param inputs names of values
     * @param attributes made by {@link #attribute}
     * @return its name
     */
    String node(String type, String name, List<String> inputs, ProtoMessage... attributes) {
        ProtoMessage node = new ProtoMessage();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, name).text(3, name).text(4, type);
        for (ProtoMessage attribute : attributes) {
            node.message(5, attribute);
        }
        nodes.message(NODE, node);
        return name;
    }

    /** An attribute with a whole number. */
    static ProtoMessage attribute(String name, int value) {
        return new ProtoMessage().text(1, name).number(3, value).number(20, INT_ATTRIBUTE);
    }

    /** An attribute with a real number. */
    static ProtoMessage attribute(String name, float value) {
        return new ProtoMessage().text(1, name).real(2, value).number(20, FLOAT_ATTRIBUTE);
    }

    /** An attribute with whole numbers. */
    static ProtoMessage attribute(String name, List<Integer> values) {
        ProtoMessage attribute = new ProtoMessage().text(1, name);
        values.forEach(value -> attribute.number(8, value));
        return attribute.number(20, INTS_ATTRIBUTE);
    }

    /**
     * Adds a constant in 32 bits a number, under the tensor's name.
     *
     * @return its name
     */
    String constant(Tensor tensor) {
        ProtoMessage value = new ProtoMessage();
        tensor.shape().forEach(length -> value.number(1, length));
        value.number(2, FLOAT).text(8, tensor.name());
        value.bytes(9, Float.BYTES * tensor.elements(), () -> tensor.single().data());
        values.message(INITIALIZER, value);
        return tensor.name();
    }

    /** Adds a constant of whole numbers in one dimension; returns its name. */
    String constant(String name, long... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(numbers);
        ProtoMessage value =
                new ProtoMessage().number(1, numbers.length).number(2, INT64).text(8, name);
        values.message(INITIALIZER, value.bytes(9, bytes.capacity(), bytes::duplicate));
        return name;
    }

    /**
     * What goes into a graph or comes out of it: 32-bit numbers.
     *
     * @param shape a name for a length that may vary, or a number
     */
    record Value(String name, List<String> shape, String description) {
        private ProtoMessage toProto() {
            ProtoMessage dimensions = new ProtoMessage();
            for (String length : shape) {
                boolean fixed = Character.isDigit(length.charAt(0));
                ProtoMessage dimension = new ProtoMessage();
                dimensions.message(1, fixed ? dimension.number(1, Long.parseLong(length)) : dimension.text(2, length));
            }
            ProtoMessage tensor = new ProtoMessage().number(1, FLOAT).message(2, dimensions);
            return new ProtoMessage()
                    .text(1, name)
                    .message(2, new ProtoMessage().message(1, tensor))
                    .text(3, description);
        }
    }

    /** The nodes and constants with an output, as fields that a graph gets in addition. */
    ProtoMessage added(Value output) {
        return new ProtoMessage().fields(nodes).fields(values).message(OUTPUT, output.toProto());
    }

    /** The finished graph. */
    ProtoMessage finished(String name, String description, List<Value> inputs, List<Value> outputs) {
        ProtoMessage graph = new ProtoMessage().fields(nodes).text(NAME, name).fields(values);
        graph.text(DOC_STRING, description);
        inputs.forEach(input -> graph.message(INPUT, input.toProto()));
        outputs.forEach(output -> graph.message(OUTPUT, output.toProto()));
        return graph;
    }
}
