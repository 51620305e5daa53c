package org.maferstudio.slices;

import java.util.Set;
import org.maferstudio.results.Interval;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;

/**
 * The results on the samples with one value of a column.
 *
 * @param value the value, or a range of numbers, the same in every language
 * @param title the value as people read it, in the language of the program
 * @param samples their names
 * @param sweep at every resolution that was evaluated
 */
public record Slice(String value, String title, Set<String> samples, ResolutionSweep sweep) {
    /** Fewer samples say little: their intervals are wider than 30 points. */
    public static final int FEW = 30;

    public Slice {
        samples = Set.copyOf(samples);
    }

    /** Whether any of its samples was evaluated at a resolution. */
    public boolean isEvaluatedAt(Resolution resolution) {
        return sweep.points().stream().anyMatch(point -> point.resolution().equals(resolution));
    }

    /** The results at a resolution. */
    public ResolutionSweep.Point at(Resolution resolution) {
        return sweep.points().stream()
                .filter(point -> point.resolution().equals(resolution))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not evaluated at " + resolution));
    }

    /** The accuracy at a resolution, 0 to 1. */
    public double accuracy(Resolution resolution) {
        return at(resolution).scores().accuracy();
    }

    /** The 95 % interval of the accuracy at a resolution. */
    public Interval interval(Resolution resolution) {
        return at(resolution).intervals().accuracy();
    }

    /** Number of samples. */
    public int n() {
        return (int) sweep.points().get(0).scores().n();
    }

    /** Whether it has too few samples to rank it. */
    public boolean isSmall() {
        return n() < FEW;
    }
}
