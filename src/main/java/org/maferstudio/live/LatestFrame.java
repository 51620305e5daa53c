package org.maferstudio.live;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Passes frames from the capture thread to the inference thread: only the latest, or each in turn. */
final class LatestFrame {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private VideoFrame frame;
    private boolean ended;
    private long dropped;

    /** Offers a frame; one that was not taken is dropped. */
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

    /** Offers a frame once the previous one was taken. */
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

    /** Returns the latest frame; empty if none came in this time, or none will come. */
    Optional<VideoFrame> take(long milliseconds) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
            while (frame == null && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
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

    /** How many frames were dropped. */
    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }
}
