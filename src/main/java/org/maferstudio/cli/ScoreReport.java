package org.maferstudio.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.experiment.SeriesSummary;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.Scores;
import org.maferstudio.results.Wilson;

/** What networks were right about, as lines and under the names of the command line's JSON. */
final class ScoreReport {
    private ScoreReport() {}

    /** Predictions at one resolution. */
    static String line(Predictions predictions) {
        Scores scores = Scores.of(predictions);
        Interval interval = scores.interval();
        return String.format(
                Locale.ROOT,
                "%7s: accuracy %.4f (95 %% %.4f to %.4f), mean class accuracy %.4f, macro F1 %.4f, 0.33 accuracy + 0.67"
                        + " macro F1 %.4f, n %d",
                predictions.resolution(),
                scores.accuracy(),
                interval.low(),
                interval.high(),
                scores.meanClassAccuracy(),
                scores.macroF1(),
                scores.affWild2Score(),
                scores.n());
    }

    /**
     * The same for JSON.
     *
     * @param reached by each training of a series; empty for a single one
     */
    static Map<String, Object> object(Predictions predictions, Optional<SeriesSummary.Reached> reached) {
        Scores scores = Scores.of(predictions);
        Interval interval = scores.interval();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("split", predictions.split());
        one.put("n", scores.n());
        one.put("accuracy", scores.accuracy());
        one.put("mean_class_accuracy", scores.meanClassAccuracy());
        one.put("macro_f1", scores.macroF1());
        one.put("affwild2_score", scores.affWild2Score());
        one.put("interval", List.of(interval.low(), interval.high()));
        if (predictions.labels().isMany()) {
            one.put("classes", predictions.labels().size());
        } else {
            one.put("labels", predictions.labels().names());
            one.put("confusion", ConfusionMatrix.of(predictions).counts());
        }
        reached.ifPresent(each -> {
            one.put("series", SeriesReport.values(each));
            if (each.together().isEmpty()) {
                // The same pictures several times: no more is known of them than from one network's answers.
                long n = each.n().get(0);
                Interval once = Wilson.interval(Math.round(scores.accuracy() * n), n);
                one.put("interval", List.of(once.low(), once.high()));
            }
        });
        return one;
    }
}
