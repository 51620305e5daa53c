package org.maferstudio.job;

import java.time.Duration;

/** Receives the progress of long-running work and signals when it should stop. Can be called from any thread. */
public interface Progress {
    /** Ignores all reports and never requests a stop. */
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, String message) {
            // Does nothing.
        }

        @Override
        public boolean stopRequested() {
            return false;
        }
    };

    /**
     * Reports the progress.
     *
     * @param fraction from 0 to 1, or negative if unknown
     * @param message a short status, such as {@code 1,200 of 28,709 images}
     */
    void report(double fraction, String message);

    /**
     * Reports the progress with an estimate of the remaining time.
     *
     * @param left the remaining time; null if unknown
     */
    default void report(double fraction, String message, Duration left) {
        report(fraction, message);
    }

    /**
     * Whether the work should stop. Work checks this after each small step, saves what is done and returns normally.
     */
    boolean stopRequested();
}
