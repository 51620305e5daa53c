package org.maferstudio.schedule;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.maferstudio.image.Kernel;
import org.maferstudio.texts.Texts;

/**
 * How often a training image is downsampled, to which resolution, and with which kernel.
 *
 * @param howOften the probability over the run
 * @param which the distribution of resolutions
 * @param kernel for both resizing steps
 */
public record ResolutionSchedule(DownsamplingProbability howOften, Resolutions which, Kernel kernel) {
    public ResolutionSchedule {
        Objects.requireNonNull(howOften, "howOften");
        Objects.requireNonNull(which, "which");
        Objects.requireNonNull(kernel, "kernel");
    }

    /** No downsampling, as for the baseline. */
    public static ResolutionSchedule off() {
        return new ResolutionSchedule(
                new DownsamplingProbability.Never(), new Resolutions.PowersOfTwo(3, 7), Kernel.BILINEAR);
    }

    /** Returns a copy with another probability. */
    public ResolutionSchedule with(DownsamplingProbability other) {
        return new ResolutionSchedule(other, which, kernel);
    }

    /** Returns a copy with other resolutions. */
    public ResolutionSchedule with(Resolutions other) {
        return new ResolutionSchedule(howOften, other, kernel);
    }

    /** Returns a copy with another kernel. */
    public ResolutionSchedule with(Kernel other) {
        return new ResolutionSchedule(howOften, which, other);
    }

    /** A description of one sentence. */
    public String describe() {
        if (howOften instanceof DownsamplingProbability.Never) {
            return Texts.of("schedule.summary.off");
        }
        return Texts.of("schedule.summary.schedule", howOften.describe(), which.describe(), kernel.id());
    }

    /** Draws the resolution of the next image, in pixels; empty if it is not downsampled. */
    public OptionalInt draw(long imagesSeen, RandomGenerator random) {
        return random.nextDouble() < howOften.after(imagesSeen)
                ? OptionalInt.of(which.draw(random))
                : OptionalInt.empty();
    }
}
