package org.maferstudio.ui.live;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.maferstudio.job.Problem;
import org.maferstudio.live.LiveListener;
import org.maferstudio.live.LiveNetwork;
import org.maferstudio.live.LiveReading;
import org.maferstudio.live.LiveSession;
import org.maferstudio.live.LiveState;
import org.maferstudio.video.SourceName;

/** A session and what it opened; reports the latest reading on the JavaFX thread and drops those in between. */
final class OpenSession implements LiveListener {
    private static final long PATIENCE = 20_000;

    private final LiveSession session;
    private final List<LiveNetwork> networks;
    private final Executor screen;
    private final AtomicReference<LiveReading> newest = new AtomicReference<>();
    private final Receivers receivers;

    /**
     * What receives the events of a session, on the JavaFX thread.
     *
     * @param readings receives the latest reading
     * @param states receives every state
     * @param problems receives why a recording failed
     */
    record Receivers(Consumer<LiveReading> readings, Consumer<LiveState> states, Consumer<Problem> problems) {}

    /** Owns the networks; all events arrive on the JavaFX thread. */
    OpenSession(SourceName source, List<LiveNetwork> networks, Executor screen, Receivers receivers) {
        this.networks = networks;
        this.screen = screen;
        this.receivers = receivers;
        this.session = new LiveSession(source, networks, this);
    }

    LiveSession session() {
        return session;
    }

    List<LiveNetwork> networks() {
        return networks;
    }

    @Override
    public void onReading(LiveReading reading) {
        if (newest.getAndSet(reading) == null) {
            screen.execute(() -> receivers.readings().accept(newest.getAndSet(null)));
        }
    }

    @Override
    public void onState(LiveState state) {
        screen.execute(() -> receivers.states().accept(state));
    }

    @Override
    public void onRecordingFailed(Problem problem) {
        screen.execute(() -> receivers.problems().accept(problem));
    }

    /** Waits for the end and frees the networks; not on the screen's thread. */
    void end() throws InterruptedException {
        session.stop();
        // A network in use must not be freed: that would crash the process.
        if (session.awaitEnd(PATIENCE)) {
            networks.forEach(LiveNetwork::close);
        }
    }
}
