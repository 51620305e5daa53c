package org.maferstudio.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProbabilitySmoothingTest {
    private final ProbabilitySmoothing steady = new ProbabilitySmoothing();

    private OptionalInt named(double first, double second) {
        steady.add(new float[] {(float) first, (float) second, (float) (1 - first - second)}, 0.03, 0);
        return steady.named();
    }

    @Test
    void withoutStrengthProbabilitiesPassAsTheyAre() {
        steady.add(new float[] {1, 0}, 0, 0);
        assertArrayEquals(new double[] {0.25, 0.75}, steady.add(new float[] {0.25f, 0.75f}, 0.03, 0));
    }

    @Test
    void theMeanMovesByTheTimeThatPassedNotByTheNumberOfFrames() {
        ProbabilitySmoothing often = new ProbabilitySmoothing();
        often.add(new float[] {1, 0}, 0, 0.5);
        steady.add(new float[] {1, 0}, 0, 0.5);
        double[] once = steady.add(new float[] {0, 1}, 1, 0.5);
        double[] last = {};
        for (int i = 0; i < 10; i++) {
            last = often.add(new float[] {0, 1}, 0.1, 0.5);
        }
        assertArrayEquals(once, last, 1e-12);
        assertEquals(Math.exp(-1), once[0], 1e-12);
    }

    @Test
    void aClassKeepsItsNameUntilAnotherLeadsClearly() {
        assertEquals(OptionalInt.of(0), named(0.5, 0.3));
        assertEquals(OptionalInt.of(0), named(0.45, 0.5));
        assertEquals(OptionalInt.of(1), named(0.40, 0.5));
        assertEquals(OptionalInt.of(1), named(0.46, 0.44));
    }

    @Test
    void nothingIsNamedWhileUnsure() {
        assertEquals(OptionalInt.empty(), named(0.4, 0.3));
        assertEquals(OptionalInt.of(0), named(0.46, 0.3));
        assertEquals(OptionalInt.of(0), named(0.36, 0.32));
        assertEquals(OptionalInt.empty(), named(0.34, 0.33));
    }
}
