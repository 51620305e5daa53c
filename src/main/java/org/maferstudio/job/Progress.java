package org.maferstudio.job;

import java.time.Duration;

/** Receives the progress of long work, and tells it when to stop; safe for use from any thread. */
public interface Progress {
    /** Goes nowhere and never asks to stop. */
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, String message) {
            // No observer.
        }

        @Override
        public boolean stopRequested() {
            return false;
        }
    };

    /**
     * Reports the progress.
     *
     * @param fraction from 0 to 1, or negative where it is not known
     * @param message a few words, such as {@code 1,200 of 28,709 images}
     */
    void report(double fraction, String message);

    /**
     * Reports the progress and the remaining time, for work that can estimate it best itself.
     *
     * @param left until the work is done; null where it is not known
     */
    default void report(double fraction, String message, Duration left) {
        report(fraction, message);
    }

    /** Whether the work should end soon and in order, keeping what is done; work asks this after each small step. */
    boolean stopRequested();
}
