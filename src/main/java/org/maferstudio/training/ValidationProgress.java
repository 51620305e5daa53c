package org.maferstudio.training;

import java.time.Duration;
import org.maferstudio.job.Progress;

/**
 * The progress of a validation within a training: the progress and remaining time of the training do not change
 * meanwhile.
 *
 * @param whole the training
 * @param fraction progress of the training, 0 to 1
 * @param left its remaining time; null if unknown
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
