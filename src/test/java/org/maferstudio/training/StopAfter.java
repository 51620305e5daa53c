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
        return !checkingTheEngine() && --left < 0;
    }

    /** How often a check asks depends on the clock, and whether there is one on the runs before. */
    private static boolean checkingTheEngine() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(
                        frame -> frame.getClassName().equals("org.maferstudio.network.check.EngineCheck")));
    }
}
