package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    /** {@code numpy.mean(v), numpy.std(v, ddof=1)} of the same values. */
    @Test
    void meanAndStandardDeviationAreNumpys() {
        Spread spread = new Spread(List.of(0.61, 0.64, 0.58, 0.66, 0.6));
        assertEquals(0.618, spread.mean(), 1e-15);
        assertEquals(0.031937438845342656, spread.standardDeviation(), 1e-15);
    }

    @Test
    void oneRunHasNoDeviationAndNoRunNoMean() {
        assertTrue(Double.isNaN(new Spread(List.of(0.5)).standardDeviation()));
        assertThrows(IllegalArgumentException.class, () -> new Spread(List.of()));
    }
}
