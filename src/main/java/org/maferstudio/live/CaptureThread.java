package org.maferstudio.live;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;
import org.maferstudio.video.FrameSource;
import org.maferstudio.video.SourceLostException;
import org.maferstudio.video.VideoFrame;

/** Opens a source, reads it at its pace, opens it again if it comes back, and always closes it. */
final class CaptureThread {
    private static final long TRY_AGAIN = 1000;
    /** Lag in milliseconds after which the clock restarts, for example after the computer was suspended. */
    private static final long LATE = 1000;

    private final Supplier<FrameSource> sources;
    private final boolean mayComeBack;
    private final LatestFrame frames;
    private final Consumer<LiveState> states;
    private final Thread thread;
    private final ContinuedTimes times = new ContinuedTimes();
    private volatile boolean stopped;
    private volatile FrameSource.Pace pace = FrameSource.Pace.OWN;
    private volatile long stillTime = 1500;
    private long begun;
    private boolean held;
    private long heldSince;
    /** For how long the source was held so far, in nanoseconds. */
    private long heldFor;

    CaptureThread(Supplier<FrameSource> sources, boolean mayComeBack, LatestFrame frames, Consumer<LiveState> states) {
        this.sources = sources;
        this.mayComeBack = mayComeBack;
        this.frames = frames;
        this.states = states;
        this.thread = new Thread(this::run, "live capture");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends as soon as the source responds. */
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    /** How long each image of a folder is shown, in milliseconds. */
    void setStillTime(long milliseconds) {
        stillTime = milliseconds;
    }

    /**
     * Holds a source that is read according to its timestamps, which later goes on where it was. A device goes on, and
     * its frames are dropped; images and recordings wait for the reader anyway.
     */
    synchronized void setHeld(boolean on) {
        if (on == held) {
            return;
        }
        long now = System.nanoTime();
        if (on) {
            heldSince = now;
        } else {
            heldFor += now - heldSince;
        }
        held = on;
        notifyAll();
    }

    /** Waits while the source is held; returns for how long it was held so far, in nanoseconds. */
    private synchronized long awaitRelease() throws InterruptedException {
        while (held) {
            wait();
        }
        return heldFor;
    }

    /** The pace of the source, once it is open. */
    FrameSource.Pace pace() {
        return pace;
    }

    private void run() {
        boolean wasOpen = false;
        try {
            while (!stopped) {
                try (FrameSource source = sources.get()) {
                    wasOpen = true;
                    pace = source.pace();
                    times.reopen();
                    readAll(source);
                    return;
                } catch (SourceLostException | Problem e) {
                    // A film on a server would begin again.
                    boolean waits = mayComeBack && wasOpen && pace == FrameSource.Pace.OWN;
                    if (!waits) {
                        throw e;
                    }
                    states.accept(LiveState.of(LiveState.Kind.WAITING, e.getMessage()));
                    Thread.sleep(TRY_AGAIN);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Problem e) {
            fail(e);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            fail(Problem.failure(Texts.of("live.source.error.read", e.getMessage()), e));
        } finally {
            frames.end();
        }
    }

    private void fail(Problem problem) {
        if (!stopped) {
            states.accept(LiveState.failed(problem));
        }
    }

    private void readAll(FrameSource source) throws InterruptedException {
        begun = System.nanoTime() - awaitRelease();
        while (true) {
            Optional<VideoFrame> next = source.next();
            if (stopped || next.isEmpty()) {
                return;
            }
            VideoFrame frame = times.continued(next.get());
            switch (source.pace()) {
                case OWN -> frames.put(frame);
                case TIMED -> frames.put(inTime(frame));
                case EVERY_FRAME -> frames.putAfter(frame);
                case STILLS -> {
                    frames.putAfter(frame);
                    Thread.sleep(stillTime);
                }
            }
        }
    }

    /** Waits until the frame is due; that time, not the decoding time, counts as the capture time. */
    private VideoFrame inTime(VideoFrame frame) throws InterruptedException {
        long early = early(frame);
        while (early > 0) {
            Thread.sleep(early);
            // It may have been held meanwhile.
            early = early(frame);
        }
        if (early < -LATE) {
            begun = System.nanoTime() - awaitRelease() - frame.milliseconds() * 1_000_000;
        }
        return new VideoFrame(frame.image(), frame.number(), frame.milliseconds(), System.nanoTime(), frame.known());
    }

    /** For how long the frame is not due yet, in milliseconds. */
    private long early(VideoFrame frame) throws InterruptedException {
        long due = begun + awaitRelease() + frame.milliseconds() * 1_000_000;
        return (due - System.nanoTime()) / 1_000_000;
    }
}
