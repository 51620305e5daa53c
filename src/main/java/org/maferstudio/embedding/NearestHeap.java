package org.maferstudio.embedding;

/** Keeps the nearest of many candidates, in a binary heap whose root is the farthest of them. */
final class NearestHeap {
    private final float[] distances;
    private final int[] indices;
    private int size;

    /** Creates a heap for a number of candidates, above 0. */
    NearestHeap(int capacity) {
        distances = new float[capacity];
        indices = new int[capacity];
    }

    /**
     * Offers candidates in ascending order of their indices; of equally near ones the first stay.
     *
     * @param candidates their distances
     * @param length the number of candidates
     * @param start the index of the first
     * @param except the index of one that is left out; -1 for none
     */
    void offer(float[] candidates, int length, int start, int except) {
        int j = 0;
        for (; j < length && size < distances.length; j++) {
            if (start + j != except) {
                rise(candidates[j], start + j);
            }
        }
        float farthest = size == 0 ? 0 : distances[0];
        for (; j < length; j++) {
            if (candidates[j] < farthest && start + j != except) {
                sink(size, candidates[j], start + j);
                farthest = distances[0];
            }
        }
    }

    /** Adds a candidate at the end. */
    private void rise(float distance, int index) {
        int at = size++;
        while (at > 0 && isFarther(distance, index, (at - 1) / 2)) {
            distances[at] = distances[(at - 1) / 2];
            indices[at] = indices[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        distances[at] = distance;
        indices[at] = index;
    }

    private boolean isFarther(float distance, int index, int place) {
        return distance > distances[place] || (distance == distances[place] && index > indices[place]);
    }

    /** Replaces the root of the first {@code length}. */
    private void sink(int length, float distance, int index) {
        int at = 0;
        while (2 * at + 1 < length) {
            int child = 2 * at + 1;
            if (child + 1 < length && isFarther(distances[child + 1], indices[child + 1], child)) {
                child++;
            }
            if (!isFarther(distances[child], indices[child], distance, index)) {
                break;
            }
            distances[at] = distances[child];
            indices[at] = indices[child];
            at = child;
        }
        distances[at] = distance;
        indices[at] = index;
    }

    private static boolean isFarther(float distance, int index, float otherDistance, int otherIndex) {
        return distance > otherDistance || (distance == otherDistance && index > otherIndex);
    }

    /** Writes the candidates, nearest first, and empties the heap. */
    void drain(int[] intoIndices, float[] intoDistances, int start) {
        while (size > 0) {
            size--;
            intoIndices[start + size] = indices[0];
            intoDistances[start + size] = distances[0];
            sink(size, distances[size], indices[size]);
        }
    }
}
