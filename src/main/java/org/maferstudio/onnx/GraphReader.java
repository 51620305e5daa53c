package org.maferstudio.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maferstudio.onnx.OnnxValue.Dimension;
import org.maferstudio.texts.Printable;
import org.maferstudio.texts.Texts;

/** Reads graphs, with their branches, and refuses what no network on images contains. */
final class GraphReader {
    /** The most nodes, over all graphs; the largest public network of faces has a thousand. */
    static final int MOST_NODES = 50_000;
    /** The most values that a file names. */
    private static final int MOST_NAMES = 1_000_000;
    /** How deep branches may lie within each other; exporters write one, rarely two. */
    private static final int DEEPEST = 4;

    private static final int MOST_DIMENSIONS = 8;

    /** Names of ONNX's own operators. */
    private static final Set<String> STANDARD = Set.of("", "ai.onnx");

    /** Operators that repeat a graph as often as they like. */
    private static final Set<String> LOOPS = Set.of("Loop", "Scan", "SequenceMap");

    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_INPUT = 11;
    private static final int GRAPH_OUTPUT = 12;
    private static final int GRAPH_SPARSE = 15;

    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_OPERATOR = 4;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int NODE_DOMAIN = 7;

    private static final int ATTRIBUTE_NAME = 1;
    private static final int ATTRIBUTE_REAL = 2;
    private static final int ATTRIBUTE_NUMBER = 3;
    private static final int ATTRIBUTE_TENSOR = 5;
    private static final int ATTRIBUTE_GRAPH = 6;
    private static final int ATTRIBUTE_NUMBERS = 8;
    private static final int ATTRIBUTE_TENSORS = 10;
    private static final int ATTRIBUTE_GRAPHS = 11;
    private static final int ATTRIBUTE_SPARSE = 22;

    private final ProtobufReader reader;
    private final List<OnnxTensor> tensors = new ArrayList<>();
    private int nodes;
    private int names;
    private int depth;

    GraphReader(ProtobufReader reader) {
        this.reader = reader;
    }

    /** The stored tensors of the network's own graph. */
    List<OnnxTensor> tensors() {
        return tensors;
    }

    /** Reads the graph that the reader's current field holds. */
    ParsedGraph read() throws IOException {
        if (++depth > DEEPEST) {
            throw new MalformedOnnx(Texts.of("onnx.reason.depth", DEEPEST), advice());
        }
        List<OnnxNode> found = new ArrayList<>();
        List<OnnxValue> inputs = new ArrayList<>();
        List<OnnxValue> outputs = new ArrayList<>();
        Set<String> initializers = new HashSet<>();
        boolean own = depth == 1;
        reader.message(field -> {
            switch (field) {
                case GRAPH_NODE -> found.add(node());
                case GRAPH_INPUT -> inputs.add(value());
                case GRAPH_OUTPUT -> outputs.add(value());
                case GRAPH_INITIALIZER -> {
                    OnnxTensor tensor = StoredTensor.read(reader);
                    initializers.add(counted(tensor.name()));
                    if (own) {
                        tensors.add(tensor);
                    } else {
                        inside(tensor);
                    }
                }
                case GRAPH_SPARSE -> throw sparse();
                default -> {}
            }
        });
        depth--;
        // Older files list stored values among the inputs, too.
        inputs.removeIf(input -> initializers.contains(input.name()));
        return new ParsedGraph(found, inputs, outputs, initializers);
    }

    private OnnxNode node() throws IOException {
        if (++nodes > MOST_NODES) {
            throw new MalformedOnnx(Texts.of("onnx.reason.nodes", MOST_NODES), advice());
        }
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<ParsedGraph> subgraphs = new ArrayList<>();
        String[] operator = {"", ""};
        Map<String, List<Double>> attributes = new HashMap<>();
        reader.message(field -> {
            switch (field) {
                case NODE_INPUT -> inputs.add(counted(reader.text()));
                case NODE_OUTPUT -> outputs.add(counted(reader.text()));
                case NODE_OPERATOR -> operator[0] = reader.text();
                case NODE_DOMAIN -> operator[1] = reader.text();
                case NODE_ATTRIBUTE -> attribute(subgraphs, attributes);
                default -> {}
            }
        });
        if (!STANDARD.contains(operator[1])) {
            throw new MalformedOnnx(
                    Texts.of("onnx.reason.domain", Printable.line(operator[0]), Printable.line(operator[1])),
                    Texts.of("onnx.advice.standard"));
        }
        if (LOOPS.contains(operator[0])) {
            throw new MalformedOnnx(Texts.of("onnx.reason.loop", operator[0]), advice());
        }
        return new OnnxNode(operator[0], inputs, outputs, subgraphs, attributes);
    }

    private void attribute(List<ParsedGraph> subgraphs, Map<String, List<Double>> attributes) throws IOException {
        String[] name = {""};
        List<Double> numbers = new ArrayList<>();
        reader.message(field -> {
            switch (field) {
                case ATTRIBUTE_NAME -> name[0] = reader.text();
                case ATTRIBUTE_REAL -> numbers.add((double) reader.real());
                case ATTRIBUTE_NUMBER, ATTRIBUTE_NUMBERS -> reader.numbers(number -> add(numbers, number));
                case ATTRIBUTE_TENSOR, ATTRIBUTE_TENSORS -> inside(StoredTensor.read(reader));
                case ATTRIBUTE_GRAPH, ATTRIBUTE_GRAPHS -> subgraphs.add(read());
                case ATTRIBUTE_SPARSE, ATTRIBUTE_SPARSE + 1 -> throw sparse();
                default -> {}
            }
        });
        // Two attributes of one name would leave open which of them counts.
        if (OnnxNode.KEPT.contains(name[0]) && attributes.put(name[0], numbers) != null) {
            throw new MalformedOnnx(Texts.of("onnx.reason.damaged"));
        }
    }

    private static void add(List<Double> numbers, long number) {
        if (numbers.size() < MOST_DIMENSIONS) {
            numbers.add((double) number);
        }
    }

    /** Values of a node or a branch are in the file itself. */
    private static void inside(OnnxTensor tensor) throws IOException {
        if (!tensor.external().isEmpty()) {
            throw new MalformedOnnx(
                    Texts.of("onnx.reason.externalInNode", Printable.line(tensor.name())),
                    Texts.of("onnx.advice.oneFile"));
        }
    }

    private static MalformedOnnx sparse() {
        return new MalformedOnnx(Texts.of("onnx.reason.sparse"), Texts.of("onnx.advice.numbers"));
    }

    private OnnxValue value() throws IOException {
        String[] name = {""};
        long[] type = {0};
        List<Dimension> shape = new ArrayList<>();
        reader.message(field -> {
            if (field == 1) {
                name[0] = counted(reader.text());
            } else if (field == 2) {
                type(type, shape);
            }
        });
        OnnxType known = OnnxType.of(type[0])
                .filter(each -> each != OnnxType.STRING)
                .orElseThrow(() -> new MalformedOnnx(
                        Texts.of("onnx.reason.valueType", Printable.line(name[0])), Texts.of("onnx.advice.numbers")));
        return new OnnxValue(name[0], known, shape);
    }

    /** Type of a tensor: its elements in field 1 and its shape in field 2 of field 1. */
    private void type(long[] type, List<Dimension> shape) throws IOException {
        reader.message(kind -> {
            if (kind == 1) {
                reader.message(field -> {
                    if (field == 1) {
                        type[0] = reader.number();
                    } else if (field == 2) {
                        reader.message(each -> {
                            if (each == 1) {
                                shape.add(dimension());
                            }
                        });
                    }
                });
            }
        });
        if (shape.size() > MOST_DIMENSIONS) {
            throw new MalformedOnnx(Texts.of("onnx.reason.dimensions", shape.size()));
        }
    }

    private Dimension dimension() throws IOException {
        long[] size = {-1};
        String[] name = {""};
        reader.message(field -> {
            if (field == 1) {
                size[0] = reader.number();
                // Old exporters write 0 for what may have any size.
                if (size[0] < 0 || size[0] > Integer.MAX_VALUE) {
                    throw new MalformedOnnx(Texts.of("onnx.reason.dimension", size[0]));
                }
            } else if (field == 2) {
                name[0] = counted(reader.text());
            }
        });
        return new Dimension(size[0] == 0 ? -1 : size[0], Printable.line(name[0]));
    }

    private String counted(String name) throws IOException {
        if (++names > MOST_NAMES) {
            throw new MalformedOnnx(Texts.of("onnx.reason.names", MOST_NAMES), advice());
        }
        return name;
    }

    private static String advice() {
        return Texts.of("onnx.advice.classifier");
    }
}
