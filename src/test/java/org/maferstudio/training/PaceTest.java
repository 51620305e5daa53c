package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a training says of its pace. */
class PaceTest {
    @Test
    void nothingIsSaidUntilAPaceIsKnown() throws InterruptedException {
        Pace pace = new Pace();
        assertEquals("", pace.words(Double.NaN));
        assertEquals("", pace.words(12));
        pace.batch(1000, 0, 0);
        Thread.sleep(510);
        assertTrue(pace.pulseDue());
        assertTrue(pace.words(12).matches(", \\d+ images/s, 12 s left"), pace.words(12));
        assertTrue(pace.words(600).endsWith("10 min left"), pace.words(600));
    }
}
