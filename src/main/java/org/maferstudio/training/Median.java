package org.maferstudio.training;

import java.util.Arrays;

/** The median, which a busy moment of a shared machine does not move. */
final class Median {
    private Median() {}

    /** Of at least one value; of two in the middle their mean. */
    static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
