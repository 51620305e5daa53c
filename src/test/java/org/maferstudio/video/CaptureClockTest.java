package org.maferstudio.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CaptureClockTest {
    private final CaptureClock clock = new CaptureClock();

    private long at(double stamp, double readMilliseconds) {
        return clock.milliseconds(stamp, Math.round(readMilliseconds * 1e6));
    }

    @Test
    void timesAreThoseOfTheCaptureWheneverAFrameIsRead() {
        assertEquals(0, at(5000, 100));
        assertEquals(33, at(5033, 170));
        assertEquals(67, at(5067, 171));
        assertEquals(400, at(5400, 520));
    }

    @Test
    void withoutTimestampsTheyAreThoseOfReading() {
        assertEquals(0, at(0, 100));
        assertEquals(70, at(0, 170));
        assertEquals(71, at(0, 171));
    }

    @Test
    void timestampsThatStandStillAreNotBelievedForLong() {
        assertEquals(0, at(5000, 100));
        assertEquals(0, at(5000, 133));
        assertEquals(900, at(5000, 1000));
        assertEquals(933, at(5000, 1033));
    }

    @Test
    void timestampsOfAnotherUnitAreNotBelieved() {
        assertEquals(0, at(5, 100));
        assertEquals(1000, at(6, 1100));
    }

    @Test
    void timesNeverRunBackwards() {
        assertEquals(0, at(5000, 100));
        assertEquals(400, at(5400, 200));
        assertEquals(400, at(9999, 210));
        assertEquals(600, at(10_500, 700));
    }
}
