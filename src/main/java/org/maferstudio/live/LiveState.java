package org.maferstudio.live;

import java.util.Optional;
import org.maferstudio.job.Problem;

/**
 * The state of a session.
 *
 * @param kind see there
 * @param sentence to be displayed
 * @param problem why it failed, if it did
 */
public record LiveState(Kind kind, String sentence, Optional<Problem> problem) {
    /** What a session is doing. */
    public enum Kind {
        /** The source is being opened. */
        OPENING,
        /** Frames come. */
        RUNNING,
        /** The source is open and gives no frames. */
        WAITING,
        /** The source was read to its end. */
        ENDED,
        /** The source cannot be read. */
        FAILED,
        /** It was stopped. */
        STOPPED
    }

    static LiveState of(Kind kind, String sentence) {
        return new LiveState(kind, sentence, Optional.empty());
    }

    static LiveState failed(Problem problem) {
        return new LiveState(Kind.FAILED, problem.getMessage(), Optional.of(problem));
    }

    /** Whether nothing more will come. */
    public boolean over() {
        return kind == Kind.ENDED || kind == Kind.FAILED || kind == Kind.STOPPED;
    }
}
