package org.maferstudio.training;

/**
 * The progress of a training between two validations.
 *
 * @param epoch starting at 1
 * @param step number of optimiser steps done
 * @param steps number of optimiser steps of the whole run
 * @param images number of training images seen, over all epochs
 * @param imagesPerSecond recent average; NaN at the start
 * @param loss the mean since the last validation
 * @param accuracy on the training images since the last validation, 0 to 1
 * @param learningRate of the classifier
 * @param loweringProbability downsampling probability of the next image
 * @param secondsLeft estimated time to the end of the run; NaN at the start
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
