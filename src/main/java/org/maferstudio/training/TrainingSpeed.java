package org.maferstudio.training;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.maferstudio.texts.Texts;

/** Measures the speed of a training, and whether it waits for the loader. */
final class TrainingSpeed {
    private static final long PULSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final long start = System.nanoTime();
    private long lastPulse = start;
    private long imagesAtPulse;
    private long images;
    private long epochImages;
    private long waitNanos;
    private long stepNanos;
    private double recent = Double.NaN;

    /** Starts an epoch, or the rest of one. */
    void startEpoch() {
        epochImages = 0;
        waitNanos = 0;
        stepNanos = 0;
    }

    /** Counts a batch. */
    void batch(int size, long waited, long worked) {
        images += size;
        epochImages += size;
        waitNanos += waited;
        stepNanos += worked;
    }

    /** Whether it is time to report progress. */
    boolean pulseDue() {
        long now = System.nanoTime();
        if (now - lastPulse < PULSE) {
            return false;
        }
        double rate = (images - imagesAtPulse) * 1e9 / (now - lastPulse);
        recent = Double.isNaN(recent) ? rate : 0.8 * recent + 0.2 * rate;
        lastPulse = now;
        imagesAtPulse = images;
        return true;
    }

    /** Ignores the time since the last call, such as that of a validation. */
    void skip() {
        lastPulse = System.nanoTime();
        imagesAtPulse = images;
    }

    /** Images per second, recent average; NaN at the start. */
    double recentRate() {
        return recent;
    }

    /**
     * Converts seconds to a duration; null if unknown.
     *
     * @param seconds may be negative or not finite
     */
    static Duration left(double seconds) {
        return Double.isFinite(seconds) ? Duration.ofMillis(Math.round(1000 * Math.max(0, seconds))) : null;
    }

    /** Seconds since the start of this session. */
    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Whether the loader or the step was the bottleneck of the epoch, for the log. */
    String sentence(int epoch, long step, double loaderRate) {
        return Texts.of(
                "training.log.speed",
                epoch,
                step,
                loaderRate,
                epochImages * 1e9 / Math.max(1, stepNanos),
                waitNanos / 1e9,
                (waitNanos + stepNanos) / 1e9);
    }
}
