package org.maferstudio.live;

import org.maferstudio.job.Problem;

/**
 * Receives the readings of a session, on the session's threads. Implementations must be fast, because the next frame
 * waits for them.
 */
public interface LiveListener {
    /** A frame was read. */
    void onReading(LiveReading reading);

    /** The state of the session changed. */
    void onState(LiveState state);

    /** The recording ended; the session goes on. */
    default void onRecordingFailed(Problem problem) {
        System.getLogger(LiveListener.class.getName()).log(System.Logger.Level.WARNING, problem.getMessage());
    }
}
