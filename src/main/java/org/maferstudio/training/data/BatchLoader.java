package org.maferstudio.training.data;

import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * Packs batches ahead of time on its own threads and returns them in order.
 *
 * <p>A batch is a function of its number, so the result does not depend on the threads.
 */
public final class BatchLoader implements AutoCloseable {
    /** Number of packed batches that wait, so that the network never waits for a slow one. */
    private static final int AHEAD = 2;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ExecutorService workers;
    private final int threads;

    /** Creates a loader with daemon threads. */
    public BatchLoader(int threads) {
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "loader " + NUMBER.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Returns the batches {@code from} (inclusive) to {@code to} (exclusive); one sequence at a time.
     *
     * @param make packs one batch; called from several threads
     */
    public Batches open(int from, int to, IntFunction<PackedBatch> make) {
        return new Batches(from, to, make);
    }

    /** Batches in order, some of them packed ahead of time. */
    public final class Batches implements AutoCloseable {
        private final ArrayDeque<Future<PackedBatch>> ahead = new ArrayDeque<>();
        private final AtomicLong busyNanos = new AtomicLong();
        private final AtomicLong images = new AtomicLong();
        private final IntFunction<PackedBatch> make;
        private final int to;
        private int next;

        private Batches(int from, int to, IntFunction<PackedBatch> make) {
            this.next = from;
            this.to = to;
            this.make = make;
            while (next < to && ahead.size() < threads + AHEAD) {
                submit();
            }
        }

        private void submit() {
            int number = next++;
            ahead.add(workers.submit(() -> timed(number)));
        }

        private PackedBatch timed(int number) {
            long start = System.nanoTime();
            PackedBatch batch = make.apply(number);
            busyNanos.addAndGet(System.nanoTime() - start);
            images.addAndGet(batch.size());
            return batch;
        }

        /** Whether another batch follows. */
        public boolean hasNext() {
            return !ahead.isEmpty();
        }

        /**
         * Returns the next batch, waiting for it if necessary.
         *
         * @throws org.maferstudio.job.Problem if an image cannot be read
         */
        public PackedBatch next() {
            try {
                PackedBatch batch = ahead.remove().get();
                if (next < to) {
                    submit();
                }
                return batch;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException problem) {
                    throw problem;
                }
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException("a batch could not be packed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for a batch", e);
            }
        }

        /** How many images per second the loader packs with nothing else to wait for; NaN before the first. */
        public double imagesPerSecond() {
            return images.get() == 0 ? Double.NaN : images.get() * 1e9 * threads / busyNanos.get();
        }

        /** Discards batches that were packed ahead. */
        @Override
        public void close() {
            ahead.forEach(batch -> batch.cancel(false));
            ahead.clear();
        }
    }

    /** Stops the threads, and waits for them. */
    @Override
    public void close() {
        workers.shutdownNow();
        try {
            if (!workers.awaitTermination(30, TimeUnit.SECONDS)) {
                System.getLogger(BatchLoader.class.getName())
                        .log(System.Logger.Level.WARNING, "a thread of the loader is still reading");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
