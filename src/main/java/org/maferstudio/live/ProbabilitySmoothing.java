package org.maferstudio.live;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Smooths probabilities over time with an exponential mean, and stabilises the predicted class with hysteresis. One
 * instance per face and network.
 */
public final class ProbabilitySmoothing {
    /** Time constant of the mean at strength 1, in seconds. */
    static final double SLOWEST = 2;
    /** Minimum probability for a class to be shown. */
    static final double SURE = 0.45;
    /** Minimum probability for a shown class to be kept. */
    static final double STAYS = 0.35;
    /** Minimum lead of another class to replace it. */
    static final double LEAD = 0.08;

    private double[] mean = new double[0];
    private int named = -1;

    /**
     * Adds the next probabilities.
     *
     * @param seconds since the previous ones
     * @param strength 0 (no smoothing) to 1
     * @return a copy of the mean
     */
    public double[] add(float[] probabilities, double seconds, double strength) {
        double keep =
                strength <= 0 || mean.length != probabilities.length ? 0 : Math.exp(-seconds / (strength * SLOWEST));
        double[] next = new double[probabilities.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = keep == 0 ? probabilities[i] : keep * mean[i] + (1 - keep) * probabilities[i];
        }
        mean = next;
        named = name(next);
        return next.clone();
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

    @Override
    public String toString() {
        return named + " of " + Arrays.toString(mean);
    }
}
