package org.maferstudio.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The predictions of two networks on the same samples, in the order of the first.
 *
 * @param pairs one per common sample
 * @param leftOut number of samples that only one of them has
 */
public record PairedPredictions(List<Pair> pairs, int leftOut) {
    /**
     * One sample.
     *
     * @param sample its id
     * @param group its group; empty if unknown
     * @param correctA whether the first is correct
     * @param correctB whether the second is correct
     */
    public record Pair(String sample, String group, boolean correctA, boolean correctB) {
        /** Which of the two are correct. */
        public Outcome outcome() {
            if (correctA) {
                return correctB ? Outcome.BOTH_CORRECT : Outcome.ONLY_A_CORRECT;
            }
            return correctB ? Outcome.ONLY_B_CORRECT : Outcome.NEITHER_CORRECT;
        }

        /** The resampling unit: its group, or the sample itself. */
        String unit() {
            return Dependence.unit(group, sample);
        }
    }

    /** Which of two predictions of a sample are correct. */
    public enum Outcome {
        BOTH_CORRECT,
        ONLY_A_CORRECT,
        ONLY_B_CORRECT,
        NEITHER_CORRECT
    }

    public PairedPredictions {
        pairs = List.copyOf(pairs);
    }

    /**
     * Pairs predictions by sample id.
     *
     * @throws Problem if they share no sample, or their true classes differ
     */
    public static PairedPredictions of(Predictions a, Predictions b) {
        Map<String, Prediction> byId = new HashMap<>();
        b.rows().forEach(row -> byId.put(row.sample(), row));
        List<Pair> pairs = new ArrayList<>();
        for (Prediction rowA : a.rows()) {
            Prediction rowB = byId.get(rowA.sample());
            if (rowB == null) {
                continue;
            }
            String labelA = a.labels().name(rowA.label());
            String labelB = b.labels().name(rowB.label());
            if (!labelA.equals(labelB)) {
                throw Problem.input(
                        Texts.of("results.comparison.error.differentLabels", rowA.sample(), labelA, labelB));
            }
            String group = rowA.group().isEmpty() ? rowB.group() : rowA.group();
            pairs.add(new Pair(rowA.sample(), group, rowA.correct(), rowB.correct()));
        }
        if (pairs.isEmpty()) {
            throw Problem.input(Texts.of("results.comparison.error.noSharedSamples"));
        }
        return new PairedPredictions(pairs, a.rows().size() + b.rows().size() - 2 * pairs.size());
    }

    /** The number of samples. */
    public int n() {
        return pairs.size();
    }

    /** Number of samples that only the first predicts correctly. */
    public long onlyA() {
        return pairs.stream().filter(p -> p.correctA() && !p.correctB()).count();
    }

    /** Number of samples that only the second predicts correctly. */
    public long onlyB() {
        return pairs.stream().filter(p -> !p.correctA() && p.correctB()).count();
    }

    /** The ids of the samples with this outcome. */
    public Set<String> samples(Outcome outcome) {
        return pairs.stream()
                .filter(pair -> pair.outcome() == outcome)
                .map(Pair::sample)
                .collect(Collectors.toSet());
    }

    /** The accuracy of the first, 0 to 1. */
    public double accuracyA() {
        return (double) pairs.stream().filter(Pair::correctA).count() / n();
    }

    /** The accuracy of the second, 0 to 1. */
    public double accuracyB() {
        return (double) pairs.stream().filter(Pair::correctB).count() / n();
    }

    /** Whether groups are known and {@link #signFlip} should be used instead of {@link #mcNemar}. */
    public Dependence dependence() {
        return Dependence.of(this);
    }

    /** The p-value of the sign-flip permutation test by group; 1 if no group differs. */
    public double signFlip() {
        Map<String, Integer> differences = new HashMap<>();
        pairs.forEach(pair ->
                differences.merge(pair.unit(), (pair.correctB() ? 1 : 0) - (pair.correctA() ? 1 : 0), Integer::sum));
        return SignFlip.p(
                differences.values().stream().mapToInt(Integer::intValue).toArray());
    }

    /** McNemar's exact p-value, which assumes independent samples; 1 if the two never differ. */
    public double mcNemar() {
        return McNemar.exact(onlyA(), onlyB());
    }
}
