package org.maferstudio.training.optimiser;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.network.architecture.NoGradients;
import org.maferstudio.network.architecture.Parameter;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/**
 * Optimises a network's parameters in two groups: the classifier and the rest.
 *
 * <p>It owns the state of its rule, and can export and import it, so that a training can be resumed exactly.
 */
public final class Optimiser implements AutoCloseable {
    private static final String STEP = "step";

    /** A parameter and its state arrays. */
    private record Entry(Parameter parameter, List<NDArray> memory) {}

    private final UpdateRule rule;
    private final NDManager manager;
    private final List<Entry> entries = new ArrayList<>();
    private long steps;

    /**
     * Creates an optimiser, and starts recording gradients of its parameters.
     *
     * @param parameters to train, without statistics
     * @param parent outlives the optimiser
     */
    public Optimiser(UpdateRule rule, List<Parameter> parameters, NDManager parent) {
        this.rule = rule;
        this.manager = parent.newSubManager();
        manager.setName("optimiser");
        for (Parameter parameter : parameters) {
            parameter.value().setRequiresGradient(true);
            List<NDArray> memory = rule.memories().stream()
                    .map(name -> manager.zeros(parameter.value().getShape(), DataType.FLOAT32))
                    .toList();
            entries.add(new Entry(parameter, memory));
        }
    }

    /** Performs one step with the accumulated gradients, and resets them to 0. */
    public void step(double classifierRate, double restRate) {
        steps++;
        NoGradients.run(() -> {
            for (Entry entry : entries) {
                NDArray value = entry.parameter().value();
                double rate = entry.parameter().inClassifier() ? classifierRate : restRate;
                // The gradient is a handle that would otherwise stay open with the parameter's manager.
                try (NDArray gradient = value.getGradient()) {
                    rule.update(value, gradient, entry.memory(), rate, steps);
                }
                JniUtils.zeroGrad((PtNDArray) value);
            }
        });
    }

    /** The state on which the next step depends, besides parameters and rates. */
    public List<Tensor> state() {
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(Tensor.ofLongs(STEP, steps));
        for (Entry entry : entries) {
            for (int i = 0; i < entry.memory().size(); i++) {
                NDArray memory = entry.memory().get(i);
                tensors.add(Tensor.ofFloats(
                        name(entry, i), memory.toFloatArray(), memory.getShape().getShape()));
            }
        }
        return tensors;
    }

    /**
     * Restores a state.
     *
     * @throws org.maferstudio.job.Problem if it is not the state of such an optimiser
     */
    public void load(WeightFile state) {
        steps = state.tensor(STEP).longs()[0];
        NoGradients.run(() -> {
            for (Entry entry : entries) {
                for (int i = 0; i < entry.memory().size(); i++) {
                    NDArray memory = entry.memory().get(i);
                    float[] values = state.tensor(name(entry, i)).floats();
                    try (NDArray source = manager.create(values, memory.getShape())) {
                        memory.set(new NDIndex("..."), source);
                    }
                }
            }
        });
    }

    private String name(Entry entry, int memory) {
        return rule.memories().get(memory) + "." + entry.parameter().name();
    }

    /** The number of open arrays. */
    int liveArrays() {
        return manager.getManagedArrays().size();
    }

    @Override
    public void close() {
        manager.close();
    }
}
