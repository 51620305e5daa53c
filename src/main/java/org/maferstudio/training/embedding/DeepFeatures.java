package org.maferstudio.training.embedding;

import java.util.List;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.expression.LabelSet;

/**
 * Deep features, the values before the classifier, of samples at one or several resolutions.
 *
 * @param labels the classes
 * @param source of the samples
 * @param rows the data of each point
 * @param points {@code (N, D)}, the features
 */
record DeepFeatures(LabelSet labels, EmbeddingMetadata.Source source, List<EmbeddingRow> rows, Points points) {
    DeepFeatures {
        rows = List.copyOf(rows);
    }

    /** The label of each point. */
    int[] labelOfEach() {
        return rows.stream().mapToInt(EmbeddingRow::label).toArray();
    }
}
