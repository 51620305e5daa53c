package org.maferstudio.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.ComputeDevice;
import org.maferstudio.network.InputContract;
import org.maferstudio.network.Mode;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkSpec;
import org.maferstudio.network.NoGradients;
import org.maferstudio.network.Outputs;
import org.maferstudio.network.Parameter;

/**
 * Measures a network alone, without a dataset: steps of Adam and forward passes on random input, the median of several
 * after one that warms up.
 *
 * @param spec which network
 * @param batch how many pictures a step has
 * @param size the input's side, in pixels
 * @param steps how many of each kind are measured
 */
public record ThroughputBenchmark(NetworkSpec spec, int batch, int size, int steps) {
    private static final int CLASSES = 7;

    public ThroughputBenchmark {
        if (batch < 1 || steps < 1 || size < spec.smallestSide()) {
            throw new IllegalArgumentException("at least one picture of " + spec.smallestSide()
                    + " pixels and one step, got " + batch + ", " + size + ", " + steps);
        }
    }

    /** Measures on a device; asked to stop it gives what it has. */
    public Throughput run(ComputeDevice device, Progress progress) {
        Random random = new Random(17);
        float[] pixels = new float[batch * spec.channels() * size * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        long[] labels = random.longs(batch, 0, CLASSES).toArray();
        try (Network network = Network.create(spec, CLASSES, 17, device);
                NDManager data = network.manager().newSubManager()) {
            NDArray input = data.create(pixels, new Shape(batch, spec.channels(), size, size));
            NDArray target = data.create(labels);
            List<Adam> adams = new ArrayList<>();
            for (Parameter parameter : network.parameters()) {
                if (parameter.trainable()) {
                    parameter.value().setRequiresGradient(true);
                    adams.add(new Adam(parameter.value(), data));
                }
            }
            double train = imagesPerSecond(() -> train(network, adams, input, target), "training", progress);
            return new Throughput(train, inference(network, pixels, progress));
        }
    }

    private double inference(Network network, float[] packed, Progress progress) {
        try (Classifier classifier = new Classifier(network, contract())) {
            return imagesPerSecond(() -> classifier.recognise(packed, batch), "inference", progress);
        }
    }

    private InputContract contract() {
        InputContract.Colour colour = spec.channels() == 1 ? InputContract.Colour.GREY : InputContract.Colour.BGR;
        List<Double> mean = Collections.nCopies(spec.channels(), 0.0);
        List<String> labels =
                IntStream.range(0, CLASSES).mapToObj(i -> "class " + i).toList();
        return new InputContract(size, size, Kernel.BILINEAR, colour, mean, 1, labels, 0, 1);
    }

    private double imagesPerSecond(Runnable step, String what, Progress progress) {
        step.run();
        double[] seconds = new double[steps];
        int done = 0;
        while (done < steps && !progress.stopRequested()) {
            progress.report(done / (double) steps, what + ", step " + (done + 1) + " of " + steps);
            long start = System.nanoTime();
            step.run();
            seconds[done++] = (System.nanoTime() - start) / 1e9;
        }
        return done == 0 ? Double.NaN : batch / median(Arrays.copyOf(seconds, done));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static void train(Network network, List<Adam> adams, NDArray input, NDArray target) {
        try (NDManager step = input.getManager().newSubManager()) {
            input.attach(step);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector();
                    Outputs outputs = network.forward(input, Mode.TRAINING)) {
                NDArray loss =
                        Loss.softmaxCrossEntropyLoss().evaluate(new NDList(target), new NDList(outputs.logits()));
                collector.backward(loss);
                loss.getFloat();
            }
            input.attach(step.getParentManager());
        }
        NoGradients.run(() -> adams.forEach(Adam::step));
    }

    private static final class Adam {
        private final NDArray value;
        private final NDArray mean;
        private final NDArray square;
        private int steps;

        Adam(NDArray value, NDManager manager) {
            this.value = value;
            this.mean = manager.zeros(value.getShape());
            this.square = manager.zeros(value.getShape());
        }

        void step() {
            steps++;
            try (NDArray gradient = value.getGradient()) {
                value.getNDArrayInternal()
                        .adamUpdate(
                                new NDList(value, gradient, mean, square),
                                new NDList(value),
                                1e-4f,
                                (float) (1e-4 * Math.sqrt(1 - Math.pow(0.999, steps)) / (1 - Math.pow(0.9, steps))),
                                0,
                                1,
                                -1,
                                0.9f,
                                0.999f,
                                1e-8f,
                                false,
                                false);
            }
        }
    }
}
