package org.maferstudio.results;

/** Quantiles with linear interpolation, as in NumPy. */
public final class Quantile {
    private Quantile() {}

    /**
     * The quantile of sorted values.
     *
     * @param sorted ascending, at least one
     * @param share 0 to 1
     */
    public static double of(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
