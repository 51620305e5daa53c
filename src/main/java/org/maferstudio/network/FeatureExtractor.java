package org.maferstudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.architecture.Outputs;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;

/**
 * Computes features and logits of images with a network whose classes need no names.
 *
 * <p>It uses the network itself, not the folded copy for inference: this needs half the memory and gives PyTorch's
 * exact values.
 */
public final class FeatureExtractor {
    private final Network network;
    private final InputPacker packer;

    /**
     * Creates an extractor; the caller closes the network.
     *
     * @param contract how images are packed; its labels are ignored
     */
    public FeatureExtractor(Network network, InputContract contract) {
        if (contract.colour().channels() != network.spec().channels()) {
            throw new IllegalArgumentException(
                    "a network of " + network.spec().channels() + " channels does not fit " + contract);
        }
        this.network = network;
        this.packer = new InputPacker(contract);
    }

    /**
     * The features and logits of an image. Not copies; do not modify.
     *
     * @param features the values before the classifier
     * @param logits one per class
     */
    @SuppressWarnings("ArrayRecordComponent") // two thousand numbers an image; lists would be heavier
    public record Row(float[] features, float[] logits) {}

    /** Computes one row per image, all in one batch. */
    public List<Row> rows(List<RasterImage> images) {
        InputContract contract = packer.contract();
        float[] packed = new float[images.size() * packer.length()];
        for (int i = 0; i < images.size(); i++) {
            RasterImage ready = packer.centre(packer.resized(images.get(i)));
            packer.packCropped(ready, packed, i * packer.length());
        }
        Shape shape = new Shape(images.size(), contract.colour().channels(), contract.size(), contract.size());
        try (NDManager batch = network.manager().newSubManager();
                NDArray input = batch.create(packed, shape);
                Outputs outputs = network.infer(input)) {
            return split(outputs.features().toFloatArray(), outputs.logits().toFloatArray(), images.size());
        }
    }

    private static List<Row> split(float[] features, float[] logits, int count) {
        int width = features.length / count;
        int classes = logits.length / count;
        List<Row> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(new Row(
                    Arrays.copyOfRange(features, i * width, (i + 1) * width),
                    Arrays.copyOfRange(logits, i * classes, (i + 1) * classes)));
        }
        return rows;
    }
}
