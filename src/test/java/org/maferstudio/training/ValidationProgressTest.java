package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.job.Progress;

class ValidationProgressTest {
    @Test
    void aValidationKeepsTheRemainingTimeOfTheTraining() {
        List<String> heard = new ArrayList<>();
        Progress training = new Progress() {
            @Override
            public void report(double fraction, String message) {
                heard.add(fraction + " " + message + ", and a guess");
            }

            @Override
            public void report(double fraction, String message, Duration left) {
                heard.add(fraction + " " + message + ", " + left);
            }

            @Override
            public boolean stopRequested() {
                return true;
            }
        };
        Progress validation = new ValidationProgress(training, 0.25, Duration.ofMinutes(6));
        validation.report(0.5, "128 of 256 images");
        validation.report(0.7, "179 of 256 images", Duration.ofSeconds(3));
        assertEquals(List.of("0.25 128 of 256 images, PT6M", "0.25 179 of 256 images, PT6M"), heard);
        assertTrue(validation.stopRequested());
    }
}
