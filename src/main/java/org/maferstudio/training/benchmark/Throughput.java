package org.maferstudio.training.benchmark;

/**
 * The speed of a network on this computer.
 *
 * @param trainImagesPerSecond of whole training steps: forward, backward and optimiser; NaN if no step was finished
 * @param inferImagesPerSecond of forward passes without gradients; NaN if none was finished
 */
public record Throughput(double trainImagesPerSecond, double inferImagesPerSecond) {}
