package org.maferstudio.training;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.Course;

/**
 * How the images of an epoch fall into batches, the batches into steps, and where validations lie.
 *
 * <p>A last batch of a single image joins the one before it: batch norm has no variance of one value.
 *
 * @param images of the training part, at least 2
 * @param course batch size, accumulation and validations
 */
record EpochPlan(int images, Course course) {
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

    /** How many optimiser steps. */
    int steps() {
        return (batches() + course.accumulation() - 1) / course.accumulation();
    }

    /** How many batches make a step; the last one may have fewer. */
    int batchesOf(int step) {
        return Math.min(course.accumulation(), batches() - step * course.accumulation());
    }

    /** The steps of the epoch, from 1, after which the validation part is looked at; the last is among them. */
    List<Integer> validations() {
        List<Integer> after = new ArrayList<>();
        for (int i = 1; i <= course.validationsPerEpoch(); i++) {
            int step = (int) Math.round((double) steps() * i / course.validationsPerEpoch());
            if (step > 0 && !after.contains(step)) {
                after.add(step);
            }
        }
        return after;
    }
}
