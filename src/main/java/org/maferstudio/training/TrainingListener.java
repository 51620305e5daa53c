package org.maferstudio.training;

import org.maferstudio.experiment.HistoryRow;

/** Hears how a training goes, on the thread that trains; so it returns at once. */
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /** Something worth a line for display: which device, from which step it goes on, a better network. */
    default void said(String line) {}

    /** Where the training stands; a few times per second, and after each step that is {@link #awaited}. */
    default void moved(TrainingTick pulse) {}

    /** Whether it wants to hear where the training stands right after this optimiser step, from 1. */
    default boolean awaited(long step) {
        return false;
    }

    /** A validation was made; the row is on disk already. */
    default void validated(HistoryRow row) {}
}
