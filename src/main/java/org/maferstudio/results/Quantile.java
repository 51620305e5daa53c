package org.maferstudio.results;

/** Quantiles between neighbours linearly, as numpy does. */
final class Quantile {
    private Quantile() {}

    /**
     * The value below which a share of the others lies.
     *
     * @param sorted ascending, at least one
     * @param share 0 to 1
     */
    static double of(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
