package org.maferstudio.network;

import java.util.List;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;

/**
 * A network with its input contract, for inference: images in; probabilities, features and further values out. For one
 * thread at a time.
 */
public interface Classifier extends AutoCloseable {
    /** Packs the network's input. */
    InputPacker packer();

    /** The network's input contract, with its classes. */
    default InputContract contract() {
        return packer().contract();
    }

    /** The values that are no classes, such as valence, in the order of {@link Recognition#values}; usually none. */
    default List<OutputValue> values() {
        return List.of();
    }

    /** The names of {@link #values}. */
    default List<String> valueNames() {
        return values().stream().map(OutputValue::name).toList();
    }

    /** Whether predictions have features. */
    default boolean hasFeatures() {
        return true;
    }

    /** The network's prediction for each image. */
    default List<Recognition> recognise(List<RasterImage> images) {
        InputPacker packer = packer();
        float[] packed = new float[images.size() * packer.length()];
        for (int i = 0; i < images.size(); i++) {
            RasterImage ready = packer.centre(packer.resized(images.get(i)));
            packer.packCropped(ready, packed, i * packer.length());
        }
        return recognise(packed, images.size());
    }

    /**
     * The network's prediction for each of {@code count} packed images.
     *
     * @param packed {@code (count, C, H, W)}; the rest is ignored
     */
    List<Recognition> recognise(float[] packed, int count);

    /** Frees the network's memory. */
    @Override
    void close();
}
