package org.maferstudio.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.image.Kernel;

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

    @Test
    void kernelsAndQualitiesAreDrawnEquallyOften() {
        ResolutionSchedule schedule = new ResolutionSchedule(
                new DownsamplingProbability.Constant(1),
                new Resolutions.PowersOfTwo(3, 3),
                Kernel.BILINEAR,
                List.of(Kernel.BOX, Kernel.NEAREST),
                List.of(10, 60));
        RandomGenerator random = new SplittableRandom(17);
        Map<Object, Integer> drawn = new HashMap<>();
        for (int i = 0; i < 6000; i++) {
            drawn.merge(schedule.drawKernel(random), 1, Integer::sum);
            drawn.merge(schedule.drawJpeg(random).orElseThrow(), 1, Integer::sum);
        }
        assertEquals(Set.of(Kernel.BILINEAR, Kernel.BOX, Kernel.NEAREST, 10, 60), drawn.keySet());
        drawn.forEach((value, count) -> assertEquals(value instanceof Kernel ? 2000 : 3000, count, 200));
        assertEquals(
                "Every image is downsampled. Resolutions: 8 px. Kernels: bilinear, box, nearest. "
                        + "JPEG qualities: 10, 60.",
                schedule.describe());
    }

    @Test
    void withOneKernelNothingIsDrawn() {
        RandomGenerator random = new SplittableRandom(17);
        assertEquals(Kernel.BILINEAR, SchedulePreset.SMALL_FACES.schedule().drawKernel(random));
        assertTrue(SchedulePreset.SMALL_FACES.schedule().drawJpeg(random).isEmpty());
        assertEquals(new SplittableRandom(17).nextLong(), random.nextLong());
    }

    @Test
    void aKernelIsNamedOnceAndAQualityInItsRange() {
        DownsamplingProbability always = new DownsamplingProbability.Constant(1);
        Resolutions eight = new Resolutions.PowersOfTwo(3, 3);
        assertThrows(
                IllegalArgumentException.class,
                () -> new ResolutionSchedule(always, eight, Kernel.BOX, List.of(Kernel.BOX), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ResolutionSchedule(always, eight, Kernel.BOX, List.of(), List.of(101)));
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
