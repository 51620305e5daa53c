package org.maferstudio.embedding;

import smile.manifold.TSNE;
import smile.math.MathEx;

/**
 * Exact t-SNE by Smile, for few points.
 *
 * <p>The neighbour probabilities come from {@link Affinities}, because Smile's search for them mixes bits and nats;
 * Smile performs the iterations.
 */
final class ExactOptimiser implements TsneOptimiser {
    /** The learning rate after early exaggeration, per point: each step starts without momentum. Chosen by measurement. */
    private static final double RATE_PER_POINT = 0.8;

    /** Smile resets its momentum between steps, so they must not be too short. */
    private static final int STEP = 50;

    private final TsneConfig plan;
    private final Affinities affinities;
    private final KlDivergence divergence;
    private TSNE tsne;
    private int iterations;

    ExactOptimiser(Points points, TsneConfig plan) {
        this.plan = plan;
        affinities = Affinities.of(points, plan.perplexity());
        divergence = new KlDivergence(affinities);
        MathEx.setSeed(plan.seed());
        tsne = smile(1, plan.rate(points.size()));
    }

    private TSNE smile(double share, double rate) {
        return new TSNE(affinities.distancesForSmile(share), 2, affinities.perplexityForSmile(share), rate, 0);
    }

    @Override
    public int step() {
        return STEP;
    }

    @Override
    public void advance(int step) {
        if (iterations >= Tsne.EXAGGERATED) {
            restart();
        }
        tsne.update(step);
        iterations += step;
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
        double share = nearness / (nearness + places.length) / Tsne.EXAGGERATION;
        double faster = RATE_PER_POINT * places.length / TsneConfig.defaultRate(places.length);
        tsne = smile(share, faster * plan.rate(places.length));
        System.arraycopy(places, 0, tsne.coordinates, 0, places.length);
    }

    @Override
    public double divergence() {
        return divergence.of(tsne.coordinates);
    }

    @Override
    public Points positions() {
        float[][] rows = new float[tsne.coordinates.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] at = tsne.coordinates[i];
            rows[i] = new float[] {(float) at[0], (float) at[1]};
        }
        return new Points(rows);
    }
}
