package org.maferstudio.cli.output;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.maferstudio.job.Saving;

/**
 * Turns Ctrl+C (and a polite kill) into a request. The command has two seconds to end; what {@link Saving saves} has the
 * time that it needs, and is named.
 */
public final class StopRequest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Duration patience;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile Runnable listener = () -> {};

    /** A request that nobody has made yet. */
    public StopRequest() {
        this(PATIENCE);
    }

    /**
     * A request that nobody has made yet.
     *
     * @param patience how long a command may run on that saves nothing
     */
    StopRequest(Duration patience) {
        this.patience = patience;
    }

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

    /**
     * Asks to stop, then waits until the command has ended, or until it saves nothing and its time is up.
     *
     * @param say hears what is waited for, as a sentence
     * @return whether the command has ended
     */
    public boolean requestAndWait(Consumer<String> say) {
        request();
        try {
            boolean told = false;
            while (!ended.await(
                    told ? patience.toMillis() : Math.min(200, patience.toMillis()), TimeUnit.MILLISECONDS)) {
                List<String> running = Saving.running();
                if (!running.isEmpty() && !told) {
                    say.accept("Waiting for " + String.join(", and for ", running) + ". Press Ctrl+C again to quit immediately.");
                }
                if (running.isEmpty()) {
                    return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
                }
                told = true;
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
