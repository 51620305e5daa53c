package org.maferstudio.experiment;

import java.util.List;
import org.maferstudio.embedding.Points;
import org.maferstudio.expression.LabelSet;

/**
 * A two-dimensional embedding of deep features.
 *
 * @param name of its files, such as {@code test@native}
 * @param labels the classes
 * @param facts its metadata
 * @param rows the data of each point
 * @param picture the position of each point, {@code (N, 2)}
 */
public record Embedding(
        String name, LabelSet labels, EmbeddingMetadata facts, List<EmbeddingRow> rows, Points picture) {
    public Embedding {
        rows = List.copyOf(rows);
        if (rows.size() != picture.size() || (picture.size() > 0 && picture.dimension() != 2)) {
            throw new IllegalArgumentException("each of " + rows.size() + " rows has a place in the plane, got "
                    + picture.size() + " places of " + picture.dimension() + " numbers");
        }
    }
}
