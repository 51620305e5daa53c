package org.maferstudio.training.embedding;

import java.util.List;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.expression.LabelSet;

/** Receives the progress of an embedding, on the thread that computes it. */
public interface EmbeddingListener {
    /** Ignored. */
    EmbeddingListener UNSEEN = new EmbeddingListener() {
        @Override
        public void onFeatures(LabelSet labels, List<EmbeddingRow> rows) {
            // Ignored.
        }

        @Override
        public void onProgress(Points positions, int iterations, double cost) {
            // Ignored.
        }
    };

    /** Called when the features are available, in this order. */
    void onFeatures(LabelSet labels, List<EmbeddingRow> rows);

    /** Called when the points have moved. Blocking pauses the computation. */
    void onProgress(Points positions, int iterations, double cost);
}
