package org.maferstudio.training.data;

import java.util.List;
import java.util.stream.IntStream;
import org.maferstudio.recipe.TrainingConfig;

/**
 * Divides the images of an epoch into batches, batches into steps, and places the validations.
 *
 * <p>A last batch with a single image is merged with the previous one, because batch norm has no variance of one value.
 *
 * @param images of the training split, at least 2
 * @param config batch size, accumulation and validations
 */
public record EpochPlan(int images, TrainingConfig config) {
    public EpochPlan {
        if (images < 2) {
            throw new IllegalArgumentException("a training needs at least 2 images, got " + images);
        }
    }

    /** The number of batches. */
    public int batches() {
        int batches = (images + config.batch() - 1) / config.batch();
        return batches > 1 && images % config.batch() == 1 ? batches - 1 : batches;
    }

    /** The index of a batch's first image in the epoch; for the number of batches, the number of images. */
    public int start(int batch) {
        return batch >= batches() ? images : batch * config.batch();
    }

    /** The number of images of a batch. */
    int size(int batch) {
        return start(batch + 1) - start(batch);
    }

    /** The distinct sizes of the batches used for training, the usual one first. */
    public List<Integer> sizes() {
        return IntStream.range(0, batchesUsed()).mapToObj(this::size).distinct().toList();
    }

    /** The number of optimiser steps, at least 1. */
    public int steps() {
        int full = batches() / config.accumulation();
        boolean partial = batches() % config.accumulation() > 0;
        return Math.max(1, partial && config.leftoverBatches() == TrainingConfig.Leftover.USE ? full + 1 : full);
    }

    /** The number of batches used for training: all of them unless leftover batches are dropped. */
    public int batchesUsed() {
        return Math.min(batches(), steps() * config.accumulation());
    }

    /** The number of batches of a step; the last step may have fewer. */
    public int batchesOf(int step) {
        return Math.min(config.accumulation(), batches() - step * config.accumulation());
    }

    /** The number of images used for training: all of them unless leftover batches are dropped. */
    public int imagesUsed() {
        return start(batchesUsed());
    }

    /** The number of validations of an epoch. */
    public int validations() {
        return Math.min(steps(), config.validationsPerEpoch());
    }

    /** Whether a validation follows a step of the epoch, counted from 1; one follows the last step. */
    public boolean validatesAfter(int step) {
        return validationsUpTo(step) > validationsUpTo(step - 1);
    }

    /**
     * The number of validations of an epoch after a number of its steps: the i-th follows step {@code steps i / count},
     * rounded.
     */
    int validationsUpTo(int step) {
        return step < 1 ? 0 : (int) (((2L * step + 1) * validations() - 1) / (2L * steps()));
    }

    /** The number of validations of a run after a number of its steps. */
    public long validationsOfRun(long step) {
        return step / steps() * validations() + validationsUpTo((int) (step % steps()));
    }
}
