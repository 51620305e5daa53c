package org.maferstudio.cli;

import java.time.Duration;

/** Measures how smoothly the window runs while it trains; the command line itself knows no window. */
@FunctionalInterface
public interface WindowProbe {
    /**
     * What was measured.
     *
     * @param longestMillis the longest time between two pulses of the window's thread
     * @param p99Millis what 99 of 100 pulses stayed within
     * @param count how many pulses there were
     * @param trainedShare how far the training came meanwhile, 0 to 1
     */
    record Pulses(double longestMillis, double p99Millis, int count, double trainedShare) {}

    /**
     * Opens a window, starts a training on drawn faces, and listens to its pulses.
     *
     * @throws org.maferstudio.job.Problem if no window can be opened here
     * @throws Exception if the files of the trial cannot be written or removed
     */
    Pulses measure(Duration duration) throws Exception;
}
