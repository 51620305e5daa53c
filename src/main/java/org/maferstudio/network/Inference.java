package org.maferstudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maferstudio.network.architecture.BatchNormMode;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.Computation;
import org.maferstudio.network.architecture.Convolutions;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.NoGradients;
import org.maferstudio.network.architecture.Outputs;
import org.maferstudio.network.check.CheckedPlans;

/**
 * A snapshot of a network for inference: batch norms are folded into the preceding convolutions, which saves one pass
 * over the values for each. It owns its memory and can outlive the network.
 */
final class Inference implements AutoCloseable {
    private final NetworkSpec spec;
    private final NDManager manager;
    private final CheckedPlans plans;
    private final Map<String, NDArray> parameters;

    Inference(Network network) {
        this.spec = network.spec();
        this.manager = NDManager.newBaseManager(network.device().toDjl());
        manager.setName("inference");
        Map<String, NDArray> values = new LinkedHashMap<>();
        network.parameters().forEach(parameter -> values.put(parameter.name(), parameter.value()));
        this.plans = network.plans();
        this.parameters = NoGradients.get(() -> folded(values));
    }

    private Map<String, NDArray> folded(Map<String, NDArray> values) {
        Map<String, NDArray> folded = new LinkedHashMap<>();
        try (NDManager work = manager.newSubManager()) {
            for (Blueprint.Convolution convolution : Blueprint.of(spec).convolutions()) {
                fold(convolution, values, folded, work);
            }
        }
        values.forEach((name, value) -> {
            if (!folded.containsKey(name) && !Blueprint.isNorm(name)) {
                folded.put(name, attach(value.duplicate()));
            }
        });
        return folded;
    }

    /** {@code s (w x - mean) + offset = (s w) x + (offset - s mean)}, where s is the scale over the deviation. */
    private void fold(
            Blueprint.Convolution convolution,
            Map<String, NDArray> values,
            Map<String, NDArray> folded,
            NDManager work) {
        NDArray mean = copy(values.get(convolution.norm() + ".running_mean"), work);
        NDArray variance = copy(values.get(convolution.norm() + ".running_var"), work);
        NDArray scale = copy(values.get(convolution.norm() + ".weight"), work);
        NDArray offset = copy(values.get(convolution.norm() + ".bias"), work);
        NDArray factor = scale.div(variance.add(Computation.EPSILON).sqrt());
        NDArray weight = values.get(convolution.name() + ".weight").duplicate();
        weight.muli(factor.reshape(-1, 1, 1, 1));
        folded.put(convolution.name() + ".weight", attach(weight));
        folded.put(convolution.name() + ".bias", attach(offset.sub(mean.mul(factor))));
    }

    private static NDArray copy(NDArray value, NDManager owner) {
        NDArray copy = value.duplicate();
        copy.attach(owner);
        return copy;
    }

    private NDArray attach(NDArray array) {
        array.attach(manager);
        return array;
    }

    /** The owner of the weights; batches take sub-managers of it. */
    NDManager manager() {
        return manager;
    }

    /** Features and logits of {@code (N, C, H, W)}; both belong to the input's manager. */
    Outputs run(NDArray input) {
        spec.checkInput(input.getShape());
        Convolutions convolutions = plans.inference(input.getShape());
        Computation computation = new Computation(parameters, BatchNormMode.INFERENCE, 0, convolutions);
        return NoGradients.get(() -> {
            if (input.getDevice().isGpu()) {
                return computation.run(Blueprint.of(spec), input);
            }
            try (NDArray sorted = convolutions.sorted(input)) {
                return computation.run(Blueprint.of(spec), sorted);
            }
        });
    }

    @Override
    public void close() {
        manager.close();
    }
}
