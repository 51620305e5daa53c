package org.maferstudio.network;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Whether a device computes what it should: whole numbers whose results are known exactly and, on the CPU, every layer of
 * the networks that are used most, forward and backward, in another process.
 */
public final class SelfTest {
    private static final int SIDE = 512;
    private static final int ROUNDS = 5;

    private SelfTest() {}

    /**
     * What came out on a device.
     *
     * @param device which one
     * @param failure what went wrong; empty if nothing did
     * @param milliseconds the median time of a product of two 512 x 512 matrices; 0 after a failure
     * @param verdicts on the networks that are used most; empty on a GPU
     */
    public record Result(ComputeDevice device, String failure, double milliseconds, List<EngineVerdict> verdicts) {
        public Result {
            verdicts = List.copyOf(verdicts);
        }

        /** Whether all results were right, in one way or another. */
        public boolean passed() {
            return failure.isEmpty() && verdicts.stream().allMatch(EngineVerdict::passed);
        }

        /** For people: one line on the device, and one on each network. */
        public String sentence() {
            return Stream.concat(Stream.of(own()), verdicts.stream().map(EngineVerdict::sentence))
                    .collect(Collectors.joining("\n"));
        }

        private String own() {
            String name = device.id().toUpperCase(Locale.ROOT);
            return failure.isEmpty()
                    ? Texts.of("network.passed-a-product-of-512-x-512", name, milliseconds)
                    : Texts.of("network.failed", name, failure);
        }
    }

    /** Tests every device of the engine, as far as it is not asked to stop. */
    public static List<Result> run(ComputeEngine engine, Progress progress) {
        List<Result> results = new ArrayList<>();
        for (ComputeDevice device : engine.devices()) {
            if (!progress.stopRequested()) {
                results.add(on(device, engine.threads(), progress));
            }
        }
        return results;
    }

    private static Result on(ComputeDevice device, int threads, Progress progress) {
        List<EngineVerdict> verdicts = new ArrayList<>();
        if (device.kind() == ComputeDevice.Kind.CPU) {
            List<Workload> workloads = Workload.usual(threads);
            for (int i = 0; i < workloads.size() && !progress.stopRequested(); i++) {
                progress.report(i / (double) workloads.size(), Texts.of("network.selfTest.progress"));
                verdicts.add(EngineCheck.usual().fresh(workloads.get(i)));
            }
        }
        try (NDManager manager = NDManager.newBaseManager(device.toDjl())) {
            String wrong = wrong(manager);
            return new Result(device, wrong, wrong.isEmpty() ? time(manager) : 0, verdicts);
        } catch (EngineException | IllegalStateException e) {
            return new Result(device, Texts.of("network.it-broke-off", e.getMessage()), 0, verdicts);
        }
    }

    private static String wrong(NDManager manager) {
        float[] numbers = new float[16];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i - 7;
        }
        NDArray square = manager.create(numbers, new Shape(4, 4));
        float[] product = square.matMul(square).toFloatArray();
        if (!Arrays.equals(product, product(numbers))) {
            return Texts.of("network.a-product-of-two-matrices-is");
        }
        NDArray ones = manager.ones(new Shape(1, 1, 3, 3));
        float[] sums = Conv2d.conv2d(square.reshape(1, 1, 4, 4), ones)
                .singletonOrThrow()
                .toFloatArray();
        return Arrays.equals(sums, sums(numbers)) ? "" : Texts.of("network.a-convolution-is-wrong");
    }

    /** Of a 4 x 4 matrix with itself. */
    private static float[] product(float[] numbers) {
        float[] product = new float[16];
        for (int i = 0; i < 16; i++) {
            for (int k = 0; k < 4; k++) {
                product[i] += numbers[i / 4 * 4 + k] * numbers[4 * k + i % 4];
            }
        }
        return product;
    }

    /** Of the four squares of nine numbers in a 4 x 4 matrix. */
    private static float[] sums(float[] numbers) {
        float[] sums = new float[4];
        for (int i = 0; i < 4; i++) {
            for (int k = 0; k < 9; k++) {
                sums[i] += numbers[(i / 2 + k / 3) * 4 + i % 2 + k % 3];
            }
        }
        return sums;
    }

    private static double time(NDManager manager) {
        NDArray matrix = manager.randomUniform(0, 1, new Shape(SIDE, SIDE), DataType.FLOAT32);
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            try (NDArray product = matrix.matMul(matrix);
                    NDArray sum = product.sum()) {
                // Reading a value waits for the device.
                sum.getFloat();
            }
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }
}
