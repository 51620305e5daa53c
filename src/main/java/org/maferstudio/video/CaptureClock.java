package org.maferstudio.video;

/**
 * The times of a camera's frames since the first: by the camera's own timestamps, which are those of the capture, as long
 * as they go on as this computer's clock does; otherwise the times at which the frames were read.
 */
final class CaptureClock {
    /** The most by which the two clocks may differ, in milliseconds: a camera that is not read has a few frames waiting. */
    private static final double AGREE = 500;

    private boolean begun;
    private boolean stamped;
    private double firstStamp;
    private long firstRead;
    private long last;

    /**
     * Adds a frame; returns its time in milliseconds, never less than that of the frame before.
     *
     * @param stamp the camera's timestamp in milliseconds; 0 or less if it has none
     * @param read when it was read, by {@link System#nanoTime}
     */
    long milliseconds(double stamp, long read) {
        if (!begun) {
            begun = true;
            stamped = stamp > 0;
            firstStamp = stamp;
            firstRead = read;
        }
        double byReading = (read - firstRead) / 1e6;
        double byCamera = stamp - firstStamp;
        stamped = stamped && Math.abs(byCamera - byReading) < AGREE;
        last = Math.max(last, Math.round(stamped ? byCamera : byReading));
        return last;
    }
}
