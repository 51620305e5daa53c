package org.maferstudio.cli.output;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.maferstudio.job.Saving;

/**
 * Converts Ctrl+C and SIGTERM to a stop request. The command gets two seconds to end; {@link Saving work that is
 * saving} gets the time that it needs, and is named.
 */
public final class StopRequest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Duration patience;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile Runnable listener = () -> {};

    /** Creates a request in the initial state. */
    public StopRequest() {
        this(PATIENCE);
    }

    /**
     * Creates a request in the initial state.
     *
     * @param patience how long a command may run that saves nothing
     */
    StopRequest(Duration patience) {
        this.patience = patience;
    }

    /** Whether a stop was requested. */
    public boolean requested() {
        return requested;
    }

    /** Requests a stop. */
    public void request() {
        requested = true;
        listener.run();
    }

    /** Sets a listener for the request, for example for a window; called on any thread. */
    public void setListener(Runnable newListener) {
        listener = newListener;
        if (requested) {
            newListener.run();
        }
    }

    /** Signals that the command has ended and the process may exit. */
    public void workEnded() {
        ended.countDown();
    }

    /**
     * Requests a stop, then waits until the command has ended, or until it saves nothing and its time is up.
     *
     * @param say receives a message about what is being waited for
     * @return whether the command has ended
     */
    public boolean requestAndWait(Consumer<String> say) {
        request();
        try {
            boolean notified = false;
            while (!ended.await(
                    notified ? patience.toMillis() : Math.min(200, patience.toMillis()), TimeUnit.MILLISECONDS)) {
                List<String> running = Saving.running();
                if (!running.isEmpty() && !notified) {
                    say.accept("Waiting for " + String.join(", and for ", running)
                            + ". Press Ctrl+C again to quit immediately.");
                }
                if (running.isEmpty()) {
                    return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
                }
                notified = true;
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
