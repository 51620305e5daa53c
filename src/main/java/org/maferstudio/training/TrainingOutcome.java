package org.maferstudio.training;

import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.job.RunStatus;

/**
 * How a training ended without a problem.
 *
 * @param state as it is in the experiment: finished or stopped
 * @param finishedBefore whether it had run to its end before, so that nothing was done
 */
public record TrainingOutcome(ExperimentManifest.State state, boolean finishedBefore) {
    /** Something was done. */
    public static TrainingOutcome of(ExperimentManifest.State state) {
        return new TrainingOutcome(state, false);
    }

    /** Nothing was left to do. */
    static TrainingOutcome finishedBefore(ExperimentManifest.State state) {
        return new TrainingOutcome(state, true);
    }

    /** Whether it ran to its end, or was stopped and saved. */
    public RunStatus ending() {
        return state.status();
    }
}
