package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Against {@code src/test/resources/org/maferstudio/results/make_holm.py}. */
class HolmTest {
    @Test
    void eachPIsMultipliedByTheNumberOfHypothesesLeftAndNeverFallsBelowASmallerOne() {
        assertArrayEquals(
                new double[] {0.05, 0.09, 0.09, 0.05, 0.7}, Holm.corrected(0.01, 0.04, 0.03, 0.01, 0.7), 1e-12);
    }

    @Test
    void nothingExceedsOneAndOnePStaysAsItIs() {
        assertArrayEquals(new double[] {1, 1, 1}, Holm.corrected(0.5, 0.6, 0.9), 1e-12);
        assertArrayEquals(new double[] {0.03}, Holm.corrected(0.03), 1e-12);
        assertArrayEquals(new double[0], Holm.corrected());
    }
}
