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
 * @param resolution of the images that the network saw
 * @param rows one a sample, in the dataset's order
 */
public record Predictions(LabelSet labels, String split, Resolution resolution, List<Prediction> rows) {
    public Predictions {
        rows = List.copyOf(rows);
    }

    /** Whether the probabilities of all rows are known: without them nothing is known of the network's confidence. */
    public boolean hasProbabilities() {
        return !rows.isEmpty() && rows.stream().allMatch(Prediction::hasProbabilities);
    }

    /**
     * These predictions, without probabilities where each is 1 for the predicted class: so imports were written that had
     * only classes.
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

    /** These predictions without those on some samples. */
    public Predictions without(Set<String> samples) {
        return new Predictions(
                labels,
                split,
                resolution,
                rows.stream().filter(row -> !samples.contains(row.sample())).toList());
    }
}
