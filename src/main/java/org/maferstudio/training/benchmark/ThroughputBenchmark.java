package org.maferstudio.training.benchmark;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.EngineClassifier;
import org.maferstudio.network.Network;
import org.maferstudio.network.architecture.BatchNormMode;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.Parameter;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.recipe.OptimiserConfig;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.data.PackedBatch;
import org.maferstudio.training.loss.CrossEntropy;
import org.maferstudio.training.loss.GradientStep;
import org.maferstudio.training.loss.RunningSums;
import org.maferstudio.training.optimiser.Optimiser;
import org.maferstudio.training.optimiser.UpdateRule;

/**
 * Measures the speed of a network on random input: training steps with Adam, and inference; the median of several after
 * a warm-up. Uses the same code as training and evaluation.
 *
 * @param spec the network
 * @param batch number of images of a step
 * @param size the side of the input, in pixels
 * @param steps number of measured steps of each kind
 */
public record ThroughputBenchmark(NetworkSpec spec, int batch, int size, int steps) {
    private static final int CLASSES = 7;
    private static final double LEARNING_RATE = 1e-4;
    private static final long SEED = 17;

    public ThroughputBenchmark {
        if (batch < 1 || steps < 1 || size < spec.smallestSide()) {
            throw new IllegalArgumentException("at least one picture of " + spec.smallestSide()
                    + " pixels and one step, got " + batch + ", " + size + ", " + steps);
        }
    }

    /** Measures training and inference on a device; if a stop is requested, returns what it has. */
    public Throughput run(ComputeDevice device, Progress progress) {
        try (Network network = Network.create(spec, CLASSES, SEED, device)) {
            // Checked together, so that one limit of the engine suits both.
            return network.check(List.of(batch), size, progress).isEmpty()
                    ? new Throughput(Double.NaN, Double.NaN)
                    : new Throughput(trained(network, progress), recognised(network, progress));
        }
    }

    /** Measures only inference, also while a training is running; NaN if stopped before the end of a step. */
    public double inferImagesPerSecond(ComputeDevice device, Progress progress) {
        try (Network network = Network.create(spec, CLASSES, SEED, device)) {
            return recognised(network, progress);
        }
    }

    private double trained(Network network, Progress progress) {
        PackedBatch input = input();
        List<Parameter> trainable =
                network.parameters().stream().filter(Parameter::trainable).toList();
        float[] equally = new float[CLASSES];
        Arrays.fill(equally, 1);
        GradientStep gradients = new GradientStep(network, new CrossEntropy(equally, 0), BatchNormMode.TRAINING, size);
        try (Optimiser optimiser = new Optimiser(
                        UpdateRule.of(OptimiserConfig.adam(LEARNING_RATE)), trainable, network.manager());
                RunningSums sums = new RunningSums(network.manager(), RunningSums.Values.NONE)) {
            Runnable step = () -> {
                gradients.add(input, 1, sums);
                optimiser.step(LEARNING_RATE, LEARNING_RATE);
                sums.read();
            };
            return imagesPerSecond(step, "training", progress);
        }
    }

    private double recognised(Network network, Progress progress) {
        PackedBatch input = input();
        try (Classifier classifier = new EngineClassifier(network, contract())) {
            return imagesPerSecond(() -> classifier.recognise(input.input(), batch), "inference", progress);
        }
    }

    private PackedBatch input() {
        Random random = new Random(SEED);
        float[] pixels = new float[batch * spec.channels() * size * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        return new PackedBatch(pixels, random.ints(batch, 0, CLASSES).toArray());
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
            progress.report(done / (double) steps, Texts.of("training.progress.speedTest", what, done + 1, steps));
            long start = System.nanoTime();
            step.run();
            seconds[done++] = (System.nanoTime() - start) / 1e9;
        }
        return done == 0 ? Double.NaN : batch / Median.of(Arrays.copyOf(seconds, done));
    }
}
