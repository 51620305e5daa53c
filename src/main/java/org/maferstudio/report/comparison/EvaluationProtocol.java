package org.maferstudio.report.comparison;

import java.util.Locale;
import java.util.Optional;
import org.maferstudio.results.Dependence;

/**
 * How the numbers of an experiment came about.
 *
 * @param origin whose numbers they are
 * @param split that was evaluated
 * @param foldsBy what stays together in folds, such as {@code subject}, or {@code image}; empty without folds
 * @param dependence what the interval assumes
 * @param text all of it for people
 */
public record EvaluationProtocol(
        Origin origin, String split, Optional<String> foldsBy, Dependence dependence, String text) {
    /** Whose numbers they are. */
    public enum Origin {
        /** One training. */
        TRAINING,
        /** Several trainings of one recipe. */
        SERIES,
        /** A network that was trained elsewhere, or several. */
        CHECKPOINT,
        /** Predictions of another program. */
        IMPORT;

        /** Such as {@code training}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the interval draws whole groups. */
    public boolean byGroup() {
        return dependence == Dependence.GROUPED;
    }
}
