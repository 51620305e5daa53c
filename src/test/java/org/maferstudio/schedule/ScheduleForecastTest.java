package org.maferstudio.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleForecastTest {
    @Test
    void aConstantNeedsTwoPoints() {
        ScheduleForecast forecast = ScheduleForecast.of(SchedulePreset.SMALL_FACES.schedule(), 1_000, 48);
        assertEquals(
                List.of(new ScheduleForecast.Point(0, 0.5, 0.5), new ScheduleForecast.Point(1_000, 0.5, 0.5)),
                forecast.points());
        assertEquals(5, forecast.bands().size());
        assertEquals(0.1, forecast.points().get(0).share(forecast.bands().get(0)), 1e-12);
    }

    @Test
    void resolutionsWithoutEffectCountAsNative() {
        ScheduleForecast forecast = ScheduleForecast.of(SchedulePreset.CR_SIMPLIFIED.schedule(), 1_000, 48);
        assertEquals(
                List.of("8 px", "16 px", "32 px"),
                forecast.bands().stream().map(ScheduleForecast.Band::title).toList());
        assertEquals(0.94, forecast.nativeShare(), 1e-12);
    }

    @Test
    void aCurriculumHasBothSidesOfEachStep() {
        DownsamplingProbability steps = new DownsamplingProbability.Curriculum(0, 0.5, 100, 1);
        ScheduleForecast forecast =
                ScheduleForecast.of(SchedulePreset.SMALL_FACES.schedule().with(steps), 400, 48);
        assertEquals(
                List.of(0L, 99L, 100L, 199L, 200L, 400L),
                forecast.points().stream().map(ScheduleForecast.Point::images).toList());
        assertEquals((100 + 50) / 400.0, forecast.nativeShare(), 0.01);
    }

    @Test
    void tooManyStepsAreSampledEvenly() {
        DownsamplingProbability slope = new DownsamplingProbability.Curriculum(0, 0.000_01, 1, 1);
        ScheduleForecast forecast =
                ScheduleForecast.of(SchedulePreset.SMALL_FACES.schedule().with(slope), 100_000, 48);
        assertTrue(forecast.points().size() < 300);
        assertEquals(0.5, forecast.nativeShare(), 0.001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pow2:3-7", "8:3,16:1", "uniform:8-64", "log:6-90", "uniform:40-60", "64,128"})
    void sharesAddUpToOneInBandsThatCanBeToldApart(String resolutions) {
        ResolutionSchedule schedule =
                ScheduleSyntax.schedule("cross-resolution-curriculum").with(ScheduleSyntax.resolutions(resolutions));
        ScheduleForecast forecast = ScheduleForecast.of(schedule, 500_000, 48);
        assertTrue(forecast.bands().size() <= ScheduleForecast.MOST_BANDS);
        for (ScheduleForecast.Point point : forecast.points()) {
            double sum = point.nativeShare();
            for (ScheduleForecast.Band band : forecast.bands()) {
                sum += point.share(band);
            }
            assertEquals(1, sum, 1e-12);
        }
    }

    @Test
    void theForecastIsWhatTheDrawsDo() {
        ResolutionSchedule schedule = ScheduleSyntax.schedule("curriculum=0.1,0.1,10000,0.6");
        ScheduleForecast forecast = ScheduleForecast.of(schedule, 100_000, 48);
        RandomGenerator random = new SplittableRandom(17);
        int untouched = 0;
        for (int i = 0; i < 100_000; i++) {
            untouched += schedule.draw(i, random).orElse(48) >= 48 ? 1 : 0;
        }
        assertEquals(untouched / 100_000.0, forecast.nativeShare(), 0.008);
    }
}
