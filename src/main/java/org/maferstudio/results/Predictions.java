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
 */
public record Predictions(LabelSet labels, String split, Resolution resolution, List<Prediction> rows) {
    public Predictions {
        rows = List.copyOf(rows);
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
                : new Predictions(
                        labels,
                        split,
                        resolution,
                        rows.stream()
                                .map(row -> Prediction.withoutProbabilities(
                                        row.sample(), row.group(), row.label(), row.predicted()))
                                .toList());
    }

    /** Returns these predictions without some samples. */
    public Predictions without(Set<String> samples) {
        return new Predictions(
                labels,
                split,
                resolution,
                rows.stream().filter(row -> !samples.contains(row.sample())).toList());
    }
}
