package org.maferstudio.onnx;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Printable;
import org.maferstudio.texts.Texts;

/**
 * What an <a href="https://onnx.ai/onnx/repo-docs/IR.html">ONNX</a> file declares, read without running anything.
 *
 * <p>A file that is read is one network on images without loops, custom operators or text, whose shapes do not depend on
 * pixels (see {@link PixelDependence}), and whose stored values are where it says.
 *
 * @param path of the file
 * @param producer the program that wrote it, such as {@code pytorch 2.7.1}; empty if unknown
 * @param opset version of ONNX's operators
 * @param input the images: four dimensions, float32 or float16
 * @param outputs what it computes, at least one
 * @param metadata key and value pairs, such as this program's contract
 * @param nodes its operations, in the order of computation
 * @param tensors its stored values
 */
public record OnnxFile(
        Path path,
        String producer,
        long opset,
        OnnxValue input,
        List<OnnxValue> outputs,
        Map<String, String> metadata,
        List<OnnxNode> nodes,
        List<OnnxTensor> tensors) {
    /** The most that a file may have: protobuf's own limit. */
    static final long MOST_BYTES = Integer.MAX_VALUE;

    private static final int MOST_OUTPUTS = 64;
    private static final int IR_VERSION = 1;
    private static final int PRODUCER = 2;
    private static final int PRODUCER_VERSION = 3;
    private static final int GRAPH = 7;
    private static final int OPSET = 8;
    private static final int METADATA = 14;
    private static final int FUNCTIONS = 25;

    public OnnxFile {
        outputs = List.copyOf(outputs);
        metadata = Map.copyOf(metadata);
        nodes = List.copyOf(nodes);
        tensors = List.copyOf(tensors);
    }

    /** What its stored values take, in bytes. */
    public long weights() {
        return tensors.stream().mapToLong(OnnxTensor::bytes).sum();
    }

    /** The number of operations, with those of branches. */
    public int operations() {
        return OnnxNode.count(nodes);
    }

    /**
     * Reads what a file declares, and holds it to this.
     *
     * @throws Problem if it is damaged, no ONNX file, or asks for something that no network on images needs
     */
    public static OnnxFile read(Path file) {
        try (FileChannel channel = FileChannel.open(InputFile.of(file), StandardOpenOption.READ)) {
            return new Parts(file).read(channel);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The problem that a failed reading is. */
    static Problem unreadable(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return Problem.input(Texts.of("onnx.error.notFound", file), cause);
        }
        String why = Printable.line(String.valueOf(cause.getMessage()));
        String advice =
                cause instanceof MalformedOnnx malformed ? malformed.advice() : Texts.of("onnx.advice.complete");
        return Problem.input(Texts.of("onnx.error.file", file, why, advice), cause);
    }

    /** What has been read so far. */
    private static final class Parts {
        private final Path file;
        private final Map<String, String> metadata = new HashMap<>();
        private String producer = "";
        private String version = "";
        private long ir;
        private long opset;
        private GraphReader graphs;
        private ParsedGraph graph;

        Parts(Path file) {
            this.file = file;
        }

        OnnxFile read(FileChannel channel) throws IOException {
            if (channel.size() > MOST_BYTES) {
                throw new MalformedOnnx(
                        Texts.of("onnx.reason.large", channel.size() >> 20), Texts.of("onnx.advice.classifier"));
            }
            ProtobufReader reader = new ProtobufReader(channel);
            graphs = new GraphReader(reader);
            reader.fields(field -> {
                switch (field) {
                    case IR_VERSION -> ir = reader.number();
                    case PRODUCER -> producer = reader.text();
                    case PRODUCER_VERSION -> version = reader.text();
                    case GRAPH -> readGraph();
                    case OPSET -> readOpset(reader);
                    case METADATA -> {
                        String[] entry = MetadataEntry.read(reader);
                        metadata.put(entry[0], entry[1]);
                    }
                    case FUNCTIONS ->
                        throw new MalformedOnnx(Texts.of("onnx.reason.functions"), Texts.of("onnx.advice.standard"));
                    default -> {}
                }
            });
            return checked();
        }

        private void readGraph() throws IOException {
            if (graph != null) {
                throw new MalformedOnnx(Texts.of("onnx.reason.damaged"));
            }
            graph = graphs.read();
        }

        private void readOpset(ProtobufReader reader) throws IOException {
            String[] domain = {""};
            long[] number = {0};
            reader.message(field -> {
                if (field == 1) {
                    domain[0] = reader.text();
                } else if (field == 2) {
                    number[0] = reader.number();
                }
            });
            if (domain[0].isEmpty() || domain[0].equals("ai.onnx")) {
                opset = number[0];
            }
        }

        private OnnxFile checked() throws IOException {
            if (ir < 1 || graph == null || opset < 1) {
                throw new MalformedOnnx(Texts.of("onnx.reason.notOnnx"), Texts.of("onnx.advice.onnxFile"));
            }
            OnnxValue input = input();
            outputs();
            PixelDependence.check(graph);
            long weights = 0;
            for (OnnxTensor tensor : graphs.tensors()) {
                weights += tensor.bytes();
                if (weights > MOST_BYTES) {
                    throw new MalformedOnnx(
                            Texts.of("onnx.reason.weights", MOST_BYTES >> 20), Texts.of("onnx.advice.classifier"));
                }
                if (!tensor.external().isEmpty()) {
                    ExternalData.of(file, tensor);
                }
            }
            return new OnnxFile(
                    file,
                    Printable.line((producer + " " + version).strip()),
                    opset,
                    input,
                    graph.outputs(),
                    metadata,
                    graph.nodes(),
                    graphs.tensors());
        }

        private OnnxValue input() throws MalformedOnnx {
            if (graph.inputs().size() != 1) {
                throw new MalformedOnnx(
                        Texts.of("onnx.reason.inputs", graph.inputs().size()), Texts.of("onnx.advice.classifier"));
            }
            OnnxValue input = graph.inputs().get(0);
            if (input.shape().size() != 4 || !input.type().isUsable()) {
                throw new MalformedOnnx(
                        Texts.of("onnx.reason.input", Printable.line(input.name()), input.described()),
                        Texts.of("onnx.advice.input"));
            }
            return input;
        }

        private void outputs() throws MalformedOnnx {
            int count = graph.outputs().size();
            if (count == 0 || count > MOST_OUTPUTS) {
                throw new MalformedOnnx(Texts.of("onnx.reason.outputs", count), Texts.of("onnx.advice.classifier"));
            }
        }
    }
}
