package org.maferstudio.training;

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
 * Packs batches ahead on threads of its own and hands them out in order, whichever thread was faster.
 *
 * <p>A batch is made by a function of its number alone, so what comes out does not depend on the threads.
 */
final class BatchLoader implements AutoCloseable {
    /** Batches that wait packed, beside those being packed: enough that the network never waits for one slow batch. */
    private static final int AHEAD = 2;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ExecutorService workers;
    private final int threads;

    /** A loader with so many threads, which do not keep the program alive. */
    BatchLoader(int threads) {
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "loader " + NUMBER.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The batches {@code from} to before {@code to}; one sequence at a time.
     *
     * @param make packs one batch; called from several threads at once
     */
    Batches open(int from, int to, IntFunction<PackedBatch> make) {
        return new Batches(from, to, make);
    }

    /** Batches in order, some of them packed ahead. */
    final class Batches implements AutoCloseable {
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
        boolean hasNext() {
            return !ahead.isEmpty();
        }

        /**
         * The next batch, waiting for it where it is not ready.
         *
         * @throws org.maferstudio.job.Problem if an image cannot be read any more
         */
        PackedBatch next() {
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
        double imagesPerSecond() {
            return images.get() == 0 ? Double.NaN : images.get() * 1e9 * threads / busyNanos.get();
        }

        /** Forgets what was packed ahead. */
        @Override
        public void close() {
            ahead.forEach(batch -> batch.cancel(false));
            ahead.clear();
        }
    }

    /** Ends the threads, and waits until none of them reads an image any more. */
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
