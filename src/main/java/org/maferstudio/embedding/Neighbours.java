package org.maferstudio.embedding;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * The exact nearest neighbours of points, by comparison with all points.
 *
 * <p>In 50 dimensions a tree has to visit nearly all points, and {@link Distances} to many points at once are fast.
 *
 * @param count K, the number of neighbours of each point
 * @param indices {@code (N, K)}, row by row, nearest first; the smaller index first if equally near
 * @param squaredDistances likewise
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers
record Neighbours(int count, int[] indices, float[] squaredDistances) {
    /** Number of points whose neighbours are searched together, while the others are in the cache. */
    private static final int TOGETHER = 32;

    /**
     * Finds the neighbours of each point among all others; empty if a stop was requested.
     *
     * @param count from 1 to the number of points minus one
     */
    static Optional<Neighbours> of(Points points, int count, Progress progress) {
        return search(points, points, count, progress);
    }

    /**
     * Finds the neighbours of each query among points; empty if a stop was requested. If the queries are the points
     * themselves, no point is its own neighbour.
     *
     * @param count from 1 to the number of points, or one less if the queries are the points
     */
    @SuppressWarnings("ReferenceEquality") // the very same points, not equal ones
    static Optional<Neighbours> search(Points queries, Points points, int count, Progress progress) {
        Distances distances = new Distances(points);
        int n = queries.size();
        Neighbours found = new Neighbours(count, new int[n * count], new float[n * count]);
        int blocks = (n + TOGETHER - 1) / TOGETHER;
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, blocks).parallel().forEach(block -> {
            if (!progress.stopRequested()) {
                int from = block * TOGETHER;
                int to = Math.min(n, from + TOGETHER);
                found.search(distances, queries, from, to, queries == points);
                progress.report((double) done.incrementAndGet() / blocks, Texts.of("embedding.progress.neighbours"));
            }
        });
        return done.get() < blocks ? Optional.empty() : Optional.of(found);
    }

    private void search(Distances all, Points queries, int from, int to, boolean exceptSelf) {
        int chunk = all.chunk();
        float[] distances = new float[chunk];
        NearestHeap[] heaps = new NearestHeap[to - from];
        for (int i = 0; i < heaps.length; i++) {
            heaps[i] = new NearestHeap(count);
        }
        for (int start = 0; start < all.size(); start += chunk) {
            int length = Math.min(chunk, all.size() - start);
            for (int i = from; i < to; i++) {
                all.squared(queries.rows()[i], start, length, distances);
                heaps[i - from].offer(distances, length, start, exceptSelf ? i : -1);
            }
        }
        for (int i = from; i < to; i++) {
            heaps[i - from].drain(indices, squaredDistances, i * count);
        }
    }
}
