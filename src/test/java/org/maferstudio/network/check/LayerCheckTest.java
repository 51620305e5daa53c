package org.maferstudio.network.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.network.architecture.Convolutions;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.check.EngineVerdict.Check;
import org.maferstudio.network.check.LayerList.Layer;
import org.maferstudio.network.engine.ComputeEngine;

/** The other way to compute convolutions, which most processors never need, is the same arithmetic on all of them. */
@Tag("engine")
class LayerCheckTest {
    private static final int SIDE = 33;

    private static Stream<Arguments> rewritten() {
        return NetworkSpec.NAMES.stream()
                .flatMap(name -> Stream.of(Workload.Kind.values()).map(kind -> Arguments.of(name, kind)));
    }

    /** Of 4 channels and their multiples, so that most widths are no multiples of 16. */
    private static Workload workload(String network, Workload.Kind kind) {
        return new Workload(new NetworkSpec(network, 1, 4, 1), kind, List.of(3), SIDE, SIDE + 2, 1);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("rewritten")
    void rewrittenConvolutionsComputeTheSame(String network, Workload.Kind kind) {
        ComputeEngine.load(1);
        InstructionSet.ofThisProcess().settleOn("");
        Workload workload = workload(network, kind);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            LayerCheck check = new LayerCheck(Convolutions.REWRITTEN, kind, manager);
            for (Layer layer : LayerList.of(workload, 3)) {
                Check found = new Check(layer.name(), check.error(layer));
                assertTrue(found.passed() && found.error() < 1e-5, found.toString());
            }
        }
    }

    @Test
    void onlyConvolutionsOfInferenceHaveABias() {
        for (Workload.Kind kind : Workload.Kind.values()) {
            LayerList.of(workload(NetworkSpec.SE_RESNET_50, kind), 3).stream()
                    .filter(layer -> layer.operation() == LayerList.Operation.CONVOLUTION)
                    .forEach(layer -> assertEquals(
                            kind == Workload.Kind.INFERENCE ? 2 : 1,
                            layer.parameters().size(),
                            layer.name()));
        }
    }
}
