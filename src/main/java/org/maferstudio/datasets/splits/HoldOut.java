package org.maferstudio.datasets.splits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maferstudio.datasets.Sample;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Holds out a part of the training split for validation: the same share of each class, and whole groups if groups are
 * known.
 *
 * <p>Whether a sample is held out depends on the seed and the names of the samples, never on their order.
 *
 * @param share of each class of the training split, above 0 and at most 0.9
 * @param seed of the choice
 */
public record HoldOut(double share, long seed) {
    /**
     * Returns the samples with a part of the training split moved to validation.
     *
     * @throws Problem if there is no training split, or already a validation split
     */
    public List<Sample> apply(List<Sample> samples) {
        List<Sample> train =
                samples.stream().filter(s -> s.split().equals(Sample.TRAIN)).toList();
        if (train.isEmpty()) {
            throw Problem.input(Texts.of("datasets.holdOut.error.noTrain"));
        }
        if (samples.stream().anyMatch(s -> s.split().equals(Sample.VALIDATION))) {
            throw Problem.input(Texts.of("datasets.holdOut.error.hasValidation"));
        }
        boolean grouped = train.stream().anyMatch(s -> !s.group().isEmpty());
        Set<String> held = grouped ? byGroup(train) : byClass(train);
        return samples.stream()
                .map(s -> s.split().equals(Sample.TRAIN) && held.contains(s.id()) ? s.in(Sample.VALIDATION) : s)
                .toList();
    }

    private Set<String> byClass(List<Sample> train) {
        Map<Integer, List<Sample>> classes = new HashMap<>();
        train.forEach(
                s -> classes.computeIfAbsent(s.label(), l -> new ArrayList<>()).add(s));
        Set<String> held = new HashSet<>();
        for (List<Sample> members : classes.values()) {
            members.sort(new SeededRank(seed).order(Sample::id));
            members.subList(0, (int) Math.round(share * members.size())).forEach(s -> held.add(s.id()));
        }
        return held;
    }

    /** Adds groups in rank order as long as each brings the class counts nearer to their share. */
    private Set<String> byGroup(List<Sample> train) {
        Map<Integer, Double> missing = new HashMap<>();
        train.forEach(s -> missing.merge(s.label(), share, Double::sum));
        Map<String, List<Sample>> groups = new LinkedHashMap<>();
        // A sample without a group is a group of its own.
        train.forEach(
                s -> groups.computeIfAbsent(s.group().isEmpty() ? "\0" + s.id() : s.group(), g -> new ArrayList<>())
                        .add(s));
        List<String> order = new ArrayList<>(groups.keySet());
        order.sort(new SeededRank(seed).order(g -> g));
        Set<String> held = new HashSet<>();
        for (String group : order) {
            Map<Integer, Double> after = new HashMap<>(missing);
            groups.get(group).forEach(s -> after.merge(s.label(), -1.0, Double::sum));
            if (distance(after) < distance(missing)) {
                missing.putAll(after);
                groups.get(group).forEach(s -> held.add(s.id()));
            }
        }
        return held;
    }

    private static double distance(Map<Integer, Double> missing) {
        return missing.values().stream().mapToDouble(m -> m * m).sum();
    }
}
