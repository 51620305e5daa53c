package org.maferstudio.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.texts.Printable;
import org.maferstudio.texts.Texts;

/**
 * Makes sure that a network needs the same memory and time for every image, and fails for none: no shape and no branch
 * depends on the values of pixels, nothing divides whole numbers that do, and there are no loops. One checked run of a
 * batch then stands for all others of the same size.
 *
 * <p>Whatever is computed from the input depends on pixels, except its shape. The inputs that decide on a result's shape
 * are those of <a href="https://onnx.ai/onnx/operators/">ONNX's operators</a>.
 */
final class PixelDependence {
    private static final List<Integer> ALL = List.of(0, 1, 2, 3, 4, 5, 6, 7);

    /** The inputs whose values decide on the shape of the result, by operator. */
    private static final Map<String, List<Integer>> SHAPING = Map.ofEntries(
            Map.entry("AffineGrid", List.of(1)),
            Map.entry("BlackmanWindow", List.of(0)),
            Map.entry("CenterCropPad", List.of(1)),
            Map.entry("Col2Im", List.of(1, 2)),
            Map.entry("Compress", List.of(0, 1)),
            Map.entry("ConstantOfShape", List.of(0)),
            Map.entry("DFT", List.of(1, 2)),
            Map.entry("Expand", List.of(1)),
            Map.entry("HammingWindow", List.of(0)),
            Map.entry("HannWindow", List.of(0)),
            Map.entry("If", List.of(0)),
            Map.entry("ImageDecoder", ALL),
            Map.entry("MaxUnpool", List.of(1, 2)),
            Map.entry("MelWeightMatrix", ALL),
            Map.entry("NonMaxSuppression", ALL),
            Map.entry("NonZero", ALL),
            Map.entry("OneHot", List.of(1)),
            Map.entry("Pad", List.of(1, 3)),
            Map.entry("Range", ALL),
            Map.entry("Reshape", List.of(1)),
            Map.entry("Resize", List.of(1, 2, 3)),
            Map.entry("STFT", List.of(1, 3)),
            Map.entry("SequenceAt", List.of(1)),
            Map.entry("SequenceErase", List.of(1)),
            Map.entry("SequenceInsert", List.of(2)),
            Map.entry("Slice", List.of(1, 2, 3, 4)),
            Map.entry("Split", List.of(1)),
            Map.entry("SplitToSequence", List.of(1)),
            Map.entry("Squeeze", List.of(1)),
            Map.entry("StringSplit", ALL),
            Map.entry("Tile", List.of(1, 2)),
            Map.entry("TopK", List.of(1)),
            Map.entry("Unique", ALL),
            Map.entry("Unsqueeze", List.of(1)),
            Map.entry("Upsample", List.of(1)));

    private static final List<Integer> REDUCED_AXES = List.of(1);

    /** Their results are the same for all images of one size. */
    private static final Set<String> OF_SHAPE = Set.of("Shape", "Size");

    /** They make whole numbers of any numbers. */
    private static final Set<String> WHOLE =
            Set.of("ArgMax", "ArgMin", "CastLike", "DynamicQuantizeLinear", "QuantizeLinear", "TopK");

    /** Processors end a program that divides a whole number by 0. */
    private static final Set<String> DIVISIONS = Set.of("Div", "Mod");

    /** What is known of a value, from the best to the worst. */
    private enum Dependence {
        /** The same for all images of one size. */
        NONE,
        PIXELS,
        /** Depends on pixels, and may be whole numbers. */
        WHOLE_PIXELS
    }

    /** The graph around a branch; empty for the network's own. */
    private final Optional<PixelDependence> around;

    private final Map<String, Dependence> known = new HashMap<>();

    private PixelDependence(Optional<PixelDependence> around) {
        this.around = around;
    }

    /**
     * Checks a network's graph.
     *
     * @throws MalformedOnnx that names the first operation whose work depends on pixels, or that uses what is not
     *     computed before it
     */
    static void check(ParsedGraph graph) throws MalformedOnnx {
        new PixelDependence(Optional.empty()).graph(graph);
    }

    private void graph(ParsedGraph graph) throws MalformedOnnx {
        graph.initializers().forEach(name -> known.put(name, Dependence.NONE));
        graph.inputs().forEach(input -> known.put(input.name(), Dependence.PIXELS));
        for (OnnxNode node : graph.nodes()) {
            Dependence result = result(node, worst(node));
            node.outputs().forEach(name -> known.put(name, result));
        }
        for (OnnxValue output : graph.outputs()) {
            of(output.name());
        }
    }

    /** The worst of a node's inputs and branches. */
    private Dependence worst(OnnxNode node) throws MalformedOnnx {
        List<Integer> shaping =
                node.operator().startsWith("Reduce") ? REDUCED_AXES : SHAPING.getOrDefault(node.operator(), List.of());
        Dependence worst = Dependence.NONE;
        for (int i = 0; i < node.inputs().size(); i++) {
            Dependence input = of(node.inputs().get(i));
            boolean shapes = shaping.contains(i) && input != Dependence.NONE;
            boolean divides = DIVISIONS.contains(node.operator()) && input == Dependence.WHOLE_PIXELS;
            if (shapes || divides) {
                throw new MalformedOnnx(
                        Texts.of("onnx.reason.pixels", node.operator()), Texts.of("onnx.advice.classifier"));
            }
            worst = worse(worst, input);
        }
        for (ParsedGraph branch : node.subgraphs()) {
            PixelDependence inner = new PixelDependence(Optional.of(this));
            inner.graph(branch);
            for (OnnxValue output : branch.outputs()) {
                worst = worse(worst, inner.of(output.name()));
            }
        }
        return worst;
    }

    private static Dependence result(OnnxNode node, Dependence worst) {
        if (worst == Dependence.NONE || OF_SHAPE.contains(node.operator())) {
            return Dependence.NONE;
        }
        if (node.operator().equals("Cast")) {
            boolean real = OnnxType.of((long) node.number("to", 0))
                    .map(OnnxType::isUsable)
                    .orElse(false);
            return real ? Dependence.PIXELS : Dependence.WHOLE_PIXELS;
        }
        if (node.operator().equals("DequantizeLinear")) {
            return Dependence.PIXELS;
        }
        return WHOLE.contains(node.operator()) ? Dependence.WHOLE_PIXELS : worst;
    }

    private static Dependence worse(Dependence one, Dependence other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Dependence of(String name) throws MalformedOnnx {
        if (name.isEmpty()) {
            return Dependence.NONE;
        }
        Dependence found = known.get(name);
        if (found != null) {
            return found;
        }
        if (around.isEmpty()) {
            throw new MalformedOnnx(Texts.of("onnx.reason.order", Printable.line(name)));
        }
        return around.get().of(name);
    }
}
