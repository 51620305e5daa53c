package org.maferstudio.report.figures;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.report.tables.Table;

/** Training histories as a table. */
final class HistoryTable {
    private HistoryTable() {}

    /** One row per validation. */
    static Table of(List<HistoryFigure.Series> series) {
        List<List<String>> rows = new ArrayList<>();
        for (HistoryFigure.Series each : series) {
            for (HistoryRow row : each.rows()) {
                rows.add(List.of(
                        each.name(),
                        Integer.toString(row.epoch()),
                        Long.toString(row.images()),
                        Double.toString(row.trainLoss()),
                        Double.toString(row.trainAccuracy()),
                        Double.toString(row.validLoss()),
                        Double.toString(row.validAccuracy()),
                        Double.toString(row.learningRate()),
                        Double.toString(row.loweringProbability()),
                        row.lowered().isEvaluated()
                                ? Integer.toString(row.lowered().pixels())
                                : "",
                        row.lowered().isEvaluated()
                                ? Double.toString(row.lowered().loss())
                                : "",
                        row.lowered().isEvaluated()
                                ? Double.toString(row.lowered().accuracy())
                                : ""));
            }
        }
        return new Table(
                List.of(
                        "experiment",
                        "epoch",
                        "images",
                        "train_loss",
                        "train_accuracy",
                        "valid_loss",
                        "valid_accuracy",
                        "learning_rate",
                        "p_lowering",
                        "low_pixels",
                        "low_loss",
                        "low_accuracy"),
                rows);
    }
}
