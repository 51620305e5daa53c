package org.maferstudio.experiment;

/**
 * What a training had reached at one validation.
 *
 * @param epoch which pass over the training part, from 1
 * @param step optimiser steps so far
 * @param images training images seen so far, over all epochs
 * @param trainLoss the mean of what is made small over the images since the last row
 * @param trainAccuracy 0 to 1, over the same images, as augmented
 * @param validLoss the mean plain cross entropy over the validation part, in nats
 * @param validAccuracy 0 to 1
 * @param learningRate of the classifier, at the last step
 * @param loweringProbability downsampling probability for the next image
 * @param lowered the same validation part at a low resolution; {@link Lowered#NONE} where it was not evaluated
 * @param seconds of work so far, over all sittings
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
     * What the validation part was at a low resolution.
     *
     * @param pixels of the shorter side; 0 where it was not evaluated
     * @param loss the mean plain cross entropy, in nats
     * @param accuracy 0 to 1
     */
    public record Lowered(int pixels, double loss, double accuracy) {
        /** Not evaluated. */
        public static final Lowered NONE = new Lowered(0, Double.NaN, Double.NaN);

        /** Whether somebody looked. */
        public boolean known() {
            return pixels > 0;
        }
    }

    /** A row whose validation ran at native resolution only. */
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
