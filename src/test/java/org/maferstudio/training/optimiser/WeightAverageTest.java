package org.maferstudio.training.optimiser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.network.architecture.Parameter;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.training.TorchOracles;
import org.maferstudio.weights.WeightFile;

/** Averages of weights against PyTorch's {@code AveragedModel}, see {@code make_torch_oracles.py}. */
@Tag("engine")
class WeightAverageTest {
    @BeforeAll
    static void loadTheEngine() {
        ComputeEngine.load(1);
    }

    static Stream<TorchOracles.AverageCase> averages() {
        return TorchOracles.read().averages().stream();
    }

    @ParameterizedTest
    @MethodSource("averages")
    void weightsAndStatisticsAreAveragedAsPyTorchDoesAndTheNetworkKeepsItsOwn(TorchOracles.AverageCase expected) {
        try (NDManager manager = NDManager.newBaseManager()) {
            List<Parameter> layer = layer(manager);
            try (WeightAverage average = new WeightAverage(expected.decay(), layer, manager)) {
                for (int step = 0; step < expected.steps().size(); step++) {
                    set(layer, expected.steps().get(step));
                    average.update();
                    TorchOracles.Layer mean = expected.means().get(step);
                    average.during(() -> {
                        assertLayer(mean, layer);
                        return null;
                    });
                    assertLayer(expected.steps().get(step), layer);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("averages")
    void aSavedAverageContinues(TorchOracles.AverageCase expected) {
        try (NDManager manager = NDManager.newBaseManager()) {
            List<Parameter> layer = layer(manager);
            WeightFile state;
            try (WeightAverage before = new WeightAverage(expected.decay(), layer, manager)) {
                set(layer, expected.steps().get(0));
                before.update();
                state = WeightFile.of(before.state(), Map.of());
            }
            try (WeightAverage after = new WeightAverage(expected.decay(), layer, manager)) {
                after.load(state);
                set(layer, expected.steps().get(1));
                after.update();
                assertEquals(2, after.state().get(0).longs()[0]);
                after.during(() -> {
                    assertLayer(expected.means().get(1), layer);
                    return null;
                });
            }
        }
    }

    private static List<Parameter> layer(NDManager manager) {
        return List.of(
                new Parameter("bn.weight", Parameter.Role.NORM, manager.zeros(new Shape(3))),
                new Parameter("bn.running_var", Parameter.Role.STATISTIC, manager.zeros(new Shape(3))));
    }

    private static void set(List<Parameter> layer, TorchOracles.Layer values) {
        set(layer.get(0), values.weight());
        set(layer.get(1), values.variance());
    }

    private static void set(Parameter parameter, List<Double> values) {
        parameter.value().set(new NDIndex("..."), parameter.value().getManager().create(TorchOracles.floats(values)));
    }

    private static void assertLayer(TorchOracles.Layer expected, List<Parameter> layer) {
        assertArrayEquals(
                TorchOracles.floats(expected.weight()), layer.get(0).value().toFloatArray(), 1e-6f);
        assertArrayEquals(
                TorchOracles.floats(expected.variance()), layer.get(1).value().toFloatArray(), 1e-6f);
    }
}
