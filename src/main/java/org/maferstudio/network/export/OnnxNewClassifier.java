package org.maferstudio.network.export;

import static org.maferstudio.network.export.OnnxGraph.attribute;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.maferstudio.network.onnx.OnnxContract;
import org.maferstudio.network.onnx.OnnxContract.Output;
import org.maferstudio.network.onnx.OnnxContract.Role;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.onnx.OnnxNode;
import org.maferstudio.onnx.OnnxTensor;
import org.maferstudio.onnx.OnnxValue;
import org.maferstudio.onnx.SingleFile;
import org.maferstudio.weights.Tensor;

/**
 * Gives an imported network a new classifier: a copy of its file, in which a linear layer on the features makes one more
 * output. The file's own operations stay as they are.
 */
public final class OnnxNewClassifier {
    private static final String NAME = "own_classes";

    private final OnnxFile network;
    private final OnnxContract contract;
    private final Output features;
    private final String name;

    /**
     * Nothing is written yet.
     *
     * @param contract of the network, which has an output with features
     */
    public OnnxNewClassifier(OnnxFile network, OnnxContract contract) {
        this.network = network;
        this.contract = contract;
        this.features = contract.features()
                .orElseThrow(() -> new IllegalArgumentException("a new classifier needs features, got " + contract));
        this.name = freeName(network);
    }

    /** The contract of the copy: its classes are those of the new layer. */
    public OnnxContract contract() {
        List<Output> outputs = new ArrayList<>(List.of(Output.of(name, Role.LOGITS)));
        contract.outputs().stream()
                .filter(each -> each.role() == Role.FEATURES || each.role() == Role.VALUES)
                .forEach(outputs::add);
        return new OnnxContract(contract.layout(), outputs);
    }

    /**
     * Writes the copy to a new file.
     *
     * @param weight of the layer, {@code (classes, features)}
     * @param bias one per class
     * @throws IOException if the file cannot be read or written
     */
    public void write(Tensor weight, Tensor bias, Path target) throws IOException {
        OnnxGraph graph = new OnnxGraph();
        String x = graph.node("Flatten", name + "_flat", List.of(features.name()), attribute("axis", 1));
        if (!features.columns().isEmpty()) {
            long[] columns = LongStream.range(
                            features.columns().get(0), features.columns().get(1))
                    .toArray();
            String places = graph.constant(name + "_columns", columns);
            x = graph.node("Gather", name + "_features", List.of(x, places), attribute("axis", 1));
        }
        // Where the network computes in 16 bits, the layer does not.
        x = graph.node("Cast", name + "_single", List.of(x), attribute("to", OnnxGraph.FLOAT));
        graph.node(
                "Gemm",
                name,
                List.of(x, graph.constant(weight.named(name + ".weight")), graph.constant(bias.named(name + ".bias"))),
                attribute("transB", 1));
        OnnxValue.Dimension batch = network.input().shape().get(0);
        String images = batch.isDynamic() ? "N" : Long.toString(batch.size());
        OnnxGraph.Value output = new OnnxGraph.Value(
                name, List.of(images, Long.toString(bias.elements())), "Logits of your own classes.");
        SingleFile.write(network, graph.added(output).toBytes(), target);
    }

    /** A name with which no name in the file begins. */
    private static String freeName(OnnxFile network) {
        TreeSet<String> taken = new TreeSet<>();
        taken.add(network.input().name());
        network.tensors().stream().map(OnnxTensor::name).forEach(taken::add);
        network.outputs().stream().map(OnnxValue::name).forEach(taken::add);
        for (OnnxNode node : network.nodes()) {
            taken.addAll(node.inputs());
            taken.addAll(node.outputs());
        }
        String free = NAME;
        for (int i = 2; startsAny(taken, free); i++) {
            free = NAME + i;
        }
        return free;
    }

    private static boolean startsAny(NavigableSet<String> names, String start) {
        String next = names.ceiling(start);
        return next != null && next.startsWith(start);
    }
}
