package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

class ResolutionSweepTest {
    private static final LabelSet LABELS = new LabelSet(List.of("x", "y"));

    @Test
    void nativeComesFirstThenManyPixelsToFew() {
        ResolutionSweep sweep = ResolutionSweep.of(Resolution.parseAll("8, native, 128, 16").stream()
                .map(resolution -> Rows.predictions(LABELS, resolution, List.of(new int[] {0, 0})))
                .toList());
        assertEquals(
                Resolution.parseAll("native, 128, 16, 8"),
                sweep.points().stream().map(ResolutionSweep.Point::resolution).toList());
        assertTrue(sweep.points().get(0).isNative());
        assertEquals(128, sweep.points().get(1).pixels());
    }

    @Test
    void aRepeatedResolutionIsRejected() {
        Predictions one = Rows.predictions(LABELS, Resolution.of(8), List.of());
        assertThrows(IllegalArgumentException.class, () -> ResolutionSweep.of(List.of(one, one)));
    }

    @Test
    void aResolutionThatChangesNoPredictionDoesNothing() {
        List<int[]> pairs = List.of(new int[] {0, 0}, new int[] {1, 0});
        List<int[]> others = List.of(new int[] {0, 0}, new int[] {1, 1});
        ResolutionSweep sweep = ResolutionSweep.of(List.of(
                Rows.predictions(LABELS, Resolution.NATIVE, pairs),
                Rows.predictions(LABELS, Resolution.of(64), pairs),
                Rows.predictions(LABELS, Resolution.of(8), others)));
        assertEquals(
                List.of(false, true, false),
                sweep.points().stream().map(ResolutionSweep.Point::noEffect).toList());
    }

    @Test
    void differentClassesAreRejected() {
        Predictions one = Rows.predictions(LABELS, Resolution.of(8), List.of());
        Predictions other = Rows.predictions(new LabelSet(List.of("y", "x")), Resolution.of(16), List.of());
        assertThrows(IllegalArgumentException.class, () -> ResolutionSweep.of(List.of(one, other)));
    }
}
