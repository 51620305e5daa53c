package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a training says of its pace. */
class TrainingSpeedTest {
    @Test
    void nothingIsSaidUntilAPaceIsKnown() throws InterruptedException {
        TrainingSpeed pace = new TrainingSpeed();
        assertEquals("", pace.words());
        pace.batch(1000, 0, 0);
        Thread.sleep(510);
        assertTrue(pace.pulseDue());
        assertTrue(pace.words().matches(", \\d+ images/s"), pace.words());
    }

    @Test
    void aTimeLeftIsKnownWhereItIsFinite() {
        assertEquals(Duration.ofMillis(12_500), TrainingSpeed.left(12.5));
        assertEquals(Duration.ZERO, TrainingSpeed.left(-1));
        assertNull(TrainingSpeed.left(Double.NaN));
        assertNull(TrainingSpeed.left(Double.POSITIVE_INFINITY));
    }
}
