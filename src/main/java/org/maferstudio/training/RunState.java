package org.maferstudio.training;

import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.recipe.LearningRateConfig;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.training.loss.RunningSums;
import org.maferstudio.training.optimiser.Plateau;

/**
 * The state of a training after a step: with weights and optimiser, everything that the rest of the run depends on.
 *
 * @param epoch starting at 1; the epoch of the last step, or of the first
 * @param stepInEpoch number of optimiser steps done in this epoch
 * @param step number of optimiser steps done in the run
 * @param seconds of work so far, over all sessions
 * @param validationDue whether the validation after this step is still to be done
 * @param sums since the last row of the history
 * @param marks the results of the validations so far
 * @param finished whether the training is complete
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
     * The results of the validations so far.
     *
     * @param plateau for the learning rate
     * @param best the selected network; null before the first validation
     * @param sinceBest number of validations without improvement; always 0 if the last network is kept
     */
    record Marks(Plateau plateau, ExperimentManifest.Best best, int sinceBest) {
        /** After one more validation at a state. */
        Marks after(RunState state, Validation validation, LearningRateConfig plan) {
            TrainingConfig.Measure measure = validation.config().bestBy();
            double value = validation.best();
            Plateau next = plateau.after(
                    validation.watched(plan), validation.watchedMeasure(plan), plan.threshold(), plan.patience());
            boolean last = validation.config().keep() == TrainingConfig.Keep.LAST;
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

    /** Returns the state to write, with the current sums and time. */
    RunState at(RunningSums.Values now, double secondsNow) {
        return new RunState(epoch, stepInEpoch, step, secondsNow, validationDue, now, marks, finished);
    }
}
