package org.maferstudio.schedule;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maferstudio.image.Kernel;
import org.maferstudio.texts.Texts;

/**
 * How often a training image is downsampled, to which resolution, with which kernel, and how strongly it is compressed.
 *
 * @param howOften the probability over the run
 * @param which the distribution of resolutions
 * @param kernel for both resizing steps; also that of every evaluation
 * @param otherKernels those that training draws besides {@code kernel}, all equally likely; usually none
 * @param jpeg the qualities of JPEG compression, 1 to 100, of which one is drawn for each downsampled image and applied
 *     at its low resolution; empty for no compression
 */
public record ResolutionSchedule(
        DownsamplingProbability howOften,
        Resolutions which,
        Kernel kernel,
        List<Kernel> otherKernels,
        List<Integer> jpeg) {
    /** The maximum JPEG quality; the minimum is 1. */
    public static final int BEST_JPEG = 100;

    public ResolutionSchedule {
        Objects.requireNonNull(howOften, "howOften");
        Objects.requireNonNull(which, "which");
        Objects.requireNonNull(kernel, "kernel");
        otherKernels = otherKernels == null ? List.of() : List.copyOf(otherKernels);
        jpeg = jpeg == null ? List.of() : List.copyOf(jpeg);
        if (otherKernels.contains(kernel) || Set.copyOf(otherKernels).size() < otherKernels.size()) {
            throw new IllegalArgumentException(Texts.of("schedule.error.kernels.twice", ids(kernel, otherKernels)));
        }
        for (int quality : jpeg) {
            if (quality < 1 || quality > BEST_JPEG) {
                throw new IllegalArgumentException(Texts.of("schedule.error.jpeg.range", quality));
            }
        }
    }

    /** A schedule with one kernel and without compression, as the authors'. */
    public ResolutionSchedule(DownsamplingProbability howOften, Resolutions which, Kernel kernel) {
        this(howOften, which, kernel, List.of(), List.of());
    }

    /** No downsampling, as for the baseline. */
    public static ResolutionSchedule off() {
        return new ResolutionSchedule(
                new DownsamplingProbability.Never(), new Resolutions.PowersOfTwo(3, 7), Kernel.BILINEAR);
    }

    /** Returns a copy with another probability. */
    public ResolutionSchedule with(DownsamplingProbability other) {
        return new ResolutionSchedule(other, which, kernel, otherKernels, jpeg);
    }

    /** Returns a copy with other resolutions. */
    public ResolutionSchedule with(Resolutions other) {
        return new ResolutionSchedule(howOften, other, kernel, otherKernels, jpeg);
    }

    /** Returns a copy with another kernel. */
    public ResolutionSchedule with(Kernel other) {
        return new ResolutionSchedule(howOften, which, other, otherKernels, jpeg);
    }

    /** A description in a few sentences. */
    public String describe() {
        if (howOften instanceof DownsamplingProbability.Never) {
            return Texts.of("schedule.summary.off");
        }
        String described = Texts.of(
                "schedule.summary.schedule",
                howOften.describe(),
                which.describe(),
                otherKernels.isEmpty() ? "one" : "several",
                ids(kernel, otherKernels));
        return jpeg.isEmpty()
                ? described
                : described
                        + " "
                        + Texts.of(
                                "schedule.summary.jpeg",
                                jpeg.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static String ids(Kernel first, List<Kernel> others) {
        return Stream.concat(Stream.of(first), others.stream()).map(Kernel::id).collect(Collectors.joining(", "));
    }

    /** Draws the resolution of the next image, in pixels; empty if it is not downsampled. */
    public OptionalInt draw(long imagesSeen, RandomGenerator random) {
        return random.nextDouble() < howOften.after(imagesSeen)
                ? OptionalInt.of(which.draw(random))
                : OptionalInt.empty();
    }

    /** Draws the kernel of a downsampled image. */
    public Kernel drawKernel(RandomGenerator random) {
        if (otherKernels.isEmpty()) {
            return kernel; // without a draw, so that the rest of the stream does not depend on this field
        }
        int drawn = random.nextInt(otherKernels.size() + 1);
        return drawn == 0 ? kernel : otherKernels.get(drawn - 1);
    }

    /** Draws the JPEG quality of a downsampled image; empty if it is not compressed. */
    public OptionalInt drawJpeg(RandomGenerator random) {
        return jpeg.isEmpty() ? OptionalInt.empty() : OptionalInt.of(jpeg.get(random.nextInt(jpeg.size())));
    }
}
