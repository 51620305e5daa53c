package org.maferstudio.embedding;

import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;
import smile.manifold.TSNE;
import smile.math.MathEx;

/**
 * Computes a t-SNE embedding step by step with Smile's exact implementation.
 *
 * <p>Features are first reduced to principal components. The neighbour probabilities come from {@link Affinities},
 * because Smile's search for them mixes bits and nats; Smile performs the iterations. The same points and parameters
 * give the same embedding, whatever the number of threads.
 */
public final class Tsne {
    /** Number of iterations with early exaggeration; convergence is checked only afterwards. */
    static final int EXAGGERATED = 250;

    private static final double EXAGGERATION = 12;

    /** The learning rate afterwards, per point: each step starts without momentum. Chosen by measurement. */
    private static final double RATE_PER_POINT = 0.8;

    /** Iterations per step: Smile resets its momentum between steps, so they must not be too short. */
    public static final int STEP = 50;

    /**
     * Maximum number of points: three N x N matrices of 8-byte values and half of one with 4-byte values are needed.
     */
    private static final double BYTES_PER_PAIR = 26;

    private static final double MOST_BYTES = 2e9;

    /** Relative improvement per step below which the embedding has converged. */
    private static final double SETTLED = 1e-3;

    private static final int LEAST = 4;

    private final TsneConfig plan;
    private final PrincipalComponents components;
    private final Affinities affinities;
    private TSNE tsne;
    private final KlDivergence divergence;
    private int iterations;
    private double costBefore = Double.POSITIVE_INFINITY;
    private boolean settled;

    /**
     * Prepares the points and draws the initial positions.
     *
     * @throws Problem if there are too few or too many points, all are equal, or one is not finite
     */
    public Tsne(Points points, TsneConfig plan) {
        check(points, plan);
        this.plan = plan;
        components = PrincipalComponents.of(points, plan.components());
        if (!(components.totalVariance() > 0)) {
            throw Problem.input(Texts.of("embedding.error.constantFeatures"));
        }
        affinities = Affinities.of(components.coordinates(), plan.perplexity());
        divergence = new KlDivergence(affinities);
        MathEx.setSeed(plan.seed());
        tsne = smile(1, plan.rate(points.size()));
        checkFinite();
    }

    private static void check(Points points, TsneConfig plan) {
        int n = points.size();
        if (n < LEAST) {
            throw Problem.input(Texts.of("embedding.error.tooFewSamples", LEAST, n));
        }
        if (3 * plan.perplexity() > n - 1) {
            throw Problem.input(
                    Texts.of("embedding.error.perplexity.tooLarge", plain(plan.perplexity()), n, (n - 1) / 3));
        }
        long most = mostPoints();
        if (n > most) {
            throw Problem.input(
                    Texts.of("embedding.error.memory", n, Math.round(BYTES_PER_PAIR * n * n / 1e9 * 10) / 10.0, most));
        }
        if (!points.isFinite()) {
            throw Problem.input(Texts.of("embedding.error.nonFiniteFeatures"));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** The number of points that fit into 2 GB, or into two thirds of the available memory. */
    public static long mostPoints() {
        return (long) Math.sqrt(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() * 0.66) / BYTES_PER_PAIR);
    }

    private TSNE smile(double share, double rate) {
        return new TSNE(affinities.distancesForSmile(share), 2, affinities.perplexityForSmile(share), rate, 0);
    }

    /**
     * Restarts Smile at the current positions.
     *
     * <p>Smile includes each point's similarity to itself in the sum Z, so that repulsion is Z / (Z + N) of the correct
     * value; attraction is reduced by the same factor, so that the embedding converges correctly. Smile multiplies
     * attraction by 12 at first.
     */
    private void restart() {
        double[][] places = tsne.coordinates;
        // The matrices of two instances would not fit into memory.
        tsne = null;
        double nearness = KlDivergence.nearness(places);
        double share = nearness / (nearness + places.length) / EXAGGERATION;
        double faster = RATE_PER_POINT * places.length / TsneConfig.defaultRate(places.length);
        tsne = smile(share, faster * plan.rate(places.length));
        System.arraycopy(places, 0, tsne.coordinates, 0, places.length);
    }

    /** Performs one step, unless the maximum number of iterations is reached. */
    public void advance() {
        int step = Math.min(STEP, plan.iterations() - iterations);
        if (step <= 0) {
            return;
        }
        if (iterations >= EXAGGERATED) {
            restart();
        }
        tsne.update(step);
        iterations += step;
        checkFinite();
        double cost = cost();
        boolean quiet = iterations > EXAGGERATED + 2 * STEP && costBefore - cost < SETTLED * Math.abs(cost);
        settled = settled || quiet;
        costBefore = cost;
    }

    /** Whether the embedding has converged or the maximum number of iterations is reached. */
    public boolean isDone() {
        return settled || iterations >= plan.iterations();
    }

    /** Whether the last step changed almost nothing. */
    public boolean isConverged() {
        return settled;
    }

    /** The number of iterations done. */
    public int iterations() {
        return iterations;
    }

    /** The Kullback-Leibler divergence of the embedding in nats; decreases over time. */
    public double cost() {
        return divergence.of(tsne.coordinates);
    }

    /** The current positions, {@code (N, 2)}, as a copy. */
    public Points positions() {
        float[][] rows = new float[tsne.coordinates.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] at = tsne.coordinates[i];
            rows[i] = new float[] {(float) at[0], (float) at[1]};
        }
        return new Points(rows);
    }

    /** The principal components of the points, before scaling. */
    public PrincipalComponents components() {
        return components;
    }

    private void checkFinite() {
        for (double[] at : tsne.coordinates) {
            if (!Double.isFinite(at[0]) || !Double.isFinite(at[1])) {
                throw Problem.failure(Texts.of("embedding.error.diverged"));
            }
        }
    }
}
