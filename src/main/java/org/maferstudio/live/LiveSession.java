package org.maferstudio.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.maferstudio.faces.FullRangeDetector;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;
import org.maferstudio.video.FrameSource;
import org.maferstudio.video.SourceName;
import org.maferstudio.video.VideoFrame;

/**
 * One run of a source: one thread captures frames and keeps the latest, another detects and classifies faces. Frames
 * that arrive too fast are dropped, never queued.
 *
 * <p>Starting and stopping never wait for a device: a source that does not respond is left to its thread, which closes
 * it as soon as it does. The caller closes the networks, after {@link #awaitEnd} has returned true.
 */
public final class LiveSession {
    /**
     * How long a session waits, in milliseconds.
     *
     * @param silence without a frame until the state becomes WAITING
     * @param opening until a source must have opened
     */
    record Patience(long silence, long opening) {
        static final Patience USUAL = new Patience(3000, 10_000);
    }

    private static final long HELD = 30;
    private static final long PATIENT = 100;
    private static final long SWEEP_EVERY = 250_000_000L;

    private final CaptureThread capture;
    private final LatestFrame frames = new LatestFrame();
    private final LiveListener listener;
    private final Supplier<FaceReader> readers;
    private final Thread reading;
    private final Patience patience;
    private volatile OptionalInt resolution = OptionalInt.empty();
    /** The recorded resolutions of a replay; ignored once another is set. */
    private volatile Optional<RecordedResolutions> recorded;

    private volatile boolean sweeping;
    private volatile int selected;
    private volatile boolean frozen;
    private volatile boolean sourceStopped;
    private volatile boolean stopped;
    private volatile Target target;
    private volatile LiveState state = LiveState.of(LiveState.Kind.OPENING, Texts.of("live.status.opening"));
    private long swept;
    /** The last reading, which is shown while the session is frozen and after the end of the source. */
    private LiveReading held;
    /** Where the last frame was recorded. */
    private Target begun;

    /**
     * Where frames are recorded.
     *
     * @param since frames of a camera or a film that were captured before are not recorded, by {@link System#nanoTime}
     */
    private record Target(Recording recording, long since) {
        boolean includes(VideoFrame frame, FrameSource.Pace pace) {
            boolean all = pace == FrameSource.Pace.STILLS || pace == FrameSource.Pace.EVERY_FRAME;
            return all || frame.captured() >= since;
        }
    }

    /**
     * Creates a session.
     *
     * @param networks that classify each face, in this order
     */
    public LiveSession(SourceName source, List<LiveNetwork> networks, LiveListener listener) {
        this(
                source::open,
                source.mayComeBack(),
                () -> new FaceReader(new FullRangeDetector(), networks),
                listener,
                Patience.USUAL);
        recorded = RecordedResolutions.of(source);
    }

    LiveSession(
            Supplier<FrameSource> source,
            boolean mayComeBack,
            Supplier<FaceReader> readers,
            LiveListener listener,
            Patience patience) {
        this.recorded = Optional.empty();
        this.listener = listener;
        this.readers = readers;
        this.patience = patience;
        this.capture = new CaptureThread(source, mayComeBack, frames, this::update);
        this.reading = new Thread(this::readAll, "live reading");
        reading.setDaemon(true);
    }

    /** Starts the session. */
    public void start() {
        listener.onState(state);
        capture.start();
        reading.start();
    }

    /**
     * Stops the source, as if it had come to its end: the last frame can still be classified at other resolutions.
     * Does not wait.
     */
    public void stopSource() {
        sourceStopped = true;
        capture.stop();
        update(LiveState.of(LiveState.Kind.STOPPED, Texts.of("live.status.stopped")));
    }

    /** Requests the end of the session; does not wait. */
    public void stop() {
        stopped = true;
        capture.stop();
        reading.interrupt();
    }

    /**
     * Waits until the session has ended.
     *
     * @return false if it does not end within this number of milliseconds
     */
    public boolean awaitEnd(long milliseconds) throws InterruptedException {
        reading.join(milliseconds);
        return !reading.isAlive();
    }

    /** Sets the number of pixels to which faces are downsampled from now on; empty for native. Ends a replay's own. */
    public void setResolution(OptionalInt pixels) {
        resolution = pixels;
        recorded = Optional.empty();
    }

    /** Sets how long an image of a folder is shown, in milliseconds; 0 for the time that inference takes. */
    public void setStillTime(long milliseconds) {
        capture.setStillTime(milliseconds);
    }

    /** Sets whether the selected face is also classified at all resolutions, four times per second. */
    public void setSweeping(boolean on) {
        sweeping = on;
    }

    /** Selects the face that is classified at all resolutions; 0 for the largest. */
    public void selectFace(int id) {
        selected = id;
    }

    /**
     * Freezes the last frame; a new resolution classifies it again. A film is held and goes on with its next frame; a
     * camera or stream goes on, and its frames are dropped.
     */
    public void setFrozen(boolean on) {
        frozen = on;
    }

    /**
     * Starts recording with the next frame that is captured, and restarts tracking with it. Null ends the recording; the
     * caller closes it.
     */
    public void setRecording(Recording recording) {
        target = recording == null ? null : new Target(recording, System.nanoTime());
    }

    /** The number of frames that were dropped for lack of time. */
    public long dropped() {
        return frames.dropped();
    }

    /** The state of the session. */
    public LiveState state() {
        return state;
    }

    private synchronized void update(LiveState next) {
        if (state.over() || (state.kind() == next.kind() && state.sentence().equals(next.sentence()))) {
            return;
        }
        state = next;
        listener.onState(next);
    }

    private void readAll() {
        try (FaceReader reader = readers.get()) {
            long last = System.nanoTime();
            while (!stopped) {
                boolean over = sourceOver();
                if (over && held == null) {
                    return;
                }
                boolean still = isFrozen() || over;
                capture.setHeld(still);
                if (still) {
                    readAgain(reader);
                    last = System.nanoTime();
                } else if (frames.await(PATIENT)) {
                    // It may have been frozen meanwhile.
                    if (!isFrozen()) {
                        update(LiveState.of(LiveState.Kind.RUNNING, ""));
                        frames.take().ifPresent(frame -> read(reader, frame));
                        last = System.nanoTime();
                    }
                } else {
                    checkForFrames((System.nanoTime() - last) / 1_000_000);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Problem e) {
            failed(e);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            failed(Problem.failure(Texts.of("live.error.failed", e), e));
        } finally {
            capture.stop();
            update(LiveState.of(LiveState.Kind.STOPPED, Texts.of("live.status.stopped")));
        }
    }

    /** A failure after a stop request is caused by the request, for example while a library is loading. */
    private void failed(Problem problem) {
        if (!stopped) {
            update(LiveState.failed(problem));
        }
    }

    /** Whether there is a frame that stays. */
    private boolean isFrozen() {
        return frozen && held != null;
    }

    /** Whether no frame will come; says so when it is noticed. */
    private boolean sourceOver() {
        boolean ended = frames.exhausted();
        // A source that was stopped did not come to its end, although no frame follows either.
        if (ended && !stopped && !sourceStopped) {
            update(LiveState.of(LiveState.Kind.ENDED, Texts.of("live.status.ended")));
        }
        return ended || sourceStopped;
    }

    private void read(FaceReader reader, VideoFrame frame) {
        boolean stills = capture.pace() == FrameSource.Pace.STILLS;
        Target into = target;
        boolean records = into != null && into.includes(frame, capture.pace());
        if (stills || (records && !into.equals(begun))) {
            reader.startAfresh();
        }
        boolean due = sweeping && (stills || System.nanoTime() - swept >= SWEEP_EVERY);
        if (due) {
            swept = System.nanoTime();
        }
        held = reader.read(frame, request(frame, due ? OptionalInt.of(selected) : OptionalInt.empty()));
        if (records) {
            begun = into;
            record(into);
        }
        listener.onReading(held);
    }

    private ReadingRequest request(VideoFrame frame, OptionalInt sweep) {
        return new ReadingRequest(recorded.map(plan -> plan.at(frame.number())).orElse(resolution), sweep);
    }

    /** Classifies the last frame again if it was not read as is requested now. */
    private void readAgain(FaceReader reader) throws InterruptedException {
        ReadingRequest wanted = request(held.frame(), sweeping ? OptionalInt.of(selected) : OptionalInt.empty());
        if (wanted.isAnsweredBy(held)) {
            Thread.sleep(HELD);
            return;
        }
        held = reader.again(held, wanted);
        listener.onReading(held);
    }

    private void record(Target into) {
        try {
            into.recording().write(held, capture.pace());
        } catch (Problem e) {
            target = null;
            listener.onRecordingFailed(e);
        }
    }

    private void checkForFrames(long silentFor) {
        if (state.kind() == LiveState.Kind.OPENING && silentFor > patience.opening()) {
            throw Problem.input(Texts.of("live.source.error.timeout", patience.opening() / 1000));
        }
        if (state.kind() == LiveState.Kind.RUNNING && silentFor > patience.silence()) {
            update(LiveState.of(LiveState.Kind.WAITING, Texts.of("live.status.waiting", patience.silence() / 1000)));
        }
    }
}
