package org.maferstudio.report.figures;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.Interval;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.results.Scores;
import org.maferstudio.texts.Numbers;

/** Results by resolution, one row per network and resolution. */
final class ResolutionTable {
    private static final List<String> HEADER = List.of(
            "experiment",
            "resolution",
            "n",
            "accuracy",
            "accuracy_low",
            "accuracy_high",
            "mean_class_accuracy",
            "macro_f1",
            "weighted_f1",
            "cohen_kappa",
            "mcc",
            "log_loss",
            "interval_by_group");

    private ResolutionTable() {}

    static Table of(List<ResolutionFigure.Series> series) {
        List<List<String>> rows = new ArrayList<>();
        for (ResolutionFigure.Series each : series) {
            for (ResolutionSweep.Point point : each.sweep().points()) {
                Scores scores = point.scores();
                Interval interval = point.intervals().accuracy();
                rows.add(List.of(
                        each.name(),
                        point.resolution().id(),
                        Long.toString(scores.n()),
                        Numbers.share(scores.accuracy()),
                        Numbers.share(interval.low()),
                        Numbers.share(interval.high()),
                        Numbers.share(scores.meanClassAccuracy()),
                        Numbers.share(scores.macroF1()),
                        Numbers.share(scores.weightedF1()),
                        Numbers.share(scores.kappa()),
                        Numbers.share(scores.mcc()),
                        point.logLoss().isPresent()
                                ? Numbers.share(point.logLoss().getAsDouble())
                                : "",
                        Boolean.toString(point.intervals().byGroup())));
            }
        }
        return new Table(HEADER, rows);
    }
}
