package org.maferstudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.maferstudio.network.architecture.BatchNormMode;
import org.maferstudio.network.architecture.NoGradients;
import org.maferstudio.network.architecture.Outputs;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;

/**
 * A network of this program whose batch norms use the mean and variance of each batch in place of the stored ones, so
 * that it adapts to images of another kind (Nado et al. 2020, arXiv 2006.10963). What it says of an image depends on the
 * other images of the batch, which should be many and mixed.
 */
public final class BatchStatisticsClassifier implements Classifier {
    private final Network network;
    private final InputPacker packer;

    /**
     * Opens a network.
     *
     * @throws org.maferstudio.job.Problem if the file is incomplete
     */
    public BatchStatisticsClassifier(NetworkFile file, ComputeDevice device) {
        // Without momentum, the stored statistics stay as they are.
        network = new NetworkFile(file.spec().withBatchNormMomentum(0), file.contract(), file.weights()).open(device);
        packer = new InputPacker(file.contract());
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
        float[] values = Arrays.copyOf(packed, Math.toIntExact(shape.size()));
        try (NDManager batch = network.manager().newSubManager();
                NDArray input = batch.create(values, shape);
                Outputs outputs = NoGradients.get(() -> network.forward(input, BatchNormMode.TRAINING))) {
            return Recognition.ofBatch(
                    outputs.features().toFloatArray(), outputs.logits().toFloatArray(), count);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
