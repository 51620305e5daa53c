package org.maferstudio.analysis;

import java.util.OptionalLong;

/**
 * How far an analysis is.
 *
 * @param frames analysed so far, including those of an interrupted run that it continues
 * @param expected frames to analyse; empty if the film does not say
 * @param faces rows with a face so far
 * @param seconds time of the last analysed frame in the film
 * @param speed seconds of film per second of this run
 */
public record AnalysisProgress(long frames, OptionalLong expected, long faces, double seconds, double speed) {
    /** From 0 to 1; negative if unknown. */
    public double fraction() {
        return expected.isEmpty() ? -1 : Math.min(1, frames / (double) expected.getAsLong());
    }
}
