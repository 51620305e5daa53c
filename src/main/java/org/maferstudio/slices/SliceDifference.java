package org.maferstudio.slices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.results.Dependence;
import org.maferstudio.results.Holm;
import org.maferstudio.results.Interval;
import org.maferstudio.results.PairedBootstrap;
import org.maferstudio.results.PairedPredictions;
import org.maferstudio.results.Predictions;

/**
 * How much better or worse a second network is on the samples with one value of a column.
 *
 * @param value the value, or a range of numbers, the same in every language
 * @param n number of samples that both networks predicted
 * @param accuracyA of the first network, 0 to 1
 * @param accuracyB of the second
 * @param interval of the difference, second minus first: 95 % bootstrap, by group if groups are known
 * @param p corrected for the number of slices by Holm's method
 */
public record SliceDifference(String value, int n, double accuracyA, double accuracyB, Interval interval, double p) {
    private static final int DRAWS = 2000;
    private static final long SEED = 17;

    /** The difference of the accuracies, second minus first, -1 to 1. */
    public double difference() {
        return accuracyB - accuracyA;
    }

    /** Whether there are too few samples to say much. */
    public boolean isSmall() {
        return n < Slice.FEW;
    }

    /**
     * Compares two networks slice by slice, the largest loss first and those with few samples last.
     *
     * @throws org.maferstudio.job.Problem if the two share no sample, or their true classes differ
     */
    public static List<SliceDifference> of(String column, SampleColumns columns, Predictions a, Predictions b) {
        PairedPredictions all = PairedPredictions.of(a, b);
        Slicing slicing = SlicedResults.slicing(column, columns, a);
        Map<String, List<PairedPredictions.Pair>> parts = new LinkedHashMap<>();
        slicing.order().forEach(slice -> parts.put(slice, new ArrayList<>()));
        for (PairedPredictions.Pair pair : all.pairs()) {
            parts.computeIfAbsent(slicing.of(pair.sample()), any -> new ArrayList<>())
                    .add(pair);
        }
        parts.values().removeIf(List::isEmpty);
        List<PairedPredictions> pairs = parts.values().stream()
                .map(part -> new PairedPredictions(part, 0))
                .toList();
        double[] corrected = Holm.corrected(
                pairs.stream().mapToDouble(SliceDifference::uncorrected).toArray());
        List<SliceDifference> differences = new ArrayList<>();
        List<String> names = List.copyOf(parts.keySet());
        for (int i = 0; i < pairs.size(); i++) {
            PairedPredictions part = pairs.get(i);
            differences.add(new SliceDifference(
                    names.get(i),
                    part.n(),
                    part.accuracyA(),
                    part.accuracyB(),
                    PairedBootstrap.of(part, DRAWS, SEED).interval(),
                    corrected[i]));
        }
        differences.sort(Comparator.comparing(SliceDifference::isSmall).thenComparing(SliceDifference::difference));
        return differences;
    }

    private static double uncorrected(PairedPredictions part) {
        return part.dependence() == Dependence.GROUPED ? part.signFlip() : part.mcNemar();
    }
}
