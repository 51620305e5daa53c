package org.maferstudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.maferstudio.network.architecture.Outputs;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;

/**
 * A snapshot of a network of this program with its input contract, computed by the engine.
 *
 * <p>It copies the weights, so the network may be trained further, or closed.
 */
public final class EngineClassifier implements Classifier {
    private final Inference inference;
    private final InputPacker packer;

    /** Creates a snapshot of a network. */
    public EngineClassifier(Network network, InputContract contract) {
        if (contract.labels().size() != network.classes()
                || contract.colour().channels() != network.spec().channels()) {
            throw new IllegalArgumentException("a network of " + network.classes() + " classes and "
                    + network.spec().channels() + " channels does not fit " + contract);
        }
        this.inference = new Inference(network);
        this.packer = new InputPacker(contract);
    }

    /**
     * Opens a network written by this program.
     *
     * @throws Problem if the file cannot be read or is incomplete
     */
    public static EngineClassifier open(Path file, ComputeDevice device) {
        NetworkFile read = NetworkFile.read(file);
        try (Network network = read.open(device)) {
            return new EngineClassifier(network, read.contract());
        }
    }

    @Override
    public InputPacker packer() {
        return packer;
    }

    @Override
    public List<Recognition> recognise(float[] packed, int count) {
        if (count == 0) {
            return List.of();
        }
        InputContract contract = packer.contract();
        Shape shape = new Shape(count, contract.colour().channels(), contract.size(), contract.size());
        float[] values = packed.length == shape.size() ? packed : Arrays.copyOf(packed, Math.toIntExact(shape.size()));
        try (NDManager batch = inference.manager().newSubManager();
                NDArray input = batch.create(values, shape);
                Outputs outputs = inference.run(input)) {
            return Recognition.ofBatch(
                    outputs.features().toFloatArray(), outputs.logits().toFloatArray(), count);
        }
    }

    /** Frees the copy of the weights. */
    @Override
    public void close() {
        inference.close();
    }
}
