package org.maferstudio.live;

import java.util.OptionalInt;

/**
 * Smooths probabilities over time with an exponential mean, and stabilises the predicted class with hysteresis. One
 * instance per face and network.
 */
public final class ProbabilitySmoothing {
    /** Minimum probability for a class to be shown. */
    static final double SURE = 0.45;
    /** Minimum probability for a shown class to be kept. */
    static final double STAYS = 0.35;
    /** Minimum lead of another class to replace it. */
    static final double LEAD = 0.08;

    private final ExponentialMean mean = new ExponentialMean();
    private int named = -1;

    /**
     * Adds the next probabilities.
     *
     * @param seconds since the previous ones
     * @param strength 0 (no smoothing) to 1
     * @return a copy of the mean
     */
    public double[] add(float[] probabilities, double seconds, double strength) {
        double[] next = mean.add(probabilities, seconds, strength);
        named = name(next);
        return next;
    }

    private int name(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        if (named >= 0 && named < values.length && values[named] >= STAYS) {
            boolean another = best != named && values[best] >= SURE && values[best] >= values[named] + LEAD;
            return another ? best : named;
        }
        return values[best] >= SURE ? best : -1;
    }

    /** The shown class; empty while undecided. */
    public OptionalInt named() {
        return named < 0 ? OptionalInt.empty() : OptionalInt.of(named);
    }
}
