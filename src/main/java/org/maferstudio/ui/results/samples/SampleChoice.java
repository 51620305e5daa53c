package org.maferstudio.ui.results.samples;

import java.util.Comparator;
import java.util.List;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;

/** The samples of an experiment to list: those of a cell, of a row or a column, all, or named ones. */
public sealed interface SampleChoice permits CellSelection, ClassSelection, WholeSelection, NamedSelection {
    /** Whether there is such a thing among predictions. */
    boolean fits(Predictions predictions);

    /** Whether a sample belongs to it. */
    boolean holds(Prediction row);

    /** A few words, such as "Sadness → Neutral". */
    String title(LabelSet labels);

    /** Its sentence for a matrix; may be empty. */
    String sentence(ConfusionMatrix matrix);

    /** The samples in it, the surest first. */
    default List<Prediction> samples(Predictions predictions) {
        return predictions.rows().stream()
                .filter(this::holds)
                .sorted(Comparator.comparing(Prediction::confidence).reversed().thenComparing(Prediction::sample))
                .toList();
    }
}
