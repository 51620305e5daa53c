package org.maferstudio.network.architecture;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.Map;

/**
 * One forward pass through a blueprint.
 *
 * <p>Each step closes what it alone has used. Where gradients are recorded, PyTorch keeps what it needs for the way
 * back; all else is freed at once, as Python's reference counts would. Every array comes from the input, never from a
 * parameter, so it belongs to the input's manager and dies with the batch.
 *
 * @param parameters by name; where those of a batch norm are missing, they are folded into its convolution
 * @param mode how batch norms behave
 * @param momentum of the batch norms, in PyTorch's sense
 * @param convolutions how they are computed
 */
public record Computation(
        Map<String, NDArray> parameters, BatchNormMode mode, double momentum, Convolutions convolutions) {
    public static final float EPSILON = 1e-5f;

    /** Channels that oneDNN's kernels take at once on processors with AVX-512; narrower ones divide it. */
    private static final int LANES = 16;

    private static final Shape TWO = new Shape(2, 2);
    private static final Shape ONE = new Shape(1, 1);
    private static final Shape NONE = new Shape(0, 0);

    /** {@code (N, C, H, W)} to features {@code (N, D)} and logits {@code (N, classes)}; the input stays open. */
    public Outputs run(Blueprint blueprint, NDArray input) {
        return after(blueprint, maps(blueprint, input, 0), 0);
    }

    /** {@code (N, C, H, W)} to the maps that the block of an index receives; the input stays open. */
    public NDArray maps(Blueprint blueprint, NDArray input, int block) {
        NDArray x = relu(normalised(blueprint.stem(), input));
        if (blueprint.pool()) {
            x = pooled(x);
        }
        for (Blueprint.Block each : blueprint.blocks().subList(0, block)) {
            x = through(each, x);
        }
        return x;
    }

    /** The maps that the block of an index receives, which are closed, to features and logits. */
    public Outputs after(Blueprint blueprint, NDArray maps, int block) {
        NDArray x = maps;
        for (Blueprint.Block each :
                blueprint.blocks().subList(block, blueprint.blocks().size())) {
            x = through(each, x);
        }
        try (NDArray last = x) {
            NDArray features = Pool.globalAvgPool2d(last);
            return new Outputs(features, classified(features));
        }
    }

    /** The classifier: features {@code (N, D)} to logits {@code (N, classes)}. */
    public NDArray classified(NDArray features) {
        return Linear.linear(
                        features,
                        parameters.get(Blueprint.classifierWeight()),
                        parameters.get(Blueprint.classifierBias()))
                .singletonOrThrow();
    }

    private NDArray through(Blueprint.Block block, NDArray input) {
        NDArray x = normalised(block.path().get(0), input);
        for (Blueprint.Convolution convolution :
                block.path().subList(1, block.path().size())) {
            try (NDArray active = relu(x)) {
                x = normalised(convolution, active);
            }
        }
        NDArray sum = gated(block.gate(), x);
        try (input) {
            if (block.projection().isPresent()) {
                try (NDArray shortcut = normalised(block.projection().get(), input)) {
                    sum.addi(shortcut);
                }
            } else {
                sum.addi(input);
            }
        }
        return relu(sum);
    }

    /** Convolution and batch norm; the input stays open. */
    private NDArray normalised(Blueprint.Convolution c, NDArray input) {
        if (!parameters.containsKey(c.norm() + ".weight")) {
            return convolved(c, input);
        }
        try (NDArray x = convolved(c, input)) {
            return batchNorm(c, x);
        }
    }

    /** The batch norm behind a convolution; the input stays open. */
    public NDArray batchNorm(Blueprint.Convolution c, NDArray x) {
        // Axis -1 is the channels without two needless transpositions. DJL's momentum is PyTorch's complement.
        return BatchNorm.batchNorm(
                        x,
                        parameters.get(c.norm() + ".running_mean"),
                        parameters.get(c.norm() + ".running_var"),
                        parameters.get(c.norm() + ".weight"),
                        parameters.get(c.norm() + ".bias"),
                        -1,
                        (float) (1 - momentum),
                        EPSILON,
                        mode == BatchNormMode.TRAINING)
                .singletonOrThrow();
    }

    /** A convolution alone; the input stays open. */
    public NDArray convolved(Blueprint.Convolution c, NDArray input) {
        NDArray weight = parameters.get(c.name() + ".weight");
        NDArray bias = parameters.get(c.name() + ".bias");
        Shape stride = c.stride() == 1 ? ONE : TWO;
        if (convolutions == Convolutions.REWRITTEN && c.kernel() == 1 && c.stride() == 2) {
            try (NDArray sampled = input.get(new NDIndex(":, :, ::2, ::2"))) {
                return convolution(sampled, weight, bias, ONE, c.padding());
            }
        }
        if (convolutions == Convolutions.REWRITTEN && c.kernel() > 1 && c.out() % LANES != 0) {
            int more = LANES - c.out() % LANES;
            try (NDArray wide = behindZeros(weight, more, input);
                    NDArray wideBias = bias == null ? null : behindZeros(bias, more, input);
                    NDArray all = convolution(input, wide, wideBias, stride, c.padding())) {
                return all.get(new NDIndex(":, " + more + ":"));
            }
        }
        return convolution(input, weight, bias, stride, c.padding());
    }

    private static NDArray convolution(NDArray x, NDArray weight, NDArray bias, Shape stride, int padding) {
        return Conv2d.conv2d(x, weight, bias, stride, new Shape(padding, padding))
                .singletonOrThrow();
    }

    /** A parameter behind so many channels of zeros; in front, because the first operand's manager owns the result. */
    private static NDArray behindZeros(NDArray parameter, int channels, NDArray input) {
        long[] shape = parameter.getShape().getShape().clone();
        shape[0] = channels;
        NDManager manager = input.getManager();
        try (NDArray zeros = manager.zeros(new Shape(shape), parameter.getDataType())) {
            return zeros.getNDArrayInternal().concat(new NDList(parameter), 0);
        }
    }

    /** Squeeze and excitation of {@code x}, which is closed. */
    public NDArray gated(Blueprint.Gate gate, NDArray x) {
        try (x;
                NDArray mean = Pool.globalAvgPool2d(x);
                NDArray squeezed = mean.reshape(mean.getShape().addAll(ONE));
                NDArray hidden = relu(withBias(gate.down(), squeezed));
                NDArray excited = withBias(gate.up(), hidden);
                NDArray open = Activation.sigmoid(excited)) {
            return x.mul(open);
        }
    }

    private NDArray withBias(String name, NDArray x) {
        return convolution(x, parameters.get(name + ".weight"), parameters.get(name + ".bias"), ONE, 0);
    }

    /** Caffe's pooling: 3x3, stride 2, and where the last window reaches over the edge it sees only what is there. */
    public static NDArray pooled(NDArray x) {
        try (x) {
            return Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), NONE, true);
        }
    }

    public static NDArray relu(NDArray x) {
        try (x) {
            return Activation.relu(x);
        }
    }
}
