package org.maferstudio.training;

/**
 * How fast a network is on this computer.
 *
 * @param trainImagesPerSecond of whole training steps: forward, backward and the optimiser; NaN if none was finished
 * @param inferImagesPerSecond of forward passes without gradients; NaN if none was finished
 */
public record Throughput(double trainImagesPerSecond, double inferImagesPerSecond) {}
