package org.maferstudio.cli;

import java.time.Duration;
import org.maferstudio.job.Problem;

/** Measures the responsiveness of the window; an interface, because the command line does not depend on the window. */
public interface WindowBenchmark {
    /** No window is available. */
    WindowBenchmark NO_WINDOW = duration -> {
        throw Problem.failure("No window can be opened to measure.");
    };

    /**
     * The responsiveness of the window during training.
     *
     * @param longestMillis the longest time between two pulses of the JavaFX thread
     * @param p99Millis the 99th percentile of that time
     * @param count number of pulses
     * @param trainedShare progress of the training, 0 to 1
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
