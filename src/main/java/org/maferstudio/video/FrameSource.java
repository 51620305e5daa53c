package org.maferstudio.video;

import java.util.Optional;
import org.maferstudio.live.LiveSession;

/**
 * A source of frames, opened, read and closed by one thread.
 *
 * <p>A call may block as long as the device or the network connection does; {@link LiveSession} never waits for it.
 */
public interface FrameSource extends AutoCloseable {
    /** The pace of the frames. */
    enum Pace {
        /** As delivered by the device. */
        OWN,
        /** According to their timestamps; late frames are dropped. */
        TIMED,
        /** Unrelated images: every image is processed. */
        STILLS,
        /** A video of which every frame is processed. */
        EVERY_FRAME
    }

    /** The displayed name, such as {@code camera 0} or a file's name. */
    String name();

    /** The pace of the frames. */
    Pace pace();

    /**
     * Reads the next frame; empty at the end.
     *
     * @throws SourceLostException if the device was disconnected or the stream ended; it may reappear
     * @throws org.maferstudio.job.Problem if the source cannot be read any further
     * @throws InterruptedException if the thread was asked to stop
     */
    Optional<VideoFrame> next() throws InterruptedException;

    /** Releases device, file and memory. */
    @Override
    void close();
}
