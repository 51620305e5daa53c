package org.maferstudio.training;

import java.util.List;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.EmbeddingRow;
import org.maferstudio.expression.LabelSet;

/** Hears how an embedding comes about, on the thread that makes it. */
public interface EmbeddingListener {
    /** Nobody looks. */
    EmbeddingListener UNSEEN = new EmbeddingListener() {
        @Override
        public void begun(LabelSet labels, List<EmbeddingRow> rows) {
            // Nobody looks.
        }

        @Override
        public void moved(Points picture, int iterations, double cost) {
            // Nobody looks.
        }
    };

    /** The features are there, in this order. */
    void begun(LabelSet labels, List<EmbeddingRow> rows);

    /** The points have moved; may wait, which is a pause. */
    void moved(Points picture, int iterations, double cost);
}
