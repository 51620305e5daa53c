package org.maferstudio.live;

import org.maferstudio.job.Problem;

/**
 * Receives the readings of a session, on the session's threads. Implementations must be fast, because the next frame
 * waits for them.
 */
public interface LiveListener {
    /** A frame was read. */
    void read(LiveReading reading);

    /** The state of the session changed. */
    void state(LiveState state);

    /** The recording ended; the session goes on. */
    default void recordingFailed(Problem problem) {
        System.getLogger(LiveListener.class.getName()).log(System.Logger.Level.WARNING, problem.getMessage());
    }
}
