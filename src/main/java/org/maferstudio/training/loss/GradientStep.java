package org.maferstudio.training.loss;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.maferstudio.network.Network;
import org.maferstudio.network.architecture.BatchNormMode;
import org.maferstudio.network.architecture.Outputs;
import org.maferstudio.training.data.PackedBatch;

/** Runs a batch forward and backward, and accumulates the gradients. */
public final class GradientStep {
    private final Network network;
    private final CrossEntropy loss;
    private final Optional<FrozenTeacher> teacher;
    private final BatchNormMode mode;
    private final int side;
    /** Shared by all batches: the input uses this memory until the batch is done. */
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

    /**
     * Creates a step for a network.
     *
     * @param mode of its batch norms
     * @param side of the input, in pixels
     */
    public GradientStep(Network network, CrossEntropy loss, BatchNormMode mode, int side) {
        this(network, loss, Optional.empty(), mode, side);
    }

    /** Creates a step for a network with an optional teacher, which the caller closes. */
    public GradientStep(
            Network network, CrossEntropy loss, Optional<FrozenTeacher> teacher, BatchNormMode mode, int side) {
        this.teacher = teacher;
        this.network = network;
        this.loss = loss;
        this.mode = mode;
        this.side = side;
    }

    /**
     * Accumulates the gradients of a batch's mean loss, like PyTorch's {@code (loss / divisor).backward()}.
     *
     * @param divisor the number of batches of the step for the mean of their gradients, 1 for the sum
     * @param sums receive loss and hits
     */
    public void add(PackedBatch packed, int divisor, RunningSums sums) {
        try (NDManager batch = network.manager().newSubManager()) {
            batch.setName("batch");
            // First, because the student's input uses the same memory.
            Optional<Outputs> target = teacher.map(each -> target(each, packed, batch));
            NDArray input = input(packed, packed.input(), batch);
            Outputs outputs;
            NDArray mean;
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                outputs = network.forward(input, mode);
                mean = loss(outputs, target, packed, batch);
                collector.backward(divisor == 1 ? mean : mean.div(divisor));
            }
            sums.add(mean, loss.weight(packed), outputs.logits(), packed.labels());
        }
    }

    private NDArray loss(Outputs outputs, Optional<Outputs> target, PackedBatch packed, NDManager batch) {
        NDArray ofLabels = loss.of(outputs.logits(), packed, batch);
        if (target.isEmpty()) {
            return ofLabels;
        }
        try (ofLabels;
                NDArray ofTeacher = teacher.orElseThrow().loss(outputs, target.get())) {
            return ofLabels.add(ofTeacher);
        }
    }

    private Outputs target(FrozenTeacher of, PackedBatch packed, NDManager batch) {
        try (NDArray input = input(packed, packed.originals(), batch)) {
            return of.outputs(input);
        }
    }

    private NDArray input(PackedBatch packed, float[] values, NDManager batch) {
        int bytes = 4 * values.length;
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(bytes);
        }
        ByteBuffer part = buffer.duplicate().order(ByteOrder.nativeOrder());
        part.limit(bytes);
        part.asFloatBuffer().put(values);
        return batch.create(part, new Shape(packed.size(), network.spec().channels(), side, side), DataType.FLOAT32);
    }
}
