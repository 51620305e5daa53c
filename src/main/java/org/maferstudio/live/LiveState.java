package org.maferstudio.live;

import java.util.Optional;
import org.maferstudio.job.Problem;

/**
 * The state of a session.
 *
 * @param kind what the session is doing
 * @param sentence to display
 * @param problem the reason for a failure, if it failed
 */
public record LiveState(Kind kind, String sentence, Optional<Problem> problem) {
    /** What a session is doing. */
    public enum Kind {
        /** The source is being opened. */
        OPENING,
        /** Frames are arriving. */
        RUNNING,
        /** The source is open but delivers no frames. */
        WAITING,
        /** The source was read to its end. */
        ENDED,
        /** The source cannot be read. */
        FAILED,
        /** The session was stopped. */
        STOPPED
    }

    static LiveState of(Kind kind, String sentence) {
        return new LiveState(kind, sentence, Optional.empty());
    }

    static LiveState failed(Problem problem) {
        return new LiveState(Kind.FAILED, problem.getMessage(), Optional.of(problem));
    }

    /** Whether the session has ended. */
    public boolean over() {
        return kind == Kind.ENDED || kind == Kind.FAILED || kind == Kind.STOPPED;
    }
}
