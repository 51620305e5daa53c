package org.maferstudio.schedule;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.maferstudio.image.Kernel;
import org.maferstudio.texts.Texts;

/**
 * How often an image of the training is lowered, to which resolution, and with which kernel.
 *
 * @param howOften the probability over the run
 * @param which the resolutions to draw from
 * @param kernel for the way down and the way up
 */
public record ResolutionSchedule(DownsamplingProbability howOften, Resolutions which, Kernel kernel) {
    public ResolutionSchedule {
        Objects.requireNonNull(howOften, "howOften");
        Objects.requireNonNull(which, "which");
        Objects.requireNonNull(kernel, "kernel");
    }

    /** Never lowers: the base network. */
    public static ResolutionSchedule off() {
        return new ResolutionSchedule(
                new DownsamplingProbability.Never(), new Resolutions.PowersOfTwo(3, 7), Kernel.BILINEAR);
    }

    /** This schedule with another probability. */
    public ResolutionSchedule with(DownsamplingProbability other) {
        return new ResolutionSchedule(other, which, kernel);
    }

    /** This schedule with other resolutions. */
    public ResolutionSchedule with(Resolutions other) {
        return new ResolutionSchedule(howOften, other, kernel);
    }

    /** This schedule with another kernel. */
    public ResolutionSchedule with(Kernel other) {
        return new ResolutionSchedule(howOften, which, other);
    }

    /** One sentence for people. */
    public String describe() {
        if (howOften instanceof DownsamplingProbability.Never) {
            return Texts.of("schedule.summary.off");
        }
        return Texts.of("schedule.summary.schedule", howOften.describe(), which.describe(), kernel.id());
    }

    /** Draws whether, and to how many pixels, the next image is lowered; empty leaves it as it is. */
    public OptionalInt draw(long imagesSeen, RandomGenerator random) {
        return random.nextDouble() < howOften.after(imagesSeen)
                ? OptionalInt.of(which.draw(random))
                : OptionalInt.empty();
    }
}
