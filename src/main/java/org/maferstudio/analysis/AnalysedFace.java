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
     * @param values numbers that are no classes, such as valence; usually none
     */
    public record Expressions(List<Double> probabilities, List<Double> values) {
        /** Below this probability of the predicted class a prediction counts as unsure, as in the live view. */
        public static final double SURE = 0.45;

        public Expressions {
            probabilities = List.copyOf(probabilities);
            values = List.copyOf(values);
        }

        /** The prediction of a network that gives only probabilities. */
        public Expressions(List<Double> probabilities) {
            this(probabilities, List.of());
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
