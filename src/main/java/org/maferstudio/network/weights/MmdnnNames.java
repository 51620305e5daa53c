package org.maferstudio.network.weights;

import java.util.LinkedHashMap;
import java.util.Map;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/**
 * The names that the converter MMdnn gives to the arrays of a layer: {@code weights} and {@code bias}, and {@code scale},
 * {@code bias}, {@code mean} and {@code var} of a batch norm. The published VGGFace2 networks came through it.
 */
final class MmdnnNames {
    private static final Map<String, String> NORM =
            Map.of("scale", "weight", "mean", "running_mean", "var", "running_var");

    private MmdnnNames() {}

    /** The same arrays under PyTorch's names; others keep theirs. */
    static WeightFile toPyTorch(WeightFile file) {
        Map<String, Tensor> renamed = new LinkedHashMap<>();
        file.tensors().forEach((name, tensor) -> {
            int dot = name.lastIndexOf('.') + 1;
            String layer = name.substring(0, dot);
            String part = name.substring(dot);
            boolean norm = file.tensors().containsKey(layer + "var");
            String usual = layer + (part.equals("weights") ? "weight" : norm ? NORM.getOrDefault(part, part) : part);
            renamed.put(usual, tensor.named(usual));
        });
        return new WeightFile(renamed, file.metadata());
    }
}
