package org.maferstudio.ui.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.training.TrainingTick;

/** The progress of a training: one row per validation, and a few points of the training split since the last one. */
final class RunProgress {
    /** More points than a screen can distinguish would only slow down painting. */
    private static final int MOST_BETWEEN = 400;

    private final List<HistoryRow> rows = new ArrayList<>();
    private final List<HistoryRow> between = new ArrayList<>();
    private TrainingTick pulse;

    /** Adds rows from disk, keeping known ones. */
    void restore(List<HistoryRow> history) {
        if (rows.isEmpty()) {
            rows.addAll(history);
        }
    }

    /**
     * The training starts or resumes.
     *
     * @param history the earlier validations
     * @param step the first step; data of it and later ones is discarded
     */
    void resume(List<HistoryRow> history, long step) {
        rows.clear();
        rows.addAll(history);
        between.removeIf(point -> point.step() >= step);
    }

    /** A validation was made. */
    void add(HistoryRow row) {
        if (rows.isEmpty() || rows.get(rows.size() - 1).step() < row.step()) {
            rows.add(row);
        }
        between.removeIf(point -> point.step() >= row.step());
    }

    /** The training has progressed. */
    void add(TrainingTick now) {
        pulse = now;
        if (!Double.isFinite(now.loss())) {
            return;
        }
        if (between.size() == MOST_BETWEEN) {
            for (int i = MOST_BETWEEN - 1; i > 0; i -= 2) {
                between.remove(i);
            }
        }
        between.add(new HistoryRow(
                now.epoch(),
                now.step(),
                now.images(),
                now.loss(),
                now.accuracy(),
                Double.NaN,
                Double.NaN,
                now.learningRate(),
                now.loweringProbability(),
                Double.NaN));
    }

    /** All points in order; those between validations have no validation values. */
    List<HistoryRow> points() {
        List<HistoryRow> points = new ArrayList<>(rows);
        points.addAll(between);
        points.sort(Comparator.comparingLong(HistoryRow::images));
        return points;
    }

    /** The validation with the highest accuracy, at the resolution used for selection. */
    Optional<HistoryRow> best(TrainingConfig.At at) {
        return rows.stream()
                .filter(row -> Double.isFinite(accuracy(row, at)))
                .max(Comparator.comparingDouble(row -> accuracy(row, at)));
    }

    private static double accuracy(HistoryRow row, TrainingConfig.At at) {
        return switch (at) {
            case NATIVE -> row.validAccuracy();
            case LOW -> row.lowered().accuracy();
            case MEAN -> (row.validAccuracy() + row.lowered().accuracy()) / 2;
        };
    }

    /** The last message of the training; empty if there is none. */
    Optional<TrainingTick> pulse() {
        return Optional.ofNullable(pulse);
    }
}
