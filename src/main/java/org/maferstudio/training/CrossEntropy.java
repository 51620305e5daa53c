package org.maferstudio.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Cross entropy with class weights and label smoothing, as PyTorch's: the mean over a batch divides by the sum of the
 * weights of the batch's labels.
 *
 * <p>With logits z, label y, weights w, smoothing s and C classes, one image adds {@code -(1 - s) w_y log p_y - s/C
 * sum_c w_c log p_c}, where p is the softmax of z.
 */
final class CrossEntropy {
    private final float[] classWeights;
    private final double smoothing;

    /**
     * A loss.
     *
     * @param classWeights one a class, at least 0
     * @param smoothing from 0 to 1
     */
    CrossEntropy(float[] classWeights, double smoothing) {
        this.classWeights = classWeights.clone();
        this.smoothing = smoothing;
    }

    /**
     * The mean loss of a batch, a single number that gradients can start from; it belongs to {@code batch}.
     *
     * @param logits {@code (N, classes)}
     * @param labels one an image
     */
    NDArray of(NDArray logits, int[] labels, NDManager batch) {
        try (NDArray logProbabilities = logits.logSoftmax(-1);
                NDArray share = batch.create(shares(labels), new Shape(labels.length, classWeights.length));
                NDArray product = logProbabilities.mul(share);
                NDArray sum = product.sum()) {
            return sum.neg();
        }
    }

    /** The sum of the weights of these labels: what the mean divides by. */
    double weight(int[] labels) {
        double weight = 0;
        for (int label : labels) {
            weight += classWeights[label];
        }
        return weight;
    }

    /** By how much each log probability counts in the mean, {@code (N, classes)}. */
    private float[] shares(int[] labels) {
        int classes = classWeights.length;
        float[] shares = new float[labels.length * classes];
        double weight = weight(labels);
        if (weight == 0) {
            return shares; // a batch of classes that count for nothing teaches nothing
        }
        for (int i = 0; i < labels.length; i++) {
            for (int c = 0; c < classes; c++) {
                double hard = c == labels[i] ? 1 - smoothing : 0;
                shares[i * classes + c] = (float) ((hard + smoothing / classes) * classWeights[c] / weight);
            }
        }
        return shares;
    }
}
