package org.maferstudio.training;

import org.maferstudio.job.Progress;

/** Asks to stop when it has been asked so often. */
final class StopAfter implements Progress {
    private int left;

    StopAfter(int questions) {
        this.left = questions;
    }

    @Override
    public void report(double fraction, String message) {}

    @Override
    public synchronized boolean stopRequested() {
        return --left < 0;
    }
}
