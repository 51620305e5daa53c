package org.maferstudio.experiment;

/**
 * The state of a training at one validation.
 *
 * @param epoch number of the epoch, starting at 1
 * @param step number of optimiser steps so far
 * @param images number of training images seen so far, over all epochs
 * @param trainLoss the mean training loss over the images since the last row
 * @param trainAccuracy 0 to 1, over the same augmented images
 * @param validLoss the mean plain cross entropy on the validation split, in nats
 * @param validAccuracy 0 to 1
 * @param learningRate of the classifier, at the last step
 * @param loweringProbability downsampling probability of the next image
 * @param lowered the result on the validation split at a low resolution; {@link Lowered#NONE} if it was not evaluated
 * @param seconds of work so far, over all sessions
 */
public record HistoryRow(
        int epoch,
        long step,
        long images,
        double trainLoss,
        double trainAccuracy,
        double validLoss,
        double validAccuracy,
        double learningRate,
        double loweringProbability,
        Lowered lowered,
        double seconds) {
    /**
     * The result on the validation split at a low resolution.
     *
     * @param pixels of the shorter side; 0 if it was not evaluated
     * @param loss the mean plain cross entropy, in nats
     * @param accuracy 0 to 1
     */
    public record Lowered(int pixels, double loss, double accuracy) {
        /** Not evaluated. */
        public static final Lowered NONE = new Lowered(0, Double.NaN, Double.NaN);

        /** Whether it was evaluated. */
        public boolean isEvaluated() {
            return pixels > 0;
        }
    }

    /** Creates a row with a validation at native resolution only. */
    public HistoryRow(
            int epoch,
            long step,
            long images,
            double trainLoss,
            double trainAccuracy,
            double validLoss,
            double validAccuracy,
            double learningRate,
            double loweringProbability,
            double seconds) {
        this(
                epoch,
                step,
                images,
                trainLoss,
                trainAccuracy,
                validLoss,
                validAccuracy,
                learningRate,
                loweringProbability,
                Lowered.NONE,
                seconds);
    }
}
