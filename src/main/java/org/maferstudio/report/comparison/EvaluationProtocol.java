package org.maferstudio.report.comparison;

import java.util.Locale;
import java.util.Optional;
import org.maferstudio.results.Dependence;

/**
 * How the results of an experiment were obtained.
 *
 * @param origin of the results
 * @param split that was evaluated
 * @param foldsBy what is kept together in folds, such as {@code subject}, or {@code image}; empty without folds
 * @param dependence what the interval assumes
 * @param text the whole protocol for display
 */
public record EvaluationProtocol(
        Origin origin, String split, Optional<String> foldsBy, Dependence dependence, String text) {
    /** The origin of results. */
    public enum Origin {
        /** One training. */
        TRAINING,
        /** Several trainings of one recipe. */
        SERIES,
        /** One or more networks that were trained elsewhere. */
        CHECKPOINT,
        /** Predictions of another program. */
        IMPORT;

        /** The identifier, such as {@code training}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the interval was resampled by group. */
    public boolean byGroup() {
        return dependence == Dependence.GROUPED;
    }
}
