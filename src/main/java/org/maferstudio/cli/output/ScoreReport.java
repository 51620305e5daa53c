package org.maferstudio.cli.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.maferstudio.experiment.SeriesSummary;
import org.maferstudio.expression.KnownCounts;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.LogLoss;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ScoreIntervals;
import org.maferstudio.results.Scores;
import org.maferstudio.results.ValueScore;

/** Formats scores as lines and as JSON. */
public final class ScoreReport {
    private ScoreReport() {}

    /** Formats the scores at one resolution as a line. */
    public static String line(Predictions predictions) {
        return line(predictions.resolution().id(), predictions);
    }

    /** Formats scores as a line that starts with what is special about the images. */
    static String line(String condition, Predictions predictions) {
        Scores scores = Scores.of(predictions);
        ScoreIntervals intervals = ScoreIntervals.of(predictions);
        OptionalDouble logLoss = LogLoss.of(predictions);
        return String.format(
                Locale.ROOT,
                "%7s: accuracy %.4f (95 %% %.4f to %.4f, %s), mean class accuracy %.4f, macro F1 %.4f, weighted F1 %.4f,"
                        + " Cohen's kappa %.4f, MCC %.4f, %s0.33 accuracy + 0.67 macro F1 %.4f, n %d",
                condition,
                scores.accuracy(),
                intervals.accuracy().low(),
                intervals.accuracy().high(),
                intervals.byGroup() ? "bootstrap by group" : "assuming independent samples",
                scores.meanClassAccuracy(),
                scores.macroF1(),
                scores.weightedF1(),
                scores.kappa(),
                scores.mcc(),
                logLoss.isPresent() ? String.format(Locale.ROOT, "log loss %.4f, ", logLoss.getAsDouble()) : "",
                scores.affWild2Score(),
                scores.n());
    }

    /** Formats the scores of values that are no classes, such as valence, as one line each. */
    static List<String> values(Predictions predictions) {
        return ValueScore.of(predictions).stream()
                .map(score -> String.format(
                        Locale.ROOT,
                        "         %s: CCC %s, RMSE %s, Pearson %s, n %d",
                        score.name(),
                        text(score.ccc()),
                        text(score.rmse()),
                        text(score.pearson()),
                        score.n()))
                .toList();
    }

    private static String text(ValueScore.Estimate estimate) {
        return Double.isNaN(estimate.value())
                ? "not defined"
                : String.format(Locale.ROOT, "%.4f", estimate.value())
                        + estimate.interval()
                                .map(interval -> String.format(
                                        Locale.ROOT, " (95 %% %.4f to %.4f)", interval.low(), interval.high()))
                                .orElse("");
    }

    private static Map<String, Object> object(ValueScore score) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("n", score.n());
        put(one, "ccc", score.ccc());
        put(one, "rmse", score.rmse());
        put(one, "pearson", score.pearson());
        one.put("interval_by_group", score.byGroup());
        return one;
    }

    private static void put(Map<String, Object> object, String name, ValueScore.Estimate estimate) {
        object.put(name, Double.isNaN(estimate.value()) ? null : estimate.value());
        object.put(
                name + "_interval",
                estimate.interval()
                        .map(interval -> List.of(interval.low(), interval.high()))
                        .orElse(null));
    }

    /**
     * Formats the scores for JSON.
     *
     * @param reached results of each training of a series; empty for a single one
     */
    static Map<String, Object> object(Predictions predictions, Optional<SeriesSummary.Reached> reached) {
        Scores scores = Scores.of(predictions);
        ScoreIntervals intervals = ScoreIntervals.of(predictions);
        OptionalDouble logLoss = LogLoss.of(predictions);
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("split", predictions.split());
        one.put(
                "known_split",
                scores.knownSplit(predictions.labels()).map(KnownCounts::id).orElse(null));
        one.put("n", scores.n());
        one.put("accuracy", scores.accuracy());
        one.put("mean_class_accuracy", scores.meanClassAccuracy());
        one.put("macro_f1", scores.macroF1());
        one.put("weighted_f1", scores.weightedF1());
        one.put("cohen_kappa", Double.isNaN(scores.kappa()) ? null : scores.kappa());
        one.put("mcc", scores.mcc());
        one.put("log_loss", logLoss.isPresent() ? logLoss.getAsDouble() : null);
        one.put("affwild2_score", scores.affWild2Score());
        one.put(
                "interval",
                List.of(intervals.accuracy().low(), intervals.accuracy().high()));
        one.put("interval_by_group", intervals.byGroup());
        if (predictions.labels().isMany()) {
            one.put("classes", predictions.labels().size());
        } else {
            one.put("labels", predictions.labels().names());
            one.put("confusion", ConfusionMatrix.of(predictions).counts());
        }
        List<ValueScore> values = ValueScore.of(predictions);
        if (!values.isEmpty()) {
            one.put("values", values.stream().collect(Collectors.toMap(ValueScore::name, ScoreReport::object)));
        }
        reached.ifPresent(each -> one.put("series", SeriesReport.values(each)));
        return one;
    }
}
