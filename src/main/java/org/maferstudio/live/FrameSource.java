package org.maferstudio.live;

import java.util.Optional;

/**
 * Where frames come from; opened, read and closed by one thread.
 *
 * <p>A blocking call may last as long as the device or the network lets it; {@link LiveSession} sees to it that nobody
 * waits for that.
 */
public interface FrameSource extends AutoCloseable {
    /** How its frames follow each other. */
    enum Pace {
        /** As the device gives them. */
        OWN,
        /** As their times say; late ones are dropped. */
        TIMED,
        /** Unrelated images: each is waited for, none is dropped. */
        STILLS,
        /** A film of which every frame counts: each is waited for, none is dropped. */
        EVERY_FRAME
    }

    /** The displayed name, such as {@code camera 0} or a file's name. */
    String name();

    /** How its frames follow each other. */
    Pace pace();

    /**
     * The next frame; empty at the end.
     *
     * @throws SourceLostException if the device is disconnected and may come back
     * @throws org.maferstudio.job.Problem if the source cannot be read on
     * @throws InterruptedException if the thread was asked to stop
     */
    Optional<VideoFrame> next() throws InterruptedException;

    /** Frees device, file and memory. */
    @Override
    void close();
}
