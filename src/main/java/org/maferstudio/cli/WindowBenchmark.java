package org.maferstudio.cli;

import java.time.Duration;
import org.maferstudio.job.Problem;

/** Measures how smoothly the window runs; the command line itself knows no window. */
public interface WindowBenchmark {
    /** Where there is no window. */
    WindowBenchmark NO_WINDOW = duration -> {
        throw Problem.failure("No window can be opened to measure.");
    };

    /**
     * How smoothly the window ran while it trained.
     *
     * @param longestMillis the longest time between two pulses of the JavaFX thread
     * @param p99Millis the time that 99 of 100 pulses took at most
     * @param count number of pulses
     * @param trainedShare how much of the training was done meanwhile, 0 to 1
     */
    record Pulses(double longestMillis, double p99Millis, int count, double trainedShare) {}

    /**
     * Opens a window, starts a training on drawn faces, and measures the times between pulses.
     *
     * @throws org.maferstudio.job.Problem if no window can be opened here
     * @throws Exception if temporary files cannot be written or removed
     */
    Pulses measure(Duration duration) throws Exception;
}
