package org.maferstudio.ui.embedding;

import org.maferstudio.experiment.embedding.EmbeddingRow;

/**
 * A dot that is pointed at.
 *
 * @param row its data
 * @param place of the row in its cloud
 * @param source which cloud that is
 */
record HoveredDot(EmbeddingRow row, int place, Source source) {
    /** Where dots come from. */
    enum Source {
        /** The embedding itself. */
        EMBEDDED,
        /** Faces that were placed into it afterwards. */
        PLACED
    }
}
