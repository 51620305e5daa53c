package org.maferstudio.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.maferstudio.training.data.PackedBatch;

/**
 * Cross entropy with class weights and label smoothing, as PyTorch's: the mean over a batch divides by the sum of the
 * weights of the batch's labels.
 *
 * <p>With logits z, label y, weights w, smoothing s and C classes, one image adds {@code -(1 - s) w_y log p_y - s/C
 * sum_c w_c log p_c}, where p is the softmax of z. Where people disagreed, y is the share t_c of each class, one image
 * adds {@code -sum_c w_c ((1 - s) t_c + s/C) log p_c}, and the mean divides by the number of images, as PyTorch's does.
 */
public final class CrossEntropy {
    private final float[] classWeights;
    private final double smoothing;

    /**
     * A loss.
     *
     * @param classWeights one per class, at least 0
     * @param smoothing from 0 to 1
     */
    public CrossEntropy(float[] classWeights, double smoothing) {
        this.classWeights = classWeights.clone();
        this.smoothing = smoothing;
    }

    /**
     * The mean loss of a batch, a scalar with a gradient that belongs to {@code batch}.
     *
     * @param logits {@code (N, classes)}
     */
    public NDArray of(NDArray logits, PackedBatch packed, NDManager batch) {
        try (NDArray logProbabilities = logits.logSoftmax(-1);
                NDArray share = batch.create(counts(packed), new Shape(packed.size(), classWeights.length));
                NDArray product = logProbabilities.mul(share);
                NDArray sum = product.sum()) {
            return sum.neg();
        }
    }

    /** The denominator of the mean: the sum of the weights of the labels, or the number of images with shares. */
    public double weight(PackedBatch packed) {
        if (packed.isSoft()) {
            return packed.size();
        }
        double weight = 0;
        for (int label : packed.labels()) {
            weight += classWeights[label];
        }
        return weight;
    }

    /** The weight of each log probability in the mean, {@code (N, classes)}. */
    private float[] counts(PackedBatch packed) {
        int classes = classWeights.length;
        float[] counts = new float[packed.size() * classes];
        double weight = weight(packed);
        if (weight == 0) {
            return counts; // a batch whose classes all have weight 0 has no gradient
        }
        for (int i = 0; i < packed.size(); i++) {
            for (int c = 0; c < classes; c++) {
                int place = i * classes + c;
                double share = packed.isSoft() ? packed.shares()[place] : c == packed.labels()[i] ? 1 : 0;
                counts[place] = (float) (((1 - smoothing) * share + smoothing / classes) * classWeights[c] / weight);
            }
        }
        return counts;
    }
}
