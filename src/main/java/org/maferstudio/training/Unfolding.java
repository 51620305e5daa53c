package org.maferstudio.training;

import java.util.List;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.EmbeddedRow;
import org.maferstudio.expression.LabelSet;

/** Hears how an embedding comes about, on the thread that makes it. */
public interface Unfolding {
    /** Nobody looks. */
    Unfolding UNSEEN = new Unfolding() {
        @Override
        public void begun(LabelSet labels, List<EmbeddedRow> rows) {
            // Nobody looks.
        }

        @Override
        public void moved(Points picture, int iterations, double cost) {
            // Nobody looks.
        }
    };

    /** The features are there, in this order. */
    void begun(LabelSet labels, List<EmbeddedRow> rows);

    /** The points have moved; may wait, which is a pause. */
    void moved(Points picture, int iterations, double cost);
}
