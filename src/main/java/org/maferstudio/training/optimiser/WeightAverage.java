package org.maferstudio.training.optimiser;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.maferstudio.network.architecture.NoGradients;
import org.maferstudio.network.architecture.Parameter;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/**
 * The exponential moving average of a network's weights and batch norm statistics over the steps of a training, as
 * PyTorch's {@code AveragedModel} with {@code use_buffers}: the first step is copied, and each later one moves the
 * average by {@code 1 - decay} of the way. So that the random weights of the start are soon forgotten, step n has at most
 * the decay {@code (1 + n) / (10 + n)}, as in TensorFlow's {@code ExponentialMovingAverage}.
 *
 * <p>It owns a copy of all parameters, which {@link #during} puts into the network for an evaluation.
 */
public final class WeightAverage implements AutoCloseable {
    private static final String STEPS = "average.step";
    private static final NDIndex ALL = new NDIndex("...");

    /** A parameter and its average. */
    private record Entry(Parameter parameter, NDArray average) {}

    private final double decay;
    private final NDManager manager;
    private final List<Entry> entries = new ArrayList<>();
    private long steps;

    /**
     * Creates an average that is the network itself until the first step.
     *
     * @param decay 0 to 1, not included
     * @param parameters all of the network, statistics among them
     * @param parent outlives the average
     */
    public WeightAverage(double decay, List<Parameter> parameters, NDManager parent) {
        this.decay = decay;
        this.manager = parent.newSubManager();
        manager.setName("average");
        NoGradients.run(() -> parameters.forEach(parameter ->
                entries.add(new Entry(parameter, manager.zeros(parameter.value().getShape())))));
    }

    /** Adds the weights after a step of the optimiser. */
    public void update() {
        float part = steps == 0 ? 1 : (float) (1 - Math.min(decay, (1.0 + steps) / (10 + steps)));
        steps++;
        NoGradients.run(() -> {
            for (Entry entry : entries) {
                try (NDArray difference = entry.parameter().value().sub(entry.average())) {
                    difference.muli(part);
                    entry.average().addi(difference);
                }
            }
        });
    }

    /** Runs something while the network has the averaged weights; before the first step, it has its own. */
    public <T> T during(Supplier<T> evaluation) {
        if (steps == 0) {
            return evaluation.get();
        }
        exchange();
        try {
            return evaluation.get();
        } finally {
            exchange();
        }
    }

    private void exchange() {
        NoGradients.run(() -> {
            for (Entry entry : entries) {
                NDArray value = entry.parameter().value();
                try (NDArray current = value.duplicate()) {
                    value.set(ALL, entry.average());
                    entry.average().set(ALL, current);
                }
            }
        });
    }

    /** The state on which the next update depends, besides the network. */
    public List<Tensor> state() {
        List<Tensor> tensors = new ArrayList<>(List.of(Tensor.ofLongs(STEPS, steps)));
        for (Entry entry : entries) {
            NDArray average = entry.average();
            tensors.add(Tensor.ofFloats(
                    name(entry), average.toFloatArray(), average.getShape().getShape()));
        }
        return tensors;
    }

    /**
     * Restores a state.
     *
     * @throws org.maferstudio.job.Problem if it is not the state of an average of such a network
     */
    public void load(WeightFile state) {
        steps = state.tensor(STEPS).longs()[0];
        NoGradients.run(() -> {
            for (Entry entry : entries) {
                float[] values = state.tensor(name(entry)).floats();
                try (NDArray source = manager.create(values, entry.average().getShape())) {
                    entry.average().set(ALL, source);
                }
            }
        });
    }

    private static String name(Entry entry) {
        return "average." + entry.parameter().name();
    }

    @Override
    public void close() {
        manager.close();
    }
}
