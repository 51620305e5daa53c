package org.maferstudio.results;

import java.util.List;
import org.maferstudio.expression.LabelSet;

/**
 * What a network said about a split at one resolution.
 *
 * @param labels the classes
 * @param split {@code train}, {@code validation} or {@code test}
 * @param resolution {@code native}, or a number of pixels
 * @param rows one a sample, in the dataset's order
 */
public record Predictions(LabelSet labels, String split, String resolution, List<Prediction> rows) {
    /** The resolution of pictures as they are. */
    public static final String NATIVE = "native";

    public Predictions {
        rows = List.copyOf(rows);
    }
}
