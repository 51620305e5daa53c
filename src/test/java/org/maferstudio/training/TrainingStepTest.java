package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.network.Network;
import org.maferstudio.network.architecture.BatchNormMode;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.Parameter;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.recipe.LossConfig;
import org.maferstudio.recipe.OptimiserConfig;
import org.maferstudio.recipe.TeacherConfig;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.training.data.PackedBatch;
import org.maferstudio.training.loss.CrossEntropy;
import org.maferstudio.training.loss.FrozenTeacher;
import org.maferstudio.training.loss.GradientStep;
import org.maferstudio.training.loss.RunningSums;
import org.maferstudio.training.optimiser.Optimiser;
import org.maferstudio.training.optimiser.UpdateRule;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.WeightFile;

/** One training step against PyTorch 1.13, on a narrow network; {@code make_training_step.py} made the numbers. */
@Tag("engine")
class TrainingStepTest {
    private static final int SIDE = 96;
    private static final int BATCH_VALUES = 6 * 3 * SIDE * SIDE;
    private static final int[][] LABELS = {{2, 5, 0, 3, 4, 1}, {1, 1, 6, 0, 2, 3}};
    private static final int[] COUNTS = {5, 1, 2, 4, 3, 6, 9};
    private static final double CLASSIFIER_RATE = 2e-2;

    /** Sums of a row that hold all values. */
    private static final int SUMS = 8;

    private static final int ROW = 5 + SUMS;

    /**
     * Of the value, for gradients of the norm and for sums of the norm of their array; of 1 where that is smaller. PyTorch's
     * own floats miss its doubles by 0.9e-5 on processors with AVX-512, and by 1.1e-5 on those without.
     */
    private static final double TOLERANCE = 2e-5;

    /** The same for the sums: PyTorch's own floats miss its doubles by 3.4e-5 there. */
    private static final double TOLERANCE_OF_SUMS = 5e-5;

    private final WeightFile expected =
            Safetensors.read(resource("/org/maferstudio/training/training-step.safetensors"));

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(TrainingStepTest.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
                    # case,                         algorithm, decay, nesterov, amsgrad, batches, weighted, momentum, frozen
                    adam,                           adam,      1e-4,  false,    false,   1,       false,    0.1,      false
                    amsgrad,                        adam,      1e-4,  false,    true,    1,       false,    0.1,      false
                    adamw,                          adamw,     1e-2,  false,    false,   1,       false,    0.1,      false
                    sgd,                            sgd,       5e-4,  false,    false,   1,       false,    0.1,      false
                    nesterov,                       sgd,       5e-4,  true,     false,   1,       false,    0.1,      false
                    accumulation,                   sgd,       5e-4,  false,    false,   2,       false,    0.1,      false
                    class-weights,                  sgd,       5e-4,  false,    false,   1,       true,     0.1,      false
                    accumulation-and-class-weights, adam,      1e-4,  false,    false,   2,       true,     0.1,      false
                    momentum-0,                     sgd,       5e-4,  false,    false,   1,       false,    0.0,      false
                    classifier-alone,               adam,      1e-4,  false,    false,   1,       false,    0.1,      true
                    cross-resolution,               sgd,       5e-4,  false,    false,   1,       false,    0.1,      false
                    cross-resolution-accumulation,  sgd,       5e-4,  false,    false,   2,       false,    0.1,      false
                    summed,                         sgd,       5e-4,  false,    false,   2,       false,    0.1,      false
                    cross-resolution-summed,        sgd,       5e-4,  false,    false,   2,       false,    0.1,      false
                    classifier-alone-on-batch-statistics, adam, 1e-4, false,    false,   1,       false,    0.1,      true
                    """)
    void lossGradientsWeightsAndStatisticsAreThoseOfPyTorch(
            String name,
            String algorithm,
            double decay,
            boolean nesterov,
            boolean amsgrad,
            int batches,
            boolean weighted,
            double momentum,
            boolean frozen) {
        double restRate = algorithm.equals("sgd") ? 2e-3 : 1e-4;
        OptimiserConfig plan = new OptimiserConfig(
                OptimiserConfig.Algorithm.valueOf(algorithm.toUpperCase(Locale.ROOT)),
                CLASSIFIER_RATE,
                restRate,
                decay,
                0.9,
                nesterov,
                0.9,
                0.999,
                amsgrad);
        float[] classWeights =
                (weighted ? LossConfig.ClassWeights.INVERSE_FREQUENCY : LossConfig.ClassWeights.NONE).weights(COUNTS);
        try (Network network = narrow(momentum)) {
            List<Parameter> trained = trained(network, frozen);
            Optional<FrozenTeacher> teacher = name.startsWith("cross-resolution")
                    ? Optional.of(new FrozenTeacher(narrow(0), new TeacherConfig(TeacherConfig.Who.BASE, "", 0.1)))
                    : Optional.empty();
            boolean running = frozen && !name.endsWith("on-batch-statistics");
            BatchNormMode mode = running ? BatchNormMode.INFERENCE : BatchNormMode.TRAINING;
            TrainingConfig.Reduction reduction =
                    name.endsWith("summed") ? TrainingConfig.Reduction.SUM : TrainingConfig.Reduction.MEAN;
            GradientStep step = new GradientStep(network, new CrossEntropy(classWeights, 0), teacher, mode, SIDE);
            try (Optimiser optimiser = new Optimiser(UpdateRule.of(plan), trained, network.manager());
                    RunningSums sums = new RunningSums(network.manager(), RunningSums.Values.NONE)) {
                for (int batch = 0; batch < batches; batch++) {
                    // The teacher sees the pictures of the batch after next.
                    step.add(
                            new PackedBatch(pictures(batch), pictures(batch + 2), LABELS[batch], new float[0]),
                            reduction.divisor(batches),
                            sums);
                }
                double loss = expected.tensor(name + ".loss").floats()[0];
                assertEquals(loss, sums.read().meanLoss(), TOLERANCE * Math.max(1, Math.abs(loss)));
                // Rounding errors of summed batches add up; the mean of batches divides them again.
                assertRows(
                        name + ".gradients", trained, TrainingStepTest::gradient, batches / reduction.divisor(batches));
                if (expected.tensors().containsKey(name + ".whole")) {
                    assertWhole(trained, expected.tensor(name + ".whole").floats());
                }
                optimiser.step(CLASSIFIER_RATE, restRate);
            } finally {
                teacher.ifPresent(FrozenTeacher::close);
            }
            assertRows(name + ".weights", named(network, "names"), parameter -> parameter
                    .value()
                    .toFloatArray());
            assertRows(name + ".statistics", named(network, "statistics"), parameter -> parameter
                    .value()
                    .toFloatArray());
        }
    }

    private static Network narrow(double momentum) {
        NetworkSpec spec = new NetworkSpec(NetworkSpec.SE_RESNET_50, 3, 4, momentum);
        WeightFile weights = Safetensors.read(resource("/org/maferstudio/network/narrow.safetensors"));
        return Network.open(spec, 7, 1, weights, ComputeEngine.load(1).device(DeviceChoice.CPU))
                .network();
    }

    private List<Parameter> trained(Network network, boolean frozen) {
        return named(network, "names").stream()
                .filter(parameter -> !frozen || parameter.inClassifier())
                .toList();
    }

    /** The parameters in the order of the file. */
    private List<Parameter> named(Network network, String list) {
        List<String> order = Arrays.asList(expected.metadata().get(list).split(" "));
        List<Parameter> named = new ArrayList<>();
        for (String name : order) {
            named.add(network.parameters().stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .findFirst()
                    .orElseThrow());
        }
        // Names and statistics are all that there is.
        assertEquals(
                network.parameters().stream()
                        .filter(parameter -> parameter.trainable() == list.equals("names"))
                        .count(),
                Set.copyOf(order).size());
        return named;
    }

    private static float[] pictures(int batch) {
        float[] values = new float[BATCH_VALUES];
        for (int i = 0; i < BATCH_VALUES; i++) {
            long at = (long) batch * BATCH_VALUES + i;
            values[i] = (float) ((at * at * 7919 + at * 104_729) % 65_521 / 32_768.0 - 1);
        }
        return values;
    }

    private static float[] gradient(Parameter parameter) {
        try (NDArray gradient = parameter.value().getGradient()) {
            return gradient.toFloatArray();
        }
    }

    private interface Values {
        float[] of(Parameter parameter);
    }

    /** Holds each single value of the gradients. */
    private static void assertWhole(List<Parameter> parameters, float[] wanted) {
        int at = 0;
        for (Parameter parameter : parameters) {
            float[] values = gradient(parameter);
            float[] part = Arrays.copyOfRange(wanted, at, at + values.length);
            assertArrayEquals(part, values, (float) (TOLERANCE * Math.max(1, row(part)[0])), parameter.name());
            at += values.length;
        }
        assertEquals(wanted.length, at);
    }

    private void assertRows(String what, List<Parameter> parameters, Values values) {
        assertRows(what, parameters, values, 1);
    }

    /** Compares rows; errors may be {@code batches} times as large as those of one batch. */
    private void assertRows(String what, List<Parameter> parameters, Values values, int batches) {
        float[] rows = expected.tensor(what).floats();
        assertEquals(rows.length, ROW * parameters.size(), what);
        boolean byNorm = what.endsWith(".gradients");
        for (int i = 0; i < parameters.size(); i++) {
            double[] row = row(values.of(parameters.get(i)));
            double norm = rows[ROW * i];
            for (int k = 0; k < row.length; k++) {
                double wanted = rows[ROW * i + k];
                assertEquals(
                        wanted,
                        row[k],
                        k >= ROW - SUMS
                                ? TOLERANCE_OF_SUMS * Math.max(batches, norm)
                                : TOLERANCE * Math.max(batches, byNorm ? norm : Math.abs(wanted)),
                        what + " of " + parameters.get(i).name() + ", number " + k);
            }
        }
    }

    /**
     * The norm, the values at the ends and thirds, and sums of all values with signs from a hash of their place: a value
     * that is off moves each of the sums by as much, so together they hold every one.
     */
    private static double[] row(float[] values) {
        double[] row = new double[ROW];
        int last = values.length - 1;
        for (int i = 0; i <= last; i++) {
            row[0] += (double) values[i] * values[i];
            for (int k = 0; k < SUMS; k++) {
                row[ROW - SUMS + k] += sign(i, k) * values[i];
            }
        }
        row[0] = Math.sqrt(row[0]);
        row[1] = values[0];
        row[2] = values[last / 3];
        row[3] = values[2 * last / 3];
        row[4] = values[last];
        return row;
    }

    private static double sign(int place, int number) {
        int h = place * 0x9E3779B1 + (number + 1) * 0x85EBCA6B;
        h = (h ^ h >>> 15) * 0x2C1B3C6D;
        h = (h ^ h >>> 12) * 0x297A2D39;
        return 1 - 2 * ((h ^ h >>> 15) & 1);
    }
}
