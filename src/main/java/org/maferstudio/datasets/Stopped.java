package org.maferstudio.datasets;

import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;

/** Ends the listing of a dataset: half a dataset is none, so there is nothing to keep. */
final class Stopped {
    private Stopped() {}

    /** Throws if the work was asked to stop. */
    static void check(Progress progress, String name) {
        if (progress.stopRequested()) {
            throw Problem.failure("Opening " + name + " was stopped before its end; nothing was changed.");
        }
    }
}
