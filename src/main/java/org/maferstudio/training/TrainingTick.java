package org.maferstudio.training;

/**
 * Where a training stands between two validations.
 *
 * @param epoch from 1
 * @param step optimiser steps done
 * @param steps optimiser steps of the whole run
 * @param images training images seen, over all epochs
 * @param imagesPerSecond over the last moments; NaN at the start
 * @param loss the mean since the last validation
 * @param accuracy on the training images since the last validation, 0 to 1
 * @param learningRate of the classifier
 * @param loweringProbability p(downsampling) for the next image
 * @param secondsLeft to the end of the run, roughly; NaN at the start
 */
public record TrainingTick(
        int epoch,
        long step,
        long steps,
        long images,
        double imagesPerSecond,
        double loss,
        double accuracy,
        double learningRate,
        double loweringProbability,
        double secondsLeft) {}
