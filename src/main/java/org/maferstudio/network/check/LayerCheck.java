package org.maferstudio.network.check;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.network.Network;
import org.maferstudio.network.architecture.BatchNormMode;
import org.maferstudio.network.architecture.Computation;
import org.maferstudio.network.architecture.Convolutions;
import org.maferstudio.network.architecture.NoGradients;
import org.maferstudio.network.check.LayerList.Layer;

/**
 * Computes layers in float32 and again in float64, which other kernels of the engine compute, and compares: the output
 * and, for a training, the gradients of the input and of every parameter.
 *
 * <p>A convolution's batch consists of multiples of one image, and so do the gradients that come back to it: then the
 * float64 results of that image say what those of the whole batch are, at a fraction of the time.
 */
final class LayerCheck {
    private static final int SEED = 17;
    private static final double MOMENTUM = 0.1;

    private final Convolutions convolutions;
    private final boolean training;
    private final NDManager manager;

    /** Checks on the CPU; what is computed belongs to sub-managers of this one. */
    LayerCheck(Convolutions convolutions, Workload.Kind kind, NDManager manager) {
        this.convolutions = convolutions;
        this.training = kind == Workload.Kind.TRAINING;
        this.manager = manager;
        manager.getEngine().setRandomSeed(SEED);
    }

    /**
     * The largest difference of a layer's results, as a share of the largest value of the same result; NaN where
     * something is not a number.
     */
    double error(Layer layer) {
        try (NDManager work = manager.newSubManager()) {
            Map<String, NDArray> parameters = new LinkedHashMap<>();
            layer.parameters().forEach((name, shape) -> {
                // Scaled as for a training, so that a gate stays between open and closed.
                long inputs = Math.max(1, shape.size() / shape.get(0));
                NDArray drawn = work.randomNormal(shape).div(Math.sqrt((double) inputs));
                parameters.put(name, name.endsWith("running_var") ? drawn.abs() : drawn);
            });
            return layer.operation() == LayerList.Operation.CONVOLUTION
                    ? ofMultiples(layer, parameters, work)
                    : ofAll(layer, parameters, work);
        }
    }

    private double ofAll(Layer layer, Map<String, NDArray> parameters, NDManager work) {
        NDArray x = work.randomNormal(layer.input());
        NDArray gradient = work.randomNormal(layer.output());
        List<NDArray> exact = exact(layer, parameters, x, gradient);
        List<NDArray> results = results(layer, computation(parameters, convolutions), x, gradient);
        double largest = 0;
        for (int i = 0; i < exact.size(); i++) {
            largest = worse(largest, difference(results.get(i), exact.get(i)));
        }
        return largest;
    }

    private double ofMultiples(Layer layer, Map<String, NDArray> parameters, NDManager work) {
        long copies = layer.input().get(0);
        NDArray x = work.randomNormal(with(1, layer.input()));
        NDArray gradient = work.randomNormal(with(1, layer.output()));
        NDArray factors = work.randomUniform(0.5f, 1.5f, new Shape(copies, 1, 1, 1, 1));
        NDArray gradientFactors = work.randomUniform(0.5f, 1.5f, new Shape(copies, 1, 1, 1, 1));
        // A bias is no multiple of anything, and is added behind.
        List<NDArray> exact = exact(layer, unbiased(parameters), x, gradient);
        List<NDArray> results = results(
                layer,
                computation(parameters, convolutions),
                multiples(x, factors),
                multiples(gradient, gradientFactors));
        NDArray output = multiples(exact.get(0), factors);
        double largest = difference(results.get(0), output);
        if (!training) {
            return worse(largest, difference(results.get(1), output.add(bias(parameters))));
        }
        int next = 1;
        if (layer.inputGradient()) {
            largest = worse(largest, difference(results.get(1), multiples(exact.get(1), gradientFactors)));
            next = 2;
        }
        NDArray all = exact.get(next).mul(factors.mul(gradientFactors).sum());
        return worse(largest, difference(results.get(next), all));
    }

    private static Map<String, NDArray> unbiased(Map<String, NDArray> parameters) {
        Map<String, NDArray> rest = new LinkedHashMap<>(parameters);
        rest.keySet().removeIf(name -> name.endsWith(".bias"));
        return rest;
    }

    /** The bias of a convolution, {@code (1, C, 1, 1)}. */
    private static NDArray bias(Map<String, NDArray> parameters) {
        return parameters.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".bias"))
                .map(entry -> entry.getValue().reshape(1, -1, 1, 1))
                .findFirst()
                .orElseThrow();
    }

    /** The values of each image times each factor, {@code (copies * images, ...)}. */
    private static NDArray multiples(NDArray values, NDArray factors) {
        Shape one = values.getShape();
        NDArray all = values.expandDims(0).mul(factors);
        return all.reshape(with(factors.getShape().get(0) * one.get(0), one));
    }

    private static Shape with(long images, Shape shape) {
        return new Shape(images).addAll(shape.slice(1));
    }

    private List<NDArray> exact(Layer layer, Map<String, NDArray> parameters, NDArray x, NDArray gradient) {
        Computation computation = computation(exactly(parameters), Convolutions.PLAIN);
        List<NDArray> results =
                results(layer, computation, x.toType(DataType.FLOAT64, true), gradient.toType(DataType.FLOAT64, true));
        return results.stream()
                .map(result -> result.toType(DataType.FLOAT32, true))
                .toList();
    }

    private static Map<String, NDArray> exactly(Map<String, NDArray> parameters) {
        Map<String, NDArray> exact = new LinkedHashMap<>();
        parameters.forEach((name, value) -> exact.put(name, value.toType(DataType.FLOAT64, true)));
        return exact;
    }

    private Computation computation(Map<String, NDArray> parameters, Convolutions how) {
        return new Computation(parameters, training ? BatchNormMode.TRAINING : BatchNormMode.INFERENCE, MOMENTUM, how);
    }

    /** The output, and then the gradients of the input and the parameters; without gradients what {@link #inferred} says. */
    private List<NDArray> results(Layer layer, Computation computation, NDArray x, NDArray gradient) {
        if (!training) {
            return NoGradients.get(() -> inferred(layer, computation, x));
        }
        if (layer.inputGradient()) {
            x.setRequiresGradient(true);
        }
        Map<String, NDArray> parameters = computation.parameters();
        parameters.forEach((name, value) -> value.setRequiresGradient(!name.contains("running_")));
        List<NDArray> results = new ArrayList<>();
        try (GradientCollector collector = x.getManager().getEngine().newGradientCollector()) {
            NDArray y = layer.compute().apply(computation, x);
            collector.backward(y.mul(gradient).sum());
            results.add(y);
        }
        if (layer.inputGradient()) {
            results.add(x.getGradient());
        }
        parameters.forEach((name, value) -> results.add(name.contains("running_") ? value : value.getGradient()));
        return results;
    }

    /**
     * The output as {@link Network#infer} computes it, and as {@link Inference} does: there the channels of the input may
     * lie side by side, and a convolution has the bias of its batch norm.
     */
    private static List<NDArray> inferred(Layer layer, Computation computation, NDArray x) {
        Computation plain = layer.operation() == LayerList.Operation.CONVOLUTION
                ? new Computation(
                        unbiased(computation.parameters()),
                        computation.mode(),
                        computation.momentum(),
                        computation.convolutions())
                : computation;
        NDArray sorted =
                layer.input().dimension() == 4 ? computation.convolutions().sorted(x) : x;
        NDArray y = layer.compute().apply(plain, x);
        return List.of(y, layer.compute().apply(computation, sorted));
    }

    private static double difference(NDArray result, NDArray exact) {
        return NoGradients.get(() -> {
            float largest = exact.abs().max().getFloat();
            float off = result.sub(exact).abs().max().getFloat();
            return largest == 0 ? off : off / (double) largest;
        });
    }

    /** The larger one, and NaN if one is NaN. */
    private static double worse(double one, double other) {
        return Math.max(one, other);
    }
}
