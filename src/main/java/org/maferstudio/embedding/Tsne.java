package org.maferstudio.embedding;

import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;
import smile.manifold.TSNE;
import smile.math.MathEx;

/**
 * A picture of points that unfolds step by step: Smile's exact t-SNE.
 *
 * <p>Features are brought to a few principal components first. The probabilities of neighbours are {@link Affinities ours},
 * as Smile's search for them mixes bits and nats; Smile iterates. The same points and plan give the same picture, whatever
 * the number of threads.
 */
public final class Tsne {
    /** In so many iterations neighbours attract each other twelvefold; before them nothing has settled. */
    static final int EXAGGERATED = 250;

    private static final double EXAGGERATION = 12;

    /** The usual learning rate afterwards, a point: each step begins without momentum. Measured to converge best. */
    private static final double RATE_PER_POINT = 0.8;

    /** Iterations of a step: Smile forgets its momentum between two steps, so they are not too short. */
    public static final int STEP = 50;

    /** The most points that are taken: three matrices of their number squared, 8 bytes a value, and half one of 4 bytes. */
    private static final double BYTES_PER_PAIR = 26;

    private static final double MOST_BYTES = 2e9;

    /** Less than this share of the cost is won by a step: it has settled. */
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
     * Looks at the points, and scatters them.
     *
     * @throws Problem if there are too few or too many of them, all are equal, or one is not finite, with a way out
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

    /** How many points fit into 2 GB, or into what memory the program may take with a third left for the rest. */
    public static long mostPoints() {
        return (long) Math.sqrt(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() * 0.66) / BYTES_PER_PAIR);
    }

    private TSNE smile(double share, double rate) {
        return new TSNE(affinities.distancesForSmile(share), 2, affinities.perplexityForSmile(share), rate, 0);
    }

    /**
     * Begins anew where the points are.
     *
     * <p>Smile adds to the sum of nearness Z each point's to itself, so that repulsion is Z / (Z + N) of what it should be;
     * with attraction as much smaller the picture comes to rest where it should. Smile multiplies attraction by 12 at first.
     */
    private void restart() {
        double[][] places = tsne.coordinates;
        // The matrices of two at once would not fit into memory.
        tsne = null;
        double nearness = KlDivergence.nearness(places);
        double share = nearness / (nearness + places.length) / EXAGGERATION;
        double faster = RATE_PER_POINT * places.length / TsneConfig.usualRate(places.length);
        tsne = smile(share, faster * plan.rate(places.length));
        System.arraycopy(places, 0, tsne.coordinates, 0, places.length);
    }

    /** Goes on for a step, unless the plan's iterations are done. */
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

    /** Whether there is no more to do: it has settled, or the plan's iterations are over. */
    public boolean isDone() {
        return settled || iterations >= plan.iterations();
    }

    /** Whether a step has not changed anything much. */
    public boolean isSettled() {
        return settled;
    }

    /** How many iterations were done. */
    public int iterations() {
        return iterations;
    }

    /** The Kullback-Leibler divergence of the picture from the neighbourhoods of the points, in nats; falls. */
    public double cost() {
        return divergence.of(tsne.coordinates);
    }

    /** Where the points are now, {@code (N, 2)}, a copy. */
    public Points picture() {
        float[][] rows = new float[tsne.coordinates.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] at = tsne.coordinates[i];
            rows[i] = new float[] {(float) at[0], (float) at[1]};
        }
        return new Points(rows);
    }

    /** The points as principal components, before scaling. */
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
