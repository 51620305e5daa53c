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

    private final SourceName source;
    private final LiveSession session;
    private final List<LiveNetwork> networks;
    private final Executor screen;
    private final AtomicReference<LiveReading> newest = new AtomicReference<>();
    private final Receivers receivers;
    /** Whether its events are still of interest. */
    private volatile boolean open = true;

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
        this.source = source;
        this.networks = networks;
        this.screen = screen;
        this.receivers = receivers;
        this.session = new LiveSession(source, networks, this);
    }

    LiveSession session() {
        return session;
    }

    /** Whether the source is a recording, which has resolutions of its own. */
    boolean isRecording() {
        return source.kind() == SourceName.Kind.RECORDING;
    }

    List<LiveNetwork> networks() {
        return networks;
    }

    @Override
    public void onReading(LiveReading reading) {
        if (newest.getAndSet(reading) == null) {
            show(() -> receivers.readings().accept(newest.getAndSet(null)));
        }
    }

    @Override
    public void onState(LiveState state) {
        show(() -> receivers.states().accept(state));
    }

    @Override
    public void onRecordingFailed(Problem problem) {
        show(() -> receivers.problems().accept(problem));
    }

    /** What an earlier session still had to say must not be taken for the next one's. */
    private void show(Runnable event) {
        screen.execute(() -> {
            if (open) {
                event.run();
            }
        });
    }

    /** Requests the end, after which no event arrives; on the JavaFX thread. */
    void close() {
        open = false;
        session.stop();
    }

    /** Waits for the end and frees the networks; not on the JavaFX thread. */
    void free() throws InterruptedException {
        // A network in use must not be freed: that would crash the process.
        if (session.awaitEnd(PATIENCE)) {
            networks.forEach(LiveNetwork::close);
        }
    }
}
