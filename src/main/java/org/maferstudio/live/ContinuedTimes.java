package org.maferstudio.live;

import org.maferstudio.video.VideoFrame;

/**
 * The numbers and times of a session's frames: a source that was lost and opened again counts from 0, but its frames
 * go on after those before, as much later as they were captured later. For one thread.
 */
final class ContinuedTimes {
    private boolean reopened;
    private long numbers;
    private long milliseconds;
    private long lastNumber = -1;
    private long lastMilliseconds;
    private long lastCaptured;

    /** The next frame is the first of a source that was opened, for the first time or again. */
    void reopen() {
        reopened = lastNumber >= 0;
    }

    /** The frame with its number and time in the session. */
    VideoFrame continued(VideoFrame frame) {
        if (reopened) {
            reopened = false;
            numbers = lastNumber + 1 - frame.number();
            long passed = Math.max(0, (frame.captured() - lastCaptured) / 1_000_000);
            milliseconds = lastMilliseconds + passed - frame.milliseconds();
        }
        lastNumber = frame.number() + numbers;
        lastMilliseconds = frame.milliseconds() + milliseconds;
        lastCaptured = frame.captured();
        return new VideoFrame(frame.image(), lastNumber, lastMilliseconds, frame.captured(), frame.known());
    }
}
