package org.maferstudio.embedding;

import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Computes a t-SNE embedding step by step: exactly for up to {@value #MOST_EXACT} points, by Barnes and Hut's
 * approximation for more.
 *
 * <p>Features are first reduced to principal components. The same points and parameters give the same embedding,
 * whatever the number of threads.
 */
public final class Tsne {
    /** The number of points above which the exact method takes longer. */
    static final int MOST_EXACT = 1500;

    /** Number of iterations with early exaggeration; convergence is checked only afterwards. */
    static final int EXAGGERATED = 250;

    /** The factor of attraction during early exaggeration. */
    static final double EXAGGERATION = 12;

    /** Iterations between two checks of convergence. */
    private static final int CHECK = 50;

    /** Relative improvement between checks below which the embedding has converged. */
    private static final double SETTLED = 1e-3;

    /** Memory per point and neighbour while the neighbourhoods are joined: two matrices and their sum. */
    private static final double BYTES_PER_NEIGHBOUR = 48;

    private static final double MOST_BYTES = 2e9;

    private static final int LEAST = 4;

    private final TsneConfig plan;
    private final PrincipalComponents components;
    private final TsneOptimiser optimiser;
    private int iterations;
    private double cost;
    private double costAtLastCheck;
    private boolean settled;

    private Tsne(TsneConfig plan, PrincipalComponents components, TsneOptimiser optimiser) {
        this.plan = plan;
        this.components = components;
        this.optimiser = optimiser;
        cost = optimiser.divergence();
        costAtLastCheck = cost;
    }

    /**
     * Prepares the points and draws the initial positions; empty if a stop was requested.
     *
     * @throws Problem if there are too few or too many points, all are equal, or one is not finite
     */
    public static Optional<Tsne> of(Points points, TsneConfig plan, Progress progress) {
        check(points, plan);
        PrincipalComponents components = PrincipalComponents.of(points, plan.components());
        if (!(components.totalVariance() > 0)) {
            throw Problem.input(Texts.of("embedding.error.constantFeatures"));
        }
        return optimiser(components.coordinates(), plan, progress)
                .map(optimiser -> new Tsne(plan, components, optimiser));
    }

    /** Does the same without a way to stop the preparation. */
    static Tsne of(Points points, TsneConfig plan) {
        return of(points, plan, Progress.NONE).orElseThrow();
    }

    private static Optional<TsneOptimiser> optimiser(Points points, TsneConfig plan, Progress progress) {
        int n = points.size();
        if (n <= MOST_EXACT) {
            return Optional.of(new ExactOptimiser(points, plan));
        }
        int neighbours = SparseAffinities.neighbours(plan.perplexity(), n);
        return Neighbours.of(points, neighbours, progress)
                .map(found -> new BarnesHutOptimiser(
                        SparseAffinities.of(found, plan.perplexity()),
                        plan.rate(n),
                        plan.seed(),
                        BarnesHutOptimiser.THETA));
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
        double bytes = BYTES_PER_NEIGHBOUR * SparseAffinities.neighbours(plan.perplexity(), n);
        long most = (long) (Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() * 0.66) / bytes);
        if (n > MOST_EXACT && n > most) {
            throw Problem.input(Texts.of("embedding.error.memory", n, Math.round(bytes * n / 1e8) / 10.0, most));
        }
        if (!points.isFinite()) {
            throw Problem.input(Texts.of("embedding.error.nonFiniteFeatures"));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /**
     * Performs one step, unless the maximum number of iterations is reached.
     *
     * @throws Problem if a coordinate is no longer finite
     */
    public void advance() {
        int untilCheck = CHECK - iterations % CHECK;
        int step = Math.min(Math.min(optimiser.step(), untilCheck), plan.iterations() - iterations);
        if (step <= 0) {
            return;
        }
        optimiser.advance(step);
        iterations += step;
        cost = Double.NaN;
        if (iterations % CHECK == 0) {
            double now = cost();
            boolean quiet = iterations > EXAGGERATED + 2 * CHECK && costAtLastCheck - now < SETTLED * Math.abs(now);
            settled = settled || quiet;
            costAtLastCheck = now;
        }
    }

    /** Whether the embedding has converged or the maximum number of iterations is reached. */
    public boolean isDone() {
        return settled || iterations >= plan.iterations();
    }

    /** Whether the last iterations changed almost nothing. */
    public boolean isConverged() {
        return settled;
    }

    /** The number of iterations done. */
    public int iterations() {
        return iterations;
    }

    /** The Kullback-Leibler divergence of the embedding in nats; decreases over time. Takes as long as an iteration. */
    public double cost() {
        if (Double.isNaN(cost)) {
            cost = optimiser.divergence();
            if (!Double.isFinite(cost)) {
                throw Problem.failure(Texts.of("embedding.error.diverged"));
            }
        }
        return cost;
    }

    /** The divergence when convergence was last checked, every 50 iterations. */
    public double costAtLastCheck() {
        return costAtLastCheck;
    }

    /** The current positions, {@code (N, 2)}, as a copy. */
    public Points positions() {
        return optimiser.positions();
    }

    /** The principal components of the points, before scaling. */
    public PrincipalComponents components() {
        return components;
    }
}
