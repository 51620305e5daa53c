package org.maferstudio.training;

import java.util.List;
import java.util.stream.IntStream;
import org.maferstudio.recipe.TrainingConfig;

/**
 * How the images of an epoch fall into batches, the batches into steps, and where validations lie.
 *
 * <p>A last batch of a single image joins the one before it: batch norm has no variance of one value.
 *
 * @param images of the training part, at least 2
 * @param course batch size, accumulation and validations
 */
record EpochPlan(int images, TrainingConfig course) {
    EpochPlan {
        if (images < 2) {
            throw new IllegalArgumentException("a training needs at least 2 images, got " + images);
        }
    }

    /** How many batches. */
    int batches() {
        int batches = (images + course.batch() - 1) / course.batch();
        return batches > 1 && images % course.batch() == 1 ? batches - 1 : batches;
    }

    /** The place of a batch's first image in the epoch; for the number of batches, the number of images. */
    int start(int batch) {
        return batch >= batches() ? images : batch * course.batch();
    }

    /** How many images a batch has. */
    int size(int batch) {
        return start(batch + 1) - start(batch);
    }

    /** How many images the batches that are trained on have, each number once: the usual one first. */
    List<Integer> sizes() {
        return IntStream.range(0, batchesUsed()).mapToObj(this::size).distinct().toList();
    }

    /** How many optimiser steps, at least 1. */
    int steps() {
        int full = batches() / course.accumulation();
        boolean partial = batches() % course.accumulation() > 0;
        return Math.max(1, partial && course.leftoverBatches() == TrainingConfig.Leftover.USE ? full + 1 : full);
    }

    /** How many batches are trained on: all of them unless leftover batches are dropped. */
    int batchesUsed() {
        return Math.min(batches(), steps() * course.accumulation());
    }

    /** How many batches make a step; the last one may have fewer. */
    int batchesOf(int step) {
        return Math.min(course.accumulation(), batches() - step * course.accumulation());
    }

    /** How many images of an epoch are trained on: all of them unless leftover batches are dropped. */
    int imagesUsed() {
        return start(batchesUsed());
    }

    /** How many validations an epoch has. */
    int validations() {
        return Math.min(steps(), course.validationsPerEpoch());
    }

    /** Whether a validation follows a step of the epoch, from 1; one follows the last step. */
    boolean validatesAfter(int step) {
        return validationsUpTo(step) > validationsUpTo(step - 1);
    }

    /** How many validations an epoch has had after so many of its steps: the i-th comes after {@code steps i / count}, rounded. */
    int validationsUpTo(int step) {
        return step < 1 ? 0 : (int) (((2L * step + 1) * validations() - 1) / (2L * steps()));
    }

    /** How many validations a run has had after so many of its steps. */
    long validationsOfRun(long step) {
        return step / steps() * validations() + validationsUpTo((int) (step % steps()));
    }
}
