package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

class ConfusionMatrixTest {
    private static final LabelSet LABELS = new LabelSet(List.of("x", "y"));

    @Test
    void rowsAreTrueClasses() {
        ConfusionMatrix matrix = ConfusionMatrix.of(Rows.predictions(
                LABELS, Resolution.NATIVE, List.of(new int[] {0, 1}, new int[] {0, 1}, new int[] {0, 0})));
        assertEquals(2, matrix.count(0, 1));
        assertEquals(0, matrix.count(1, 0));
        assertEquals(3, matrix.rowTotal(0));
        assertEquals(2, matrix.columnTotal(1));
        assertEquals(2.0 / 3, matrix.value(Normalisation.ROWS, 0, 1));
        assertEquals(1.0, matrix.value(Normalisation.COLUMNS, 0, 1));
        assertEquals(2.0, matrix.value(Normalisation.COUNTS, 0, 1));
    }

    @Test
    void aShareOfNothingIsNaN() {
        ConfusionMatrix matrix = ConfusionMatrix.ofCounts(LABELS, new long[][] {{3, 0}, {0, 0}});
        assertTrue(Double.isNaN(matrix.rowShare(1, 1)));
        assertTrue(Double.isNaN(matrix.columnShare(0, 1)));
    }

    @Test
    void countsAreCopied() {
        long[][] counts = {{1, 2}, {3, 4}};
        ConfusionMatrix matrix = ConfusionMatrix.ofCounts(LABELS, counts);
        counts[0][0] = 9;
        matrix.counts()[0][0] = 9;
        assertEquals(1, matrix.count(0, 0));
    }

    @Test
    void countsOfTheWrongShapeOrSignAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> ConfusionMatrix.ofCounts(LABELS, new long[][] {{1, 2}}));
        assertThrows(
                IllegalArgumentException.class, () -> ConfusionMatrix.ofCounts(LABELS, new long[][] {{1, 2}, {3, -4}}));
    }

    @Test
    void noSamplesGiveNoAccuracyButNoCrash() {
        ConfusionMatrix matrix = ConfusionMatrix.ofCounts(LABELS, new long[2][2]);
        Scores scores = Scores.of(matrix);
        assertTrue(Double.isNaN(scores.accuracy()));
        assertTrue(Double.isNaN(scores.meanClassAccuracy()));
        assertEquals(new Interval(0, 1), ScoreIntervals.of(matrix).accuracy());
    }
}
