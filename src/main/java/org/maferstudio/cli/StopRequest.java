package org.maferstudio.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl+C (and a polite kill) into a request, and holds the end of the process back until the work has saved.
 *
 * <p>Java runs its shutdown hooks while the other threads go on, and ends the process when the hooks return: so the
 * hook waits for the command.
 */
public final class StopRequest {
    private static final long PATIENCE_SECONDS = 120;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile Runnable listener = () -> {};

    /** Whether someone asked to stop. */
    public boolean requested() {
        return requested;
    }

    /** Asks to stop. */
    public void request() {
        requested = true;
        listener.run();
    }

    /** Has someone hear the request who does not look for it, such as a window; called on any thread. */
    public void setListener(Runnable hears) {
        listener = hears;
        if (requested) {
            hears.run();
        }
    }

    /** Says that the command has ended and the process may go. */
    public void workEnded() {
        ended.countDown();
    }

    /** What a shutdown hook does: ask to stop, then wait for the work to save, two minutes at most. */
    public void requestAndWait() {
        request();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
