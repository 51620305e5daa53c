package org.maferstudio.live;

/** The exponential mean over time of some numbers. */
public final class ExponentialMean {
    /** Time constant at strength 1, in seconds. */
    static final double SLOWEST = 2;

    private double[] mean = new double[0];

    /**
     * Adds the next numbers.
     *
     * @param seconds since the previous ones
     * @param strength 0 (the numbers themselves) to 1
     * @return a copy of the mean
     */
    public double[] add(float[] numbers, double seconds, double strength) {
        double keep = strength <= 0 || mean.length != numbers.length ? 0 : Math.exp(-seconds / (strength * SLOWEST));
        double[] next = new double[numbers.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = keep == 0 ? numbers[i] : keep * mean[i] + (1 - keep) * numbers[i];
        }
        mean = next;
        return next.clone();
    }
}
