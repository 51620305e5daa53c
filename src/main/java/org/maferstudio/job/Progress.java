package org.maferstudio.job;

import java.time.Duration;

/** What long work tells about itself, and where it hears that it should stop; safe for use from any thread. */
public interface Progress {
    /** Goes nowhere and never asks to stop. */
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, String message) {
            // Nobody looks.
        }

        @Override
        public boolean stopRequested() {
            return false;
        }
    };

    /**
     * Says how far the work is.
     *
     * @param fraction from 0 to 1, or negative where it is not known
     * @param message a few words, such as {@code 1,200 of 28,709 images}
     */
    void report(double fraction, String message);

    /**
     * Says how far the work is, and how long it takes at its present pace, where the work itself knows that best.
     *
     * @param left until the work is done; null where it is not known
     */
    default void report(double fraction, String message, Duration left) {
        report(fraction, message);
    }

    /** Whether the work should end soon and in order, keeping what is done; work asks this after each small step. */
    boolean stopRequested();
}
