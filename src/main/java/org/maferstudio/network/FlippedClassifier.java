package org.maferstudio.network;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;

/**
 * A network that sees each image and its mirror image: the probabilities, features and further values are the means of
 * both. It takes twice the time. It owns the network.
 */
public final class FlippedClassifier implements Classifier {
    private final Classifier network;

    /** Makes a network see mirror images too. */
    public FlippedClassifier(Classifier network) {
        this.network = network;
    }

    @Override
    public InputPacker packer() {
        return network.packer();
    }

    @Override
    public List<OutputValue> values() {
        return network.values();
    }

    @Override
    public boolean hasFeatures() {
        return network.hasFeatures();
    }

    @Override
    public List<Recognition> recognise(float[] packed, int count) {
        List<Recognition> seen = network.recognise(packed, count);
        List<Recognition> mirrored = network.recognise(mirrored(packed), count);
        List<Recognition> means = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Recognition one = seen.get(i);
            Recognition other = mirrored.get(i);
            means.add(Recognition.ofProbabilities(
                            mean(one.features(), other.features()), mean(one.probabilities(), other.probabilities()))
                    .withValues(mean(one.values(), other.values())));
        }
        return means;
    }

    private float[] mirrored(float[] packed) {
        InputContract contract = contract();
        int side = contract.size();
        float[] mirrored = new float[packed.length];
        for (int i = 0; i < packed.length; i++) {
            int x = i % side;
            mirrored[i] = packed[i - x + side - 1 - x];
        }
        return mirrored;
    }

    private static float[] mean(float[] one, float[] other) {
        float[] mean = new float[one.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (one[i] + other[i]) / 2;
        }
        return mean;
    }

    @Override
    public void close() {
        network.close();
    }
}
