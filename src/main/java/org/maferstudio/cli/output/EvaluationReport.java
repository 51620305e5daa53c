package org.maferstudio.cli.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.SeriesSummary;
import org.maferstudio.experiment.SplitDuplicates;
import org.maferstudio.report.comparison.SplitTitle;
import org.maferstudio.results.Predictions;
import org.maferstudio.training.evaluation.Evaluation;

/** Prints the results of an evaluation. */
public final class EvaluationReport {
    private EvaluationReport() {}

    /** Prints lines. */
    public static void print(Experiment experiment, Evaluation.Result result, Console console) {
        console.print("Split "
                + result.predictions().stream().findFirst().map(SplitTitle::of).orElse(result.split())
                + result.other()
                        .map(name -> " of " + name + ", evaluated with ")
                        .orElse(" of ") + experiment.id());
        for (Predictions predictions : result.predictions()) {
            SeriesSummary.Reached reached = result.reached().get(predictions.resolution());
            if (reached != null) {
                SeriesReport.lines(predictions.resolution().id(), reached).forEach(console::print);
            }
            if (reached == null || reached.together().isPresent()) {
                console.print((reached == null ? "" : "together ") + ScoreReport.line(predictions));
                ScoreReport.values(predictions).forEach(console::print);
            }
            without(experiment, result, predictions)
                    .ifPresent(left -> console.print("without images that also occur in another split: "
                            + ScoreReport.line(left).strip()));
        }
        result.degraded()
                .forEach((degradation, predictions) -> console.print(ScoreReport.line(degradation.id(), predictions)));
    }

    /** The predictions on this experiment's own dataset without duplicates in other splits, if there are any. */
    private static Optional<Predictions> without(Experiment experiment, Evaluation.Result result, Predictions all) {
        return result.other().isPresent() ? Optional.empty() : SplitDuplicates.without(experiment, all);
    }

    /** As a JSON object, by resolution, then by degradation. */
    public static Map<String, Object> object(Experiment experiment, Evaluation.Result result) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Predictions predictions : result.predictions()) {
            Map<String, Object> one = ScoreReport.object(
                    predictions, Optional.ofNullable(result.reached().get(predictions.resolution())));
            result.other().ifPresent(name -> one.put("dataset", name));
            without(experiment, result, predictions)
                    .ifPresent(left -> one.put("without_duplicates", ScoreReport.object(left, Optional.empty())));
            all.put(predictions.resolution().id(), one);
        }
        result.degraded().forEach((degradation, predictions) -> {
            Map<String, Object> one = ScoreReport.object(predictions, Optional.empty());
            result.other().ifPresent(name -> one.put("dataset", name));
            all.put(degradation.id(), one);
        });
        return all;
    }
}
