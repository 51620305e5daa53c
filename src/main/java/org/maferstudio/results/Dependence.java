package org.maferstudio.results;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Whether samples are taken as independent of each other. */
public enum Dependence {
    /** Each sample is drawn alone: no groups are known, or each has one sample. */
    INDEPENDENT,
    /**
     * Samples of a group (a person, a sequence) depend on each other; groups are drawn as a whole. A sample without a
     * group is a group of its own.
     */
    GROUPED;

    /** That of predictions. */
    public static Dependence of(Predictions predictions) {
        return of(predictions.rows(), Prediction::group);
    }

    /** That of pairs. */
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

    /** What is drawn as a whole: the group, and a sample without one by itself. */
    static String unit(String group, String sample) {
        // No group's name has this character.
        return group.isEmpty() ? "\0" + sample : group;
    }
}
