package org.maferstudio.analysis;

import java.util.OptionalDouble;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Which frames of a film are analysed.
 *
 * @param every analyses one of so many frames, at least 1; the first is that with number 0
 * @param from earliest time, in seconds, at least 0; 0 includes frames that a film has before its beginning
 * @param to latest time, in seconds, later than {@code from}; empty for the end of the film
 */
public record FrameSelection(int every, double from, OptionalDouble to) {
    /** Every frame. */
    public static final FrameSelection ALL = new FrameSelection(1, 0, OptionalDouble.empty());

    /**
     * Checks the values.
     *
     * @throws Problem if they are out of range
     */
    public FrameSelection {
        if (every < 1) {
            throw Problem.input(Texts.of("analysis.frames.error.every", every));
        }
        if (!(from >= 0) || Double.isInfinite(from) || (to.isPresent() && !(to.getAsDouble() > from))) {
            throw Problem.input(Texts.of("analysis.frames.error.range"));
        }
    }

    /** Whether a frame is analysed. */
    public boolean includes(long number, double seconds) {
        return number % every == 0 && (from == 0 || seconds >= from) && !isPast(seconds);
    }

    /** Whether a time is later than all that are analysed. */
    boolean isPast(double seconds) {
        return to.isPresent() && seconds > to.getAsDouble();
    }
}
