package org.maferstudio.live;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;
import org.maferstudio.video.FrameSource;
import org.maferstudio.video.SourceLostException;
import org.maferstudio.video.VideoFrame;

/** Opens a source, reads it at its pace, and always closes it. */
final class CaptureThread {
    private static final long TRY_AGAIN = 1000;
    /** Lag in milliseconds after which the clock restarts, for example after the computer was suspended. */
    private static final long LATE = 1000;

    private final Supplier<FrameSource> sources;
    private final boolean mayComeBack;
    private final LatestFrame frames;
    private final Consumer<LiveState> states;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile boolean stills;
    private volatile long stillTime = 1500;
    private long begun;

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

    /** Whether the frames are unrelated images. */
    boolean stills() {
        return stills;
    }

    private void run() {
        boolean wasOpen = false;
        try {
            while (!stopped) {
                try (FrameSource source = sources.get()) {
                    wasOpen = true;
                    stills = source.pace() == FrameSource.Pace.STILLS;
                    readAll(source);
                    return;
                } catch (SourceLostException | Problem e) {
                    boolean waits = mayComeBack && wasOpen;
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
        begun = System.nanoTime();
        while (!stopped) {
            Optional<VideoFrame> frame = source.next();
            if (frame.isEmpty()) {
                return;
            }
            switch (source.pace()) {
                case OWN -> frames.put(frame.get());
                case TIMED -> frames.put(inTime(frame.get()));
                case EVERY_FRAME -> frames.putAfter(frame.get());
                case STILLS -> {
                    frames.putAfter(frame.get());
                    Thread.sleep(stillTime);
                }
            }
        }
    }

    /** Waits until the frame is due; that time, not the decoding time, counts as the capture time. */
    private VideoFrame inTime(VideoFrame frame) throws InterruptedException {
        long due = begun + frame.milliseconds() * 1_000_000;
        long early = (due - System.nanoTime()) / 1_000_000;
        if (early > 0) {
            Thread.sleep(early);
        } else if (early < -LATE) {
            begun = System.nanoTime() - frame.milliseconds() * 1_000_000;
        }
        return new VideoFrame(frame.image(), frame.number(), frame.milliseconds(), System.nanoTime(), frame.known());
    }
}
