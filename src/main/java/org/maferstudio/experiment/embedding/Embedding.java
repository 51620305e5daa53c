package org.maferstudio.experiment.embedding;

import java.util.List;
import org.maferstudio.embedding.Points;
import org.maferstudio.expression.LabelSet;

/**
 * A two-dimensional embedding of deep features.
 *
 * @param name of its files, such as {@code test@native}
 * @param labels the classes
 * @param metadata its metadata
 * @param rows the data of each point
 * @param positions the position of each point, {@code (N, 2)}
 */
public record Embedding(
        String name, LabelSet labels, EmbeddingMetadata metadata, List<EmbeddingRow> rows, Points positions) {
    public Embedding {
        rows = List.copyOf(rows);
        if (rows.size() != positions.size() || (positions.size() > 0 && positions.dimension() != 2)) {
            throw new IllegalArgumentException("each of " + rows.size() + " rows has a place in the plane, got "
                    + positions.size() + " places of " + positions.dimension() + " numbers");
        }
    }
}
