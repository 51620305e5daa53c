package org.maferstudio.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.Interval;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.results.Scores;
import org.maferstudio.texts.Numbers;

/** Results by resolution or strength, one row per network and place. */
final class SweepTable {
    private static final List<String> SCORES = List.of(
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

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    /** An empty table; {@code varied} is the name of the second column. */
    SweepTable(String varied) {
        header = Stream.concat(Stream.of("experiment", varied), SCORES.stream()).toList();
    }

    /** Adds the results of a network at a place. */
    void add(String name, String place, ResolutionSweep.Point point) {
        Scores scores = point.scores();
        Interval interval = point.intervals().accuracy();
        rows.add(List.of(
                name,
                place,
                Long.toString(scores.n()),
                Numbers.share(scores.accuracy()),
                Numbers.share(interval.low()),
                Numbers.share(interval.high()),
                Numbers.share(scores.meanClassAccuracy()),
                Numbers.share(scores.macroF1()),
                Numbers.share(scores.weightedF1()),
                Numbers.share(scores.kappa()),
                Numbers.share(scores.mcc()),
                point.logLoss().isPresent() ? Numbers.share(point.logLoss().getAsDouble()) : "",
                Boolean.toString(point.intervals().byGroup())));
    }

    /** The table with the rows so far. */
    Table toTable() {
        return new Table(header, rows);
    }
}
