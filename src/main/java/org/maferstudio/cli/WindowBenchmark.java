package org.maferstudio.cli;

import java.time.Duration;
import java.util.List;
import org.maferstudio.job.Problem;

/** Measures the window from within; the command line itself knows no window. */
public interface WindowBenchmark {
    /** Where nobody can open a window. */
    WindowBenchmark NO_WINDOW = new WindowBenchmark() {
        @Override
        public Pulses measure(Duration duration) {
            throw none();
        }

        @Override
        public Looks look(int samples) {
            throw none();
        }

        private Problem none() {
            return Problem.failure("No window can be opened to measure.");
        }
    };

    /**
     * How smoothly it ran while it trained.
     *
     * @param longestMillis the longest time between two pulses of the window's thread
     * @param p99Millis what 99 of 100 pulses stayed within
     * @param count how many pulses there were
     * @param trainedShare how far the training came meanwhile, 0 to 1
     */
    record Pulses(double longestMillis, double p99Millis, int count, double trainedShare) {}

    /**
     * How long looking at results took, in ms, one number a try; the matrix counts as shown with the first pulse after
     * its picture was set.
     *
     * @param read until an experiment's predictions were read that no one had looked at before
     * @param firstMatrix from then until its matrix was on the screen
     * @param resolution from another resolution until its matrix was
     * @param normalisation from another way to count until the matrix was
     * @param experiment from another experiment, one looked at before, until its matrix was
     * @param bundle from the wish to open a bundle until its matrix was
     * @param scroll the pulses while a gallery of all samples was scrolled from end to end
     * @param galleryBytes by how much that gallery let the heap grow, after collecting garbage
     */
    record Looks(
            List<Double> read,
            List<Double> firstMatrix,
            List<Double> resolution,
            List<Double> normalisation,
            List<Double> experiment,
            List<Double> bundle,
            List<Double> scroll,
            long galleryBytes) {}

    /**
     * Opens a window, starts a training on drawn faces, and listens to its pulses.
     *
     * @throws org.maferstudio.job.Problem if no window can be opened here
     * @throws Exception if the files of the trial cannot be written or removed
     */
    Pulses measure(Duration duration) throws Exception;

    /**
     * Opens a window on made experiments with predictions at six resolutions, and looks at them as one would by hand.
     *
     * @param samples of each experiment
     * @throws org.maferstudio.job.Problem if no window can be opened here
     * @throws Exception if the files of the trial cannot be written or removed
     */
    Looks look(int samples) throws Exception;
}
