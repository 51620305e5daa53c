package org.maferstudio.training;

import java.time.Duration;
import org.maferstudio.job.Progress;

/**
 * A validation inside a training: the training stands still meanwhile, and so does what is left of it.
 *
 * @param whole the training
 * @param fraction how far that is, 0 to 1
 * @param left until it is done, as last known; null if it is not known
 */
record ValidationProgress(Progress whole, double fraction, Duration left) implements Progress {
    @Override
    public void report(double share, String message) {
        whole.report(fraction, message, left);
    }

    @Override
    public boolean stopRequested() {
        return whole.stopRequested();
    }
}
