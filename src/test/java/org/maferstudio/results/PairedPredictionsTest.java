package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Resolution;

class PairedPredictionsTest {
    private static final LabelSet LABELS = new LabelSet(List.of("x", "y"));

    @Test
    void samplesArePairedByIdWhateverTheirOrder() {
        Predictions a = predictions(row("1", 0, 0), row("2", 1, 0), row("3", 1, 1));
        Predictions b = predictions(row("3", 1, 0), row("2", 1, 1), row("1", 0, 0), row("4", 0, 0));
        PairedPredictions paired = PairedPredictions.of(a, b);
        assertEquals(3, paired.n());
        assertEquals(1, paired.leftOut());
        assertEquals(1, paired.onlyA());
        assertEquals(1, paired.onlyB());
        assertEquals(2.0 / 3, paired.accuracyA());
        assertEquals(2.0 / 3, paired.accuracyB());
    }

    @Test
    void networksThatNeverDifferGiveOneAndNotNaN() {
        Predictions a = predictions(row("1", 0, 0), row("2", 1, 0));
        assertEquals(1, PairedPredictions.of(a, a).mcNemar());
        PairedBootstrap same = PairedBootstrap.of(PairedPredictions.of(a, a), 100, 17);
        assertEquals(new Interval(0, 0), same.interval());
    }

    @Test
    void experimentsWithoutACommonSampleCannotBeCompared() {
        assertThrows(
                Problem.class, () -> PairedPredictions.of(predictions(row("1", 0, 0)), predictions(row("2", 0, 0))));
    }

    @Test
    void experimentsWithDifferentTrueClassesCannotBeCompared() {
        assertThrows(
                Problem.class, () -> PairedPredictions.of(predictions(row("1", 0, 0)), predictions(row("1", 1, 0))));
    }

    @Test
    void classesArePairedByNameAndNotByNumber() {
        LabelSet other = new LabelSet(List.of("y", "x"));
        Predictions b = new Predictions(other, "test", Resolution.NATIVE, List.of(Rows.row(other, "1", "", 1, 1)));
        assertEquals(1, PairedPredictions.of(predictions(row("1", 0, 0)), b).n());
    }

    @Test
    void theSameSeedGivesTheSameIntervalAndItHoldsTheDifference() {
        PairedPredictions paired = paired(false);
        Interval interval = PairedBootstrap.of(paired, 1000, 17).interval();
        assertEquals(interval, PairedBootstrap.of(paired, 1000, 17).interval());
        assertTrue(interval.contains(paired.accuracyB() - paired.accuracyA()));
    }

    @Test
    void drawingWholeGroupsWidensTheIntervalWhereGroupsAgree() {
        PairedBootstrap samples = PairedBootstrap.of(paired(false), 1000, 17);
        PairedBootstrap groups = PairedBootstrap.of(paired(true), 1000, 17);
        assertFalse(samples.byGroup());
        assertTrue(groups.byGroup());
        assertTrue(width(groups) > 2 * width(samples));
    }

    private static double width(PairedBootstrap bootstrap) {
        return bootstrap.interval().high() - bootstrap.interval().low();
    }

    /** 20 groups of 20; all of a group agree on which network is right. */
    private static PairedPredictions paired(boolean grouped) {
        List<PairedPredictions.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int group = i / 20;
            pairs.add(new PairedPredictions.Pair(
                    Integer.toString(pairs.size()), grouped ? "g" + group : "", group % 3 == 0, group % 2 == 0));
        }
        return new PairedPredictions(pairs, 0);
    }

    private static Predictions predictions(Prediction... rows) {
        return new Predictions(LABELS, "test", Resolution.NATIVE, List.of(rows));
    }

    private static Prediction row(String sample, int label, int predicted) {
        return Rows.row(LABELS, sample, "", label, predicted);
    }
}
