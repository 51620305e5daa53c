package org.maferstudio.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.SeriesSummary;
import org.maferstudio.results.Predictions;
import org.maferstudio.training.Evaluation;

/** What an evaluation of an experiment came to. */
final class EvaluationReport {
    private EvaluationReport() {}

    /** As lines. */
    static void print(Experiment experiment, Evaluation.Result result, Console console) {
        console.print("Split " + result.split()
                + result.other().map(name -> " of " + name + ", asked of ").orElse(" of ") + experiment.id());
        for (Predictions predictions : result.predictions()) {
            SeriesSummary.Reached reached = result.reached().get(predictions.resolution());
            if (reached != null) {
                SeriesReport.lines(predictions.resolution().id(), reached).forEach(console::print);
            }
            if (reached == null || reached.together().isPresent()) {
                console.print((reached == null ? "" : "together ") + ScoreReport.line(predictions));
            }
        }
    }

    /** As a JSON object, by resolution. */
    static Map<String, Object> object(Evaluation.Result result) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Predictions predictions : result.predictions()) {
            Map<String, Object> one = ScoreReport.object(
                    predictions, Optional.ofNullable(result.reached().get(predictions.resolution())));
            result.other().ifPresent(name -> one.put("dataset", name));
            all.put(predictions.resolution().id(), one);
        }
        return all;
    }
}
