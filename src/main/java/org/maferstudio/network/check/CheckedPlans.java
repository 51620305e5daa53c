package org.maferstudio.network.check;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.architecture.Convolutions;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.texts.Texts;

/** How one network's convolutions are computed on its device: nothing is computed in a way that was not checked. */
public final class CheckedPlans {
    private final NetworkSpec spec;
    private final ComputeDevice device;
    private final Map<Workload, EngineVerdict> verdicts = new ConcurrentHashMap<>();

    public CheckedPlans(NetworkSpec spec, ComputeDevice device) {
        this.spec = spec;
        this.device = device;
    }

    /**
     * For an input {@code (N, C, H, W)} whose gradients are recorded.
     *
     * @throws Problem if the engine cannot be used for it
     */
    public Convolutions training(Shape input) {
        return convolutions(Workload.Kind.TRAINING, input);
    }

    /**
     * For an input {@code (N, C, H, W)} that is only recognised; it is checked whatever N is.
     *
     * @throws Problem if the engine cannot be used for it
     */
    public Convolutions inference(Shape input) {
        return convolutions(Workload.Kind.INFERENCE, input);
    }

    private Convolutions convolutions(Workload.Kind kind, Shape input) {
        if (unchecked()) {
            return Convolutions.PLAIN;
        }
        Workload workload = workload(kind, input);
        EngineVerdict known = verdicts.get(workload);
        EngineVerdict verdict = known != null ? known : checked(workload);
        return verdict.orRefuse().convolutions();
    }

    private EngineVerdict checked(Workload workload) {
        return check(List.of(workload), Progress.NONE)
                .orElseThrow(() -> Problem.failure(Texts.of("network.engineCheck.stopped")))
                .get(0);
    }

    /** Whether nothing is checked on the device: it is a GPU. */
    public boolean unchecked() {
        return device.kind() == ComputeDevice.Kind.GPU;
    }

    /** What an input {@code (N, C, H, W)} asks of the engine. */
    public Workload workload(Workload.Kind kind, Shape input) {
        return Workload.of(
                spec,
                kind,
                Math.toIntExact(input.get(0)),
                Math.toIntExact(input.get(2)),
                Math.toIntExact(input.get(3)),
                JniUtils.getNumThreads());
    }

    /**
     * The verdicts on workloads that this process will compute, from the cache or by checks that take seconds; empty if
     * asked to stop.
     *
     * @throws Problem if the engine cannot be used for one of them
     */
    public Optional<List<EngineVerdict>> check(List<Workload> workloads, Progress progress) {
        Optional<List<EngineVerdict>> found = EngineCheck.create().verdicts(workloads, progress);
        found.ifPresent(each -> {
            for (int i = 0; i < workloads.size(); i++) {
                verdicts.put(workloads.get(i), each.get(i));
            }
        });
        return found;
    }
}
