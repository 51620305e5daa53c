package org.maferstudio.live;

import org.maferstudio.job.Problem;

/** Hears what a session sees, on the session's threads; it has to be quick, since the next frame waits for it. */
public interface LiveListener {
    /** A frame was read. */
    void read(LiveReading reading);

    /** The session stands otherwise than before. */
    void state(LiveState state);

    /** Nothing more is recorded; the session goes on. */
    default void recordingFailed(Problem problem) {
        System.getLogger(LiveListener.class.getName()).log(System.Logger.Level.WARNING, problem.getMessage());
    }
}
