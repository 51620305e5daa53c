package org.maferstudio.ui.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.training.TrainingTick;

/**
 * How a training went so far: a row for each validation, and between the last of them and now a few points of the
 * training part.
 */
final class RunProgress {
    /** More points than a screen shows apart would only make painting slow. */
    private static final int MOST_BETWEEN = 400;

    private final List<HistoryRow> rows = new ArrayList<>();
    private final List<HistoryRow> between = new ArrayList<>();
    private TrainingTick pulse;

    /** Rows on disk of a training that is over; those known already stay. */
    void restore(List<HistoryRow> history) {
        if (rows.isEmpty()) {
            rows.addAll(history);
        }
    }

    /**
     * The training begins, or goes on where it was stopped.
     *
     * @param history the validations behind it
     * @param step the first one that is made now; what was seen of it and of later ones is trained again
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

    /** The training moved on. */
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

    /** All points in order; those between validations have no numbers of the validation part. */
    List<HistoryRow> points() {
        List<HistoryRow> points = new ArrayList<>(rows);
        points.addAll(between);
        points.sort(Comparator.comparingLong(HistoryRow::images));
        return points;
    }

    /** The validation with the highest accuracy, at the resolution where the best is chosen. */
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

    /** What the training said last; empty before its first words. */
    Optional<TrainingTick> pulse() {
        return Optional.ofNullable(pulse);
    }
}
