package org.maferstudio.live;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.maferstudio.video.VideoFrame;

/**
 * Passes frames from the capture thread to the inference thread: either only the latest frame, or every frame in order.
 */
final class LatestFrame {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private VideoFrame frame;
    private boolean ended;
    private long dropped;

    /** Offers a frame, and drops the previous one if it was not taken. */
    void put(VideoFrame next) {
        lock.lock();
        try {
            if (frame != null) {
                dropped++;
            }
            frame = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the previous frame was taken, then offers a frame. */
    void putAfter(VideoFrame next) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (frame != null) {
                changed.await();
            }
            frame = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Signals that no frame will follow. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a frame; returns false if none arrived in time or no more frames will follow. */
    boolean await(long milliseconds) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
            while (frame == null && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return frame != null;
        } finally {
            lock.unlock();
        }
    }

    /** Returns the latest frame, once; empty if there is none. */
    Optional<VideoFrame> take() {
        lock.lock();
        try {
            Optional<VideoFrame> taken = Optional.ofNullable(frame);
            frame = null;
            changed.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Whether all frames were taken and none will follow. */
    boolean exhausted() {
        lock.lock();
        try {
            return ended && frame == null;
        } finally {
            lock.unlock();
        }
    }

    /** The number of dropped frames. */
    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }
}
