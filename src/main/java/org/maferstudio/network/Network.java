package org.maferstudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/**
 * A network with its parameters on one device; it owns their memory.
 *
 * <p>A pass belongs to the manager of its input, so that everything it makes dies with the batch:
 *
 * <pre>{@code
 * try (NDManager batch = network.manager().newSubManager()) {
 *     Outputs outputs = network.forward(batch.create(values, new Shape(n, 3, 224, 224)), Mode.INFERENCE);
 * }
 * }</pre>
 */
public final class Network implements AutoCloseable {
    /** Counts that PyTorch keeps beside each batch norm and nothing here needs. */
    private static final String BATCH_COUNT = ".num_batches_tracked";

    private final NetworkSpec spec;
    private final int classes;
    private final ComputeDevice device;
    private final NDManager manager;
    private final Blueprint blueprint;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, NDArray> values = new LinkedHashMap<>();

    private Network(NetworkSpec spec, int classes, ComputeDevice device) {
        this.spec = spec;
        this.classes = classes;
        this.device = device;
        this.blueprint = Blueprint.of(spec);
        this.manager = NDManager.newBaseManager(device.toDjl());
        manager.setName("network");
    }

    /**
     * A network with random weights, He's initialisation; the same for the same seed on every machine.
     *
     * @param classes how many it tells apart, at least 1
     * @param seed each parameter draws from this and its own name, so other classes leave the rest as it is
     */
    public static Network create(NetworkSpec spec, int classes, long seed, ComputeDevice device) {
        if (classes < 1) {
            throw new IllegalArgumentException("a network needs at least one class, got " + classes);
        }
        Network network = new Network(spec, classes, device);
        for (Slot slot : network.blueprint.slots(classes)) {
            network.slots.put(slot.name(), slot);
            network.values.put(slot.name(), network.copyOf(Initialisation.draw(slot, seed), slot.shape()));
        }
        return network;
    }

    /** Which network this is. */
    public NetworkSpec spec() {
        return spec;
    }

    /** How many classes it tells apart. */
    public int classes() {
        return classes;
    }

    /** Where its parameters lie. */
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
     * Features and logits of a batch; both belong to the input's manager. Gradients are recorded where a collector is
     * open.
     *
     * @param input {@code (N, C, H, W)}, packed as the input contract says
     */
    public Outputs forward(NDArray input, Mode mode) {
        spec.checkInput(input.getShape());
        return new Computation(values, mode, spec.batchNormMomentum()).run(blueprint, input);
    }

    /** Features and logits of a batch in inference mode, without recording for gradients. */
    public Outputs infer(NDArray input) {
        return NoGradients.get(() -> forward(input, Mode.INFERENCE));
    }

    /** A copy of all parameters, as they are now, without metadata. */
    public WeightFile weights() {
        List<Tensor> tensors = new ArrayList<>(values.size());
        values.forEach((name, value) -> tensors.add(
                Tensor.ofFloats(name, value.toFloatArray(), value.getShape().getShape())));
        return WeightFile.of(tensors, Map.of());
    }

    /**
     * Takes the values of a file's tensors by name; what the file does not have, or has in another shape, stays as it
     * is.
     */
    public LoadReport load(WeightFile file) {
        List<String> read = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> otherShape = new ArrayList<>();
        slots.forEach((name, slot) -> {
            Tensor tensor = file.tensors().get(name);
            if (tensor == null) {
                missing.add(name);
            } else if (!tensor.isReal() || !tensor.shape().equals(sizes(slot.shape()))) {
                otherShape.add(name);
            } else {
                set(name, tensor.floats());
                read.add(name);
            }
        });
        List<String> leftOut = file.tensors().keySet().stream()
                .filter(name -> !slots.containsKey(name) && !name.endsWith(BATCH_COUNT))
                .toList();
        return new LoadReport(read, missing, otherShape, leftOut);
    }

    private void set(String name, float[] numbers) {
        NDArray value = values.get(name);
        try (NDArray source = fromFloats(numbers, value.getShape())) {
            // Copies into the place; NDArray.set(Buffer) would make the array lean on Java's memory.
            NoGradients.run(() -> value.set(new NDIndex("..."), source));
        }
    }

    /** Memory of the engine's own: an array straight from a buffer would lean on Java's memory. */
    private NDArray copyOf(float[] numbers, Shape shape) {
        try (NDArray source = fromFloats(numbers, shape)) {
            return source.duplicate();
        }
    }

    private NDArray fromFloats(float[] numbers, Shape shape) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(4 * numbers.length).order(ByteOrder.nativeOrder());
        buffer.asFloatBuffer().put(numbers);
        return manager.create(buffer, shape, DataType.FLOAT32);
    }

    private static List<Long> sizes(Shape shape) {
        List<Long> sizes = new ArrayList<>();
        for (long size : shape.getShape()) {
            sizes.add(size);
        }
        return Collections.unmodifiableList(sizes);
    }

    /** Frees the parameters and everything that still belongs to them. */
    @Override
    public void close() {
        manager.close();
    }
}
