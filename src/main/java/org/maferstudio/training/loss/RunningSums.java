package org.maferstudio.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import org.maferstudio.network.architecture.NoGradients;

/**
 * Loss and hits since the last row of the history. They are summed on the device, because reading a value would make
 * the host wait after each batch, and in double precision, so that the time of reading does not matter.
 */
public final class RunningSums implements AutoCloseable {
    /**
     * The sums as numbers.
     *
     * @param loss the weighted sum of the losses
     * @param weight the sum of the weights
     * @param correct number of correct predictions
     * @param images number of images
     */
    public record Values(double loss, double weight, double correct, long images) {
        public static final Values NONE = new Values(0, 0, 0, 0);

        /** NaN if there were no images. */
        public double meanLoss() {
            return loss / weight;
        }

        /** 0 to 1; NaN if there were no images. */
        public double accuracy() {
            return correct / images;
        }
    }

    private final NDManager manager;
    private NDArray loss;
    private NDArray correct;
    private double weight;
    private long images;

    /** Creates sums with initial values, on the device of the manager. */
    public RunningSums(NDManager parent, Values start) {
        this.manager = parent.newSubManager();
        manager.setName("sums");
        reset(start);
    }

    /** Resets the sums. */
    public void reset(Values start) {
        if (loss != null) {
            loss.close();
            correct.close();
        }
        loss = manager.create(start.loss());
        correct = manager.create(start.correct());
        weight = start.weight();
        images = start.images();
    }

    /**
     * Adds a batch.
     *
     * @param meanLoss a single number
     * @param batchWeight the weight of the batch in sums
     * @param logits {@code (N, classes)}
     * @param labels one an image
     */
    public void add(NDArray meanLoss, double batchWeight, NDArray logits, int[] labels) {
        long[] truth = new long[labels.length];
        for (int i = 0; i < labels.length; i++) {
            truth[i] = labels[i];
        }
        NoGradients.run(() -> {
            try (NDArray wide = meanLoss.toType(DataType.FLOAT64, true);
                    NDArray sum = wide.mul(batchWeight);
                    NDArray predicted = logits.argMax(-1);
                    NDArray expected = logits.getManager().create(truth);
                    NDArray hits = predicted.eq(expected);
                    NDArray counted = hits.toType(DataType.FLOAT64, false);
                    NDArray hitCount = counted.sum()) {
                loss.addi(sum);
                correct.addi(hitCount);
            }
        });
        weight += batchWeight;
        images += labels.length;
    }

    /** Reads the sums; waits for the device. */
    public Values read() {
        return new Values(loss.getDouble(), weight, correct.getDouble(), images);
    }

    @Override
    public void close() {
        manager.close();
    }
}
