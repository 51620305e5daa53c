package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The images per second of a training, and the time left. */
class TrainingSpeedTest {
    @Test
    void theRateIsUnknownUntilTheFirstPulse() throws InterruptedException {
        TrainingSpeed pace = new TrainingSpeed();
        assertEquals(Double.NaN, pace.recentRate());
        pace.batch(1000, 0, 0);
        Thread.sleep(510);
        assertTrue(pace.pulseDue());
        assertTrue(pace.recentRate() > 0, () -> pace.recentRate() + " images/s");
    }

    @Test
    void aTimeLeftIsKnownWhereItIsFinite() {
        assertEquals(Duration.ofMillis(12_500), TrainingSpeed.left(12.5));
        assertEquals(Duration.ZERO, TrainingSpeed.left(-1));
        assertNull(TrainingSpeed.left(Double.NaN));
        assertNull(TrainingSpeed.left(Double.POSITIVE_INFINITY));
    }
}
