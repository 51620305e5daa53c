package org.maferstudio.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartOfProgressTest {
    private final List<String> heard = new ArrayList<>();
    private final Progress whole = new Progress() {
        @Override
        public void report(double fraction, String message) {
            heard.add(fraction + " " + message);
        }

        @Override
        public void report(double fraction, String message, Duration left) {
            heard.add(fraction + " " + message + " " + left);
        }

        @Override
        public boolean stopRequested() {
            return true;
        }
    };

    @Test
    void aPartIsPlacedInTheWholeUnderItsName() {
        new PartOfProgress(whole, "base", 0.5, 0.25).report(0.5, "epoch 1 of 6");
        assertEquals(List.of("0.625 base, epoch 1 of 6"), heard);
    }

    @Test
    void theRemainingTimeOfAPartIsNotReported() {
        new PartOfProgress(whole, "base", 0, 0.5).report(1, "epoch 6 of 6, 93 images/s", Duration.ofSeconds(16));
        assertEquals(List.of("0.5 base, epoch 6 of 6, 93 images/s"), heard);
    }

    @Test
    void anUnknownShareStaysUnknownAndAStopIsForwarded() {
        PartOfProgress part = new PartOfProgress(whole, "", 0.5, 0.5);
        part.report(-1, "reading");
        assertEquals(List.of("-1.0 reading"), heard);
        assertTrue(part.stopRequested());
    }
}
