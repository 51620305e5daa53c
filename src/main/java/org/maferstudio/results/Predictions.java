package org.maferstudio.results;

import java.util.List;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

/**
 * What a network said about a split at one resolution.
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
}
