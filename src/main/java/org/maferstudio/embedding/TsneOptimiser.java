package org.maferstudio.embedding;

/** Moves the points of a t-SNE embedding. */
interface TsneOptimiser {
    /**
     * The largest number of iterations to perform at once: a compromise between speed and how often someone sees the
     * points move.
     */
    int step();

    /** Performs a number of iterations. */
    void advance(int iterations);

    /** The Kullback-Leibler divergence of the current positions in nats, without early exaggeration. */
    double divergence();

    /** The current positions, {@code (N, 2)}, as a copy. */
    Points positions();
}
