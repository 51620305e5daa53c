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
 * @param loweringProbability p(lowering) for the next image
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
        double seconds) {}
