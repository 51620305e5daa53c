package org.maferstudio.live;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.maferstudio.image.RasterImage;

/** A source that does just what a test wants, step by step. */
final class MadeUpSource implements FrameSource {
    final CountDownLatch closed = new CountDownLatch(1);
    private final Pace pace;
    private final Deque<Step> steps;
    private long number;

    /** One call of {@link #next}. */
    interface Step {
        Optional<VideoFrame> take(long number) throws InterruptedException;
    }

    MadeUpSource(Pace pace, Step... steps) {
        this.pace = pace;
        this.steps = new ArrayDeque<>(Arrays.asList(steps));
    }

    /** A grey frame of this size, whose faces are known. */
    static Step frame(int width, int height, FaceBounds... faces) {
        return number -> Optional.of(new VideoFrame(
                new RasterImage(width, height, 1, new byte[width * height]),
                number,
                33 * number,
                System.nanoTime(),
                Optional.of(List.of(faces))));
    }

    /** A frame in which faces have to be looked for. */
    static Step unknown(Supplier<RasterImage> picture) {
        return number ->
                Optional.of(new VideoFrame(picture.get(), number, 33 * number, System.nanoTime(), Optional.empty()));
    }

    /** Gives nothing, until its thread is interrupted. */
    static Step stall() {
        return number -> {
            new CountDownLatch(1).await();
            return Optional.empty();
        };
    }

    /** Fails in this way. */
    static Step failure(RuntimeException problem) {
        return number -> {
            throw problem;
        };
    }

    @Override
    public String name() {
        return "made up";
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public Optional<VideoFrame> next() throws InterruptedException {
        Step step = steps.poll();
        Optional<VideoFrame> taken = step == null ? Optional.empty() : step.take(number);
        number++;
        return taken;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
