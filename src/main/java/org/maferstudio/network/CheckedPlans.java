package org.maferstudio.network;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** How one network's convolutions are computed on its device: nothing is computed in a way that was not checked. */
final class CheckedPlans {
    private final NetworkSpec spec;
    private final ComputeDevice device;
    private final Map<Workload, EngineVerdict> verdicts = new ConcurrentHashMap<>();

    CheckedPlans(NetworkSpec spec, ComputeDevice device) {
        this.spec = spec;
        this.device = device;
    }

    /**
     * For an input {@code (N, C, H, W)} whose gradients are recorded.
     *
     * @throws Problem if the engine cannot be used for it
     */
    Convolutions training(Shape input) {
        return convolutions(Workload.Kind.TRAINING, input);
    }

    /**
     * For an input {@code (N, C, H, W)} that is only recognised; it is checked whatever N is.
     *
     * @throws Problem if the engine cannot be used for it
     */
    Convolutions inference(Shape input) {
        return convolutions(Workload.Kind.INFERENCE, input);
    }

    private Convolutions convolutions(Workload.Kind kind, Shape input) {
        return verdict(kind, input)
                .map(EngineVerdict::orRefuse)
                .map(EnginePlan::convolutions)
                .orElse(Convolutions.PLAIN);
    }

    /**
     * The verdict on an input, from the cache or by a check that takes seconds; empty on a graphics card.
     *
     * @throws Problem if the engine cannot be used for it
     */
    Optional<EngineVerdict> verdict(Workload.Kind kind, Shape input) {
        if (device.kind() == ComputeDevice.Kind.GPU) {
            return Optional.empty();
        }
        Workload workload = Workload.of(
                spec,
                kind,
                Math.toIntExact(input.get(0)),
                Math.toIntExact(input.get(2)),
                Math.toIntExact(input.get(3)),
                JniUtils.getNumThreads());
        return Optional.of(verdicts.computeIfAbsent(workload, CheckedPlans::checked));
    }

    private static EngineVerdict checked(Workload workload) {
        EngineVerdict verdict = EngineCheck.usual().verdict(workload);
        EnginePlan plan = verdict.orRefuse();
        if (!InstructionSet.settle(plan.limit())) {
            throw Problem.failure(
                    Texts.of("network.engineCheck.restart", workload.spec().name(), plan.limit()));
        }
        return verdict;
    }
}
