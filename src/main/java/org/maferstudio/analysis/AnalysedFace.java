package org.maferstudio.analysis;

import java.util.List;
import org.maferstudio.faces.TrackedFace;

/**
 * A face in a frame of a film.
 *
 * @param tracked its number, position, points and score, and whether it was found or carried
 * @param expressions what each network predicts, in the order of the networks
 */
public record AnalysedFace(TrackedFace tracked, List<Expressions> expressions) {
    public AnalysedFace {
        expressions = List.copyOf(expressions);
    }

    /**
     * One network's prediction.
     *
     * @param probabilities one per class, 0 to 1
     */
    public record Expressions(List<Double> probabilities) {
        /** Below this probability of the predicted class a prediction counts as unsure, as in the live view. */
        public static final double SURE = 0.45;

        public Expressions {
            probabilities = List.copyOf(probabilities);
        }

        /** The class with the largest probability; the first of several. */
        public int predicted() {
            int best = 0;
            for (int i = 1; i < probabilities.size(); i++) {
                if (probabilities.get(i) > probabilities.get(best)) {
                    best = i;
                }
            }
            return best;
        }

        /** Whether no class is likely enough to be shown. */
        public boolean unsure() {
            return probabilities.get(predicted()) < SURE;
        }
    }
}
