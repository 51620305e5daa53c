package org.maferstudio.datasets.readers;

import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** Ends the listing of a dataset: half a dataset is none, so there is nothing to keep. */
public final class ListingStopped {
    private ListingStopped() {}

    /** Throws if the work was asked to stop. */
    public static void check(Progress progress, String name) {
        if (progress.stopRequested()) {
            throw Problem.failure(Texts.of("datasets.open.error.stopped", name));
        }
    }
}
