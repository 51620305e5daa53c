package org.maferstudio.weights;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * What a weight file holds.
 *
 * @param tensors by name, in the file's order
 * @param metadata free texts by name
 */
public record WeightFile(Map<String, Tensor> tensors, Map<String, String> metadata) {
    public WeightFile {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tensors.forEach((name, tensor) -> {
            if (!name.equals(tensor.name())) {
                throw new IllegalArgumentException("the tensor " + tensor.name() + " stands under the name " + name);
            }
        });
    }

    /** These tensors, each under its own name. */
    public static WeightFile of(Collection<Tensor> tensors, Map<String, String> metadata) {
        Map<String, Tensor> byName = new LinkedHashMap<>();
        for (Tensor tensor : tensors) {
            if (byName.put(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException("the tensor " + tensor.name() + " is there twice");
            }
        }
        return new WeightFile(byName, metadata);
    }

    /**
     * The tensor of this name.
     *
     * @throws Problem if there is none
     */
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw Problem.input(Texts.of("weights.file.error.noTensor", name));
        }
        return tensor;
    }
}
