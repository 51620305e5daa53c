package org.maferstudio.results;

import java.util.ArrayList;
import java.util.List;

/**
 * The 95 % intervals of scores: Wilson's for independent samples, otherwise bootstrap intervals over whole groups.
 *
 * @param accuracy of the accuracy, 0 to 1
 * @param recalls of the recall of each class, 0 to 1, in the label set's order; none for {@link
 *     org.maferstudio.expression.LabelSet#isMany many} classes
 * @param precisions likewise of the precision
 * @param dependence what was assumed
 */
public record ScoreIntervals(
        Interval accuracy, List<Interval> recalls, List<Interval> precisions, Dependence dependence) {
    private static final int DRAWS = 2000;
    private static final long SEED = 17;

    public ScoreIntervals {
        recalls = List.copyOf(recalls);
        precisions = List.copyOf(precisions);
    }

    /** The intervals of predictions; deterministic. */
    public static ScoreIntervals of(Predictions predictions) {
        if (Dependence.of(predictions) == Dependence.INDEPENDENT) {
            Scores scores = Scores.of(predictions);
            return independent(scores, predictions.labels().isMany() ? List.of() : scores.classes());
        }
        ScoreBootstrap scores = ScoreBootstrap.of(predictions, DRAWS, SEED);
        if (predictions.labels().isMany()) {
            return new ScoreIntervals(scores.accuracy(), List.of(), List.of(), Dependence.GROUPED);
        }
        ClassBootstrap classes = ClassBootstrap.of(predictions, DRAWS, SEED);
        return new ScoreIntervals(scores.accuracy(), classes.recalls(), classes.precisions(), Dependence.GROUPED);
    }

    /** Wilson's intervals of a matrix, without known groups. */
    public static ScoreIntervals of(ConfusionMatrix matrix) {
        Scores scores = Scores.of(matrix);
        return independent(scores, scores.classes());
    }

    private static ScoreIntervals independent(Scores scores, List<ClassScore> classes) {
        List<Interval> recalls = new ArrayList<>();
        List<Interval> precisions = new ArrayList<>();
        for (ClassScore score : classes) {
            recalls.add(Wilson.interval(score.correct(), score.n()));
            precisions.add(Wilson.interval(score.correct(), score.predicted()));
        }
        return new ScoreIntervals(
                Wilson.interval(scores.correct(), scores.n()), recalls, precisions, Dependence.INDEPENDENT);
    }

    /** Whether groups were resampled instead of samples. */
    public boolean byGroup() {
        return dependence == Dependence.GROUPED;
    }
}
