package org.maferstudio.training.benchmark;

import java.util.Arrays;

/** The median, which is robust against other load on the computer. */
final class Median {
    private Median() {}

    /** The median of at least one value; the mean of the two middle ones if their number is even. */
    static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
