package org.maferstudio.network.architecture;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.network.architecture.ParameterSlot.Start;

/**
 * A network as data: its sequence of layers. The list of parameters and the computation are both derived from it.
 *
 * @param stem the first convolution
 * @param pool whether a 3x3 max pooling with stride 2 follows the stem
 * @param blocks the residual blocks in order
 * @param features number of channels after the last block
 */
public record Blueprint(Convolution stem, boolean pool, List<Block> blocks, int features) {
    private static final String CLASSIFIER = "classifier_1";

    private static final String NORM = "_bn";

    /** The channels of a gate's middle are the block's channels over this (Hu et al. 2018, arXiv 1709.01507). */
    private static final int REDUCTION = 16;

    /** A convolution without bias, followed by a batch norm under the name with {@code _bn}. */
    public record Convolution(String name, int in, int out, int kernel, int stride) {
        /** Zeros on each side, so that stride 1 keeps the size. */
        public int padding() {
            return kernel / 2;
        }

        public String norm() {
            return name + NORM;
        }
    }

    /** Squeeze and excitation: a gate for each channel from the means of all. */
    public record Gate(String down, String up, int channels) {
        public int hidden() {
            return Math.max(1, channels / REDUCTION);
        }
    }

    /**
     * A residual block: the path's convolutions with ReLUs between them, the gate, plus the input, a ReLU.
     *
     * @param projection brings the input to the path's shape; empty if it has it already
     */
    public record Block(List<Convolution> path, Gate gate, Optional<Convolution> projection) {}

    public static Blueprint of(NetworkSpec spec) {
        return spec.name().equals(NetworkSpec.SE_RESNET_50) ? seResNet50(spec) : seResNet18(spec);
    }

    public static boolean isClassifier(String parameter) {
        return parameter.startsWith(CLASSIFIER + ".");
    }

    private static Blueprint seResNet50(NetworkSpec spec) {
        int[] counts = {3, 4, 6, 3};
        List<Block> blocks = new ArrayList<>();
        int in = spec.width();
        for (int stage = 2; stage <= 5; stage++) {
            int middle = spec.width() << (stage - 2);
            int out = 4 * middle;
            for (int number = 1; number <= counts[stage - 2]; number++) {
                String name = "conv" + stage + "_" + number + "_";
                // Stride 2 sits in the first 1x1 convolution, as in Caffe's ResNets, not in the 3x3.
                int stride = stage > 2 && number == 1 ? 2 : 1;
                List<Convolution> path = List.of(
                        new Convolution(name + "1x1_reduce", in, middle, 1, stride),
                        new Convolution(name + "3x3", middle, middle, 3, 1),
                        new Convolution(name + "1x1_increase", middle, out, 1, 1));
                blocks.add(block(name, path, number == 1));
                in = out;
            }
        }
        Convolution stem = new Convolution("conv1_7x7_s2", spec.channels(), spec.width(), 7, 2);
        return new Blueprint(stem, true, List.copyOf(blocks), in);
    }

    /** Halves the image in its first convolution and after each stage, or, if it is fine, only after each stage. */
    private static Blueprint seResNet18(NetworkSpec spec) {
        boolean fine = spec.name().equals(NetworkSpec.SE_RESNET_18_FINE);
        List<Block> blocks = new ArrayList<>();
        int in = spec.width();
        for (int stage = 2; stage <= 5; stage++) {
            int out = spec.width() << (stage - 2);
            for (int number = 1; number <= 2; number++) {
                String name = "conv" + stage + "_" + number + "_";
                int stride = stage > 2 && number == 1 ? 2 : 1;
                List<Convolution> path = List.of(
                        new Convolution(name + "3x3_first", in, out, 3, stride),
                        new Convolution(name + "3x3_second", out, out, 3, 1));
                blocks.add(block(name, path, stride == 2));
                in = out;
            }
        }
        Convolution stem = fine
                ? new Convolution("conv1_3x3", spec.channels(), spec.width(), 3, 1)
                : new Convolution("conv1_3x3_s2", spec.channels(), spec.width(), 3, 2);
        return new Blueprint(stem, false, List.copyOf(blocks), in);
    }

    private static Block block(String name, List<Convolution> path, boolean projects) {
        Convolution first = path.get(0);
        int out = path.get(path.size() - 1).out();
        Gate gate = new Gate(name + "1x1_down", name + "1x1_up", out);
        Convolution projection = new Convolution(name + "1x1_proj", first.in(), out, 1, first.stride());
        return new Block(path, gate, projects ? Optional.of(projection) : Optional.empty());
    }

    public static boolean isNorm(String parameter) {
        return parameter.contains(NORM + ".");
    }

    /** All convolutions that a batch norm follows. */
    public List<Convolution> convolutions() {
        List<Convolution> all = new ArrayList<>(List.of(stem));
        for (Block block : blocks) {
            all.addAll(block.path());
            block.projection().ifPresent(all::add);
        }
        return all;
    }

    /** The name of the first convolution's weight, whose shape gives channels and width. */
    public String stemWeight() {
        return stem.name() + ".weight";
    }

    /** The names of the classifier's weight and bias. */
    public static String classifierWeight() {
        return CLASSIFIER + ".weight";
    }

    public static String classifierBias() {
        return CLASSIFIER + ".bias";
    }

    /** All parameters in the order of the layers. */
    public List<ParameterSlot> slots(int classes) {
        List<ParameterSlot> slots = new ArrayList<>();
        add(slots, stem);
        for (Block block : blocks) {
            block.path().forEach(convolution -> add(slots, convolution));
            block.projection().ifPresent(convolution -> add(slots, convolution));
            Gate gate = block.gate();
            addWithBias(slots, gate.down(), new Shape(gate.hidden(), gate.channels(), 1, 1));
            addWithBias(slots, gate.up(), new Shape(gate.channels(), gate.hidden(), 1, 1));
        }
        addWithBias(slots, CLASSIFIER, new Shape(classes, features));
        return List.copyOf(slots);
    }

    private static void add(List<ParameterSlot> slots, Convolution c) {
        Shape kernels = new Shape(c.out(), c.in(), c.kernel(), c.kernel());
        Shape channels = new Shape(c.out());
        slots.add(new ParameterSlot(c.name() + ".weight", kernels, Parameter.Role.WEIGHT, Start.HE));
        slots.add(new ParameterSlot(c.norm() + ".weight", channels, Parameter.Role.NORM, Start.ONE));
        slots.add(new ParameterSlot(c.norm() + ".bias", channels, Parameter.Role.NORM, Start.ZERO));
        slots.add(new ParameterSlot(c.norm() + ".running_mean", channels, Parameter.Role.STATISTIC, Start.ZERO));
        slots.add(new ParameterSlot(c.norm() + ".running_var", channels, Parameter.Role.STATISTIC, Start.ONE));
    }

    private static void addWithBias(List<ParameterSlot> slots, String name, Shape shape) {
        slots.add(new ParameterSlot(name + ".weight", shape, Parameter.Role.WEIGHT, Start.UNIFORM));
        slots.add(new ParameterSlot(name + ".bias", new Shape(shape.get(0)), Parameter.Role.BIAS, Start.ZERO));
    }
}
