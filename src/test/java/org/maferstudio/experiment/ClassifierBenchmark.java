package org.maferstudio.experiment;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;

/**
 * Compares the speed of inference of experiments in turns, such as a network and the same one exported and imported as
 * ONNX: median images per second over rounds, and processor time of the calling thread per image, which tells with one
 * thread what a busy computer would hide.
 *
 * <p>Arguments: number of threads, images per batch, number of rounds, and experiments.
 */
final class ClassifierBenchmark {
    private static final double ROUND_SECONDS = 2;

    private ClassifierBenchmark() {}

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[0]);
        int batch = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        List<String> experiments = Arrays.asList(args).subList(3, args.length);
        ComputeDevice device = ComputeEngine.load(threads).device(DeviceChoice.of("cpu"));
        List<Classifier> classifiers = experiments.stream()
                .map(folder -> Experiment.open(Path.of(folder)).classifier(device))
                .toList();
        List<List<double[]>> speeds = new ArrayList<>();
        classifiers.forEach(each -> speeds.add(new ArrayList<>()));
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < classifiers.size(); i++) {
                double[] speed = speed(classifiers.get(i), batch);
                // The first round warms up.
                if (round > 0) {
                    speeds.get(i).add(speed);
                }
            }
        }
        for (int i = 0; i < classifiers.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f images per second, %.3f ms of processor time per image%n",
                    experiments.get(i),
                    median(speeds.get(i), 0),
                    median(speeds.get(i), 1));
            classifiers.get(i).close();
        }
    }

    private static double[] speed(Classifier classifier, int batch) {
        float[] packed = new float[batch * classifier.packer().length()];
        Random random = new Random(17);
        for (int i = 0; i < packed.length; i++) {
            packed[i] = random.nextFloat() - 0.5f;
        }
        long images = 0;
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        while (System.nanoTime() - start < ROUND_SECONDS * 1e9) {
            classifier.recognise(packed, batch);
            images += batch;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor;
        return new double[] {images / seconds, used / 1e6 / images};
    }

    private static double median(List<double[]> rounds, int which) {
        double[] sorted =
                rounds.stream().mapToDouble(round -> round[which]).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
