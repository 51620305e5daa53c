package org.maferstudio.experiment.embedding;

import java.util.List;
import org.maferstudio.embedding.Points;
import org.maferstudio.expression.LabelSet;

/**
 * Faces that were placed into an embedding afterwards, and did not take part in its computation.
 *
 * @param embedding its name
 * @param labels the classes
 * @param rows the data of each face
 * @param positions the position of each face, {@code (M, 2)}
 */
public record PlacedFaces(String embedding, LabelSet labels, List<EmbeddingRow> rows, Points positions) {
    public PlacedFaces {
        rows = List.copyOf(rows);
        if (rows.size() != positions.size()) {
            throw new IllegalArgumentException(
                    "each face has a position, got " + rows.size() + " and " + positions.size());
        }
    }
}
