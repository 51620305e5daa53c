package org.maferstudio.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.training.TrainingTick;

class RunProgressTest {
    @ParameterizedTest(name = "{0}: epoch {1}")
    @CsvSource(textBlock = """
            NATIVE, 1
            LOW,    2
            MEAN,   3
            """)
    void theBestValidationIsThatOfTheResolutionWhereTheBestIsChosen(TrainingConfig.At at, int epoch) {
        RunProgress progress = new RunProgress();
        progress.restore(List.of(row(1, 0.7, 0.1), row(2, 0.3, 0.5), row(3, 0.6, 0.4)));
        assertEquals(epoch, progress.best(at).orElseThrow().epoch());
    }

    @Test
    void resumingKeepsTheFinerPointsUpToTheStop() {
        RunProgress progress = new RunProgress();
        progress.resume(List.of(), 1);
        for (int step : new int[] {1, 3, 5, 7, 9}) {
            progress.add(pulse(step));
        }
        progress.add(row(8, 0.5, 0.5));
        progress.add(pulse(9));
        progress.resume(List.of(row(8, 0.5, 0.5)), 9);
        assertEquals(List.of(1L, 3L, 5L, 7L, 8L), steps(progress));
        progress.add(pulse(9));
        assertEquals(List.of(1L, 3L, 5L, 7L, 8L, 9L), steps(progress));
    }

    private static List<Long> steps(RunProgress progress) {
        return progress.points().stream().map(HistoryRow::step).toList();
    }

    private static TrainingTick pulse(int step) {
        return new TrainingTick(1, step, 20, step, 100, 1.5, 0.4, 0.1, 0, 60);
    }

    private static HistoryRow row(int epoch, double natively, double low) {
        return new HistoryRow(epoch, epoch, epoch, 1, 1, 1, natively, 0.1, 0.1, new HistoryRow.Lowered(8, 1, low), 1);
    }
}
