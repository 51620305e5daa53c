package org.maferstudio.results;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Whether samples are taken as independent of each other. */
public enum Dependence {
    /** Samples are resampled individually: no groups are known, or each has one sample. */
    INDEPENDENT,
    /**
     * Samples of a group (a person, a sequence) depend on each other; whole groups are resampled. A sample without a
     * group is its own group.
     */
    GROUPED;

    /** The dependence of predictions. */
    public static Dependence of(Predictions predictions) {
        return of(predictions.rows(), Prediction::group);
    }

    /** The dependence of pairs. */
    static Dependence of(PairedPredictions paired) {
        return of(paired.pairs(), PairedPredictions.Pair::group);
    }

    private static <T> Dependence of(Iterable<T> samples, Function<T, String> group) {
        Set<String> groups = new HashSet<>();
        for (T sample : samples) {
            if (!group.apply(sample).isEmpty() && !groups.add(group.apply(sample))) {
                return GROUPED;
            }
        }
        return INDEPENDENT;
    }

    /** The resampling unit of a sample: its group, or the sample itself. */
    static String unit(String group, String sample) {
        // No group's name has this character.
        return group.isEmpty() ? "\0" + sample : group;
    }
}
