package org.maferstudio.training;

import org.maferstudio.experiment.HistoryRow;

/** Receives the progress of a training, on the training thread; implementations must return immediately. */
public interface TrainingListener {
    /** Ignores everything. */
    TrainingListener NONE = new TrainingListener() {};

    /** Called with a message: the device, the step from which it resumes, a better network. */
    default void onMessage(String line) {}

    /** Called with the progress, a few times per second and after each step that is {@link #wantsProgress}. */
    default void onProgress(TrainingTick pulse) {}

    /** Whether it needs the progress after this optimiser step, counted from 1. */
    default boolean wantsProgress(long step) {
        return false;
    }

    /** Called after a validation; the row is already on disk. */
    default void onValidation(HistoryRow row) {}
}
