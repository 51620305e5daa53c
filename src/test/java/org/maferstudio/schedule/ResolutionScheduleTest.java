package org.maferstudio.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionScheduleTest {
    @ParameterizedTest(name = "after {1} images of {0}, {2} in 100,000 are lowered")
    @CsvSource(
            textBlock =
                    """
        off,                         0,      0
        cr-simplified,               0,      10000
        cross-resolution-curriculum, 0,      10000
        cross-resolution-curriculum, 70000,  30000
        cross-resolution-curriculum, 999999, 100000
        small-faces,                 5,      50000
        """)
    void lowersAsOftenAsTheProbabilitySays(String preset, long images, int expected) {
        ResolutionSchedule schedule = ScheduleSyntax.schedule(preset);
        RandomGenerator random = new SplittableRandom(17);
        int lowered = 0;
        for (int i = 0; i < 100_000; i++) {
            lowered += schedule.draw(images, random).isPresent() ? 1 : 0;
        }
        // Five standard deviations of a binomial, which is none at all for never and always.
        assertEquals(expected, lowered, 5 * Math.sqrt(expected * (1 - expected / 100_000.0)));
    }

    @Test
    void theSameGeneratorDrawsTheSame() {
        ResolutionSchedule schedule = SchedulePreset.SMALL_FACES.schedule();
        RandomGenerator one = new SplittableRandom(5);
        RandomGenerator other = new SplittableRandom(5);
        for (int i = 0; i < 100; i++) {
            OptionalInt drawn = schedule.draw(i, one);
            assertEquals(drawn, schedule.draw(i, other));
            assertTrue(drawn.isEmpty() || schedule.which().shares().containsKey(drawn.getAsInt()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        off                         | No image is downsampled. The network sees native resolution only.
        cr-simplified               | Each image is downsampled with probability 0.1. Resolutions: 8, 16, 32, 64, 128 px, equally likely. Kernel: bilinear.
        cross-resolution-curriculum | The downsampling probability starts at 0.1 and increases by 0.1 every 35,000 images, up to 1. Resolutions: 8, 16, 32, 64, 128 px, equally likely. Kernel: bilinear.
        p=1                         | Every image is downsampled. Resolutions: 8, 16, 32, 64, 128 px, equally likely. Kernel: bilinear.
        """)
    void describesItselfToPeople(String text, String sentence) {
        assertEquals(sentence, ScheduleSyntax.schedule(text).describe());
    }
}
