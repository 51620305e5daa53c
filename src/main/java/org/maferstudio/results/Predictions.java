package org.maferstudio.results;

import java.util.List;
import java.util.Set;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

/**
 * The predictions of a network for a split at one resolution.
 *
 * @param labels the classes
 * @param split {@code train}, {@code validation} or {@code test}
 * @param resolution of the network's input images
 * @param rows one per sample, in the dataset's order
 * @param valueNames names of the values that are no classes, such as valence, in the order of {@link SampleValues};
 *     usually none
 */
public record Predictions(
        LabelSet labels, String split, Resolution resolution, List<Prediction> rows, List<String> valueNames) {
    public Predictions {
        rows = List.copyOf(rows);
        valueNames = List.copyOf(valueNames);
    }

    /** Creates predictions of classes only. */
    public Predictions(LabelSet labels, String split, Resolution resolution, List<Prediction> rows) {
        this(labels, split, resolution, rows, List.of());
    }

    /** Whether the probabilities of all rows are known, which confidence measures need. */
    public boolean hasProbabilities() {
        return !rows.isEmpty() && rows.stream().allMatch(Prediction::hasProbabilities);
    }

    /**
     * Returns these predictions without probabilities if each is 1 for the predicted class: earlier versions wrote
     * imported classes like this.
     */
    public Predictions withoutInventedProbabilities() {
        return !hasProbabilities() || rows.stream().anyMatch(row -> row.confidence() != 1)
                ? this
                : with(rows.stream().map(Prediction::withoutProbabilities).toList());
    }

    /** Returns these predictions without some samples. */
    public Predictions without(Set<String> samples) {
        return with(rows.stream().filter(row -> !samples.contains(row.sample())).toList());
    }

    private Predictions with(List<Prediction> others) {
        return new Predictions(labels, split, resolution, others, valueNames);
    }
}
