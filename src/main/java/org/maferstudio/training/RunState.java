package org.maferstudio.training;

import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.recipe.LearningRateConfig;
import org.maferstudio.recipe.TrainingConfig;

/**
 * Where a training stands after a step: with weights and optimiser, all that the rest of the run depends on.
 *
 * @param epoch from 1; the epoch of the last step, or of the first
 * @param stepInEpoch optimiser steps of this epoch that are done
 * @param step optimiser steps of the run that are done
 * @param seconds of work so far, over all sittings
 * @param validationDue whether the validation that belongs to this step has still to be made
 * @param sums since the last row of the history
 * @param marks what the validations said so far
 * @param finished whether nothing is left to train
 */
record RunState(
        int epoch,
        int stepInEpoch,
        long step,
        double seconds,
        boolean validationDue,
        RunningSums.Values sums,
        Marks marks,
        boolean finished) {
    /** Before the first step. */
    static final RunState START =
            new RunState(1, 0, 0, 0, false, RunningSums.Values.NONE, new Marks(Plateau.START, null, 0), false);

    /**
     * What the validations said so far.
     *
     * @param plateau for the learning rate
     * @param best the kept network; null before the first validation
     * @param sinceBest validations without a better one; always 0 where the last network is kept
     */
    record Marks(Plateau plateau, ExperimentManifest.Best best, int sinceBest) {
        /** After one more validation at a state. */
        Marks after(RunState state, Validation validation, LearningRateConfig plan) {
            TrainingConfig.Measure measure = validation.course().bestBy();
            double value = validation.best();
            Plateau next = plateau.after(
                    validation.watched(plan), validation.watchesLoss(plan), plan.threshold(), plan.patience());
            boolean last = validation.course().keep() == TrainingConfig.Keep.LAST;
            if (last || best == null || measure.better(value, best.value())) {
                return new Marks(next, new ExperimentManifest.Best(state.epoch(), state.step(), measure, value), 0);
            }
            return new Marks(next, best, sinceBest + 1);
        }
    }

    /** After one more step. */
    RunState stepped(boolean due) {
        return new RunState(epoch, stepInEpoch + 1, step + 1, seconds, due, sums, marks, false);
    }

    /** At the start of the next epoch. */
    RunState nextEpoch() {
        return new RunState(epoch + 1, 0, step, seconds, false, sums, marks, false);
    }

    /** After the validation that was due. */
    RunState validated(Marks after, boolean last) {
        return new RunState(epoch, stepInEpoch, step, seconds, false, RunningSums.Values.NONE, after, last);
    }

    /** As it is to be written: with the sums and the time of this moment. */
    RunState at(RunningSums.Values now, double secondsNow) {
        return new RunState(epoch, stepInEpoch, step, secondsNow, validationDue, now, marks, finished);
    }
}
