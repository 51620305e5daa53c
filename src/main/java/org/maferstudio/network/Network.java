package org.maferstudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.job.Progress;
import org.maferstudio.network.architecture.BatchNormMode;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.Computation;
import org.maferstudio.network.architecture.Convolutions;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.NoGradients;
import org.maferstudio.network.architecture.Outputs;
import org.maferstudio.network.architecture.Parameter;
import org.maferstudio.network.architecture.ParameterSlot;
import org.maferstudio.network.check.CheckedPlans;
import org.maferstudio.network.check.EngineVerdict;
import org.maferstudio.network.check.Workload;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/**
 * A network with its parameters on one device; it owns their memory.
 *
 * <p>A pass belongs to the manager of its input, so that everything it makes dies with the batch:
 *
 * <pre>{@code
 * try (NDManager batch = network.manager().newSubManager()) {
 *     Outputs outputs = network.forward(batch.create(values, new Shape(n, 3, 224, 224)), BatchNormMode.INFERENCE);
 * }
 * }</pre>
 */
public final class Network implements AutoCloseable {
    private final NetworkSpec spec;
    private final int classes;
    private final ComputeDevice device;
    private final NDManager manager;
    private final Blueprint blueprint;
    private final CheckedPlans plans;
    private final Map<String, ParameterSlot> slots = new LinkedHashMap<>();
    private final Map<String, NDArray> values = new LinkedHashMap<>();

    private Network(NetworkSpec spec, int classes, ComputeDevice device) {
        this.spec = spec;
        this.classes = classes;
        this.device = device;
        this.blueprint = Blueprint.of(spec);
        this.plans = new CheckedPlans(spec, device);
        this.manager = NDManager.newBaseManager(device.toDjl());
        manager.setName("network");
    }

    /**
     * Creates a network with random weights (He initialisation); the same seed gives the same weights everywhere.
     *
     * @param classes number of classes, at least 1
     * @param seed combined with each parameter's name, so that another number of classes does not change the others
     */
    public static Network create(NetworkSpec spec, int classes, long seed, ComputeDevice device) {
        return open(spec, classes, seed, WeightFile.of(List.of(), Map.of()), device)
                .network();
    }

    /**
     * A network with weights from a file.
     *
     * @param network with the file's values, and random ones for missing parameters
     * @param report what happened to each parameter
     */
    public record Opened(Network network, LoadReport report) {}

    /**
     * Creates a network with a file's tensors, see {@link #load}, and random values for the rest, see {@link #create}.
     *
     * @param classes number of classes, at least 1
     */
    public static Opened open(NetworkSpec spec, int classes, long seed, WeightFile file, ComputeDevice device) {
        if (classes < 1) {
            throw new IllegalArgumentException("a network needs at least one class, got " + classes);
        }
        Network network = new Network(spec, classes, device);
        for (ParameterSlot slot : network.blueprint.slots(classes)) {
            network.slots.put(slot.name(), slot);
            network.values.put(slot.name(), network.manager.zeros(slot.shape(), DataType.FLOAT32));
        }
        LoadReport report = network.load(file);
        Set<String> read = Set.copyOf(report.read());
        TensorUpload upload = new TensorUpload(network.manager);
        network.slots.forEach((name, slot) -> {
            if (!read.contains(name)) {
                float[] drawn = Initialisation.draw(slot, seed);
                upload.copy(Tensor.ofFloats(name, drawn, slot.shape().getShape()), network.values.get(name));
            }
        });
        return new Opened(network, report);
    }

    /** The specification of this network. */
    public NetworkSpec spec() {
        return spec;
    }

    /** The number of classes. */
    public int classes() {
        return classes;
    }

    /** The device of its parameters. */
    public ComputeDevice device() {
        return device;
    }

    /** The owner of the parameters; batches take sub-managers of it. */
    public NDManager manager() {
        return manager;
    }

    /** All parameters in the order of the layers, the statistics of the batch norms among them. */
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(slots.size());
        slots.forEach((name, slot) -> parameters.add(new Parameter(name, slot.role(), values.get(name))));
        return parameters;
    }

    /**
     * Computes features and logits of a batch; both belong to the input's manager. Gradients are recorded if a
     * collector is open.
     *
     * @param input {@code (N, C, H, W)}, packed according to the input contract
     */
    public Outputs forward(NDArray input, BatchNormMode mode) {
        spec.checkInput(input.getShape());
        Convolutions convolutions =
                JniUtils.isGradMode() ? plans.training(input.getShape()) : plans.inference(input.getShape());
        return new Computation(values, mode, spec.batchNormMomentum(), convolutions).run(blueprint, input);
    }

    /**
     * Checks in advance that the engine computes this network correctly, so that one limit of the engine suits
     * everything. Unchecked shapes are otherwise checked once when they are first computed.
     *
     * @param batches distinct batch sizes of the training; empty for inference only
     * @param side of the input, in pixels
     * @return one verdict per check, that on inference last; none on a GPU, which is not checked; empty if a stop was
     *     requested
     * @throws org.maferstudio.job.Problem if the engine cannot be used for it
     */
    public Optional<List<EngineVerdict>> check(List<Integer> batches, int side, Progress progress) {
        if (plans.unchecked()) {
            return Optional.of(List.of());
        }
        List<Workload> workloads = new ArrayList<>();
        for (int batch : batches) {
            workloads.add(plans.workload(Workload.Kind.TRAINING, new Shape(batch, spec.channels(), side, side)));
        }
        workloads.add(plans.workload(Workload.Kind.INFERENCE, new Shape(1, spec.channels(), side, side)));
        return plans.check(workloads, progress);
    }

    /** How a pass without training computes, whose gradients are recorded if a collector is open. */
    Computation computation(Shape input) {
        spec.checkInput(input);
        return new Computation(values, BatchNormMode.INFERENCE, spec.batchNormMomentum(), plans.training(input));
    }

    /** The convolution plans of this network, shared with its copies. */
    CheckedPlans plans() {
        return plans;
    }

    /** Features and logits of a batch in inference mode, without recording for gradients. */
    public Outputs infer(NDArray input) {
        return NoGradients.get(() -> forward(input, BatchNormMode.INFERENCE));
    }

    /** A copy of all current parameters, without metadata. */
    public WeightFile weights() {
        List<Tensor> tensors = new ArrayList<>(values.size());
        values.forEach((name, value) -> tensors.add(
                Tensor.ofFloats(name, value.toFloatArray(), value.getShape().getShape())));
        return WeightFile.of(tensors, Map.of());
    }

    /**
     * Loads tensors by name, where names in the file may have a prefix, see {@link LoadReport#renamed()}. Parameters
     * that are missing or have another shape are not changed.
     */
    public LoadReport load(WeightFile file) {
        LoadReport report = LoadReport.of(slots.values(), file);
        TensorUpload upload = new TensorUpload(manager);
        for (LoadReport.Entry entry : report.entries()) {
            if (entry.taken()) {
                upload.copy(file.tensor(entry.found()), values.get(entry.name()));
            }
        }
        return report;
    }

    /** Frees the parameters and everything that still belongs to them. */
    @Override
    public void close() {
        manager.close();
    }
}
