package org.maferstudio.training;

import org.maferstudio.experiment.ExperimentManifest;

/**
 * How a training ended.
 *
 * @param ending whether it is done
 * @param state as it stands in the experiment
 */
public record TrainingOutcome(Ending ending, ExperimentManifest.State state) {
    /** The ways in which a training ends without a problem. */
    public enum Ending {
        /** It ran to its end. */
        FINISHED,
        /** It had run to its end before; nothing was done. */
        FINISHED_BEFORE,
        /** It was asked to stop, and saved. */
        STOPPED
    }
}
