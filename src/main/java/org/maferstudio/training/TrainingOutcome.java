package org.maferstudio.training;

import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.job.RunStatus;

/**
 * The outcome of a training without a problem.
 *
 * @param state as in the experiment: finished or stopped
 * @param finishedBefore whether it was already complete
 */
public record TrainingOutcome(ExperimentManifest.State state, boolean finishedBefore) {
    /** Something was done. */
    public static TrainingOutcome of(ExperimentManifest.State state) {
        return new TrainingOutcome(state, false);
    }

    /** There was nothing left to do. */
    static TrainingOutcome finishedBefore(ExperimentManifest.State state) {
        return new TrainingOutcome(state, true);
    }

    /** Whether it was completed, or stopped and saved. */
    public RunStatus ending() {
        return state.status();
    }
}
