package org.maferstudio.report.comparison;

import org.maferstudio.expression.LabelSet;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.results.Scores;

/**
 * The title of a split, with the part of a well-known dataset if recognised, such as {@code test (FER2013's public
 * test)}.
 */
public final class SplitTitle {
    private SplitTitle() {}

    /** The title of the split of predictions. */
    public static String of(Predictions predictions) {
        return of(predictions.split(), Scores.of(predictions), predictions.labels());
    }

    /** The title of the split of a sweep. */
    public static String of(ResolutionSweep sweep) {
        return of(sweep.split(), sweep.points().get(0).scores(), sweep.labels());
    }

    private static String of(String split, Scores scores, LabelSet labels) {
        return scores.knownSplit(labels)
                .map(known -> split + " (" + known.title() + ")")
                .orElse(split);
    }
}
