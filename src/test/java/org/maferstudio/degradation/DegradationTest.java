package org.maferstudio.degradation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.fixture.PillowPictures;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Downsampling;

class DegradationTest {
    /** An image, a degradation, and what SciPy or Pillow makes of it; see make_fixtures.py beside the table. */
    record Degraded(String sample, RasterImage source, Degradation degradation, RasterImage expected) {
        @Override
        public String toString() {
            return sample + ", " + degradation;
        }
    }

    static List<Degraded> degraded() {
        Map<String, RasterImage> sources = new HashMap<>();
        List<Degraded> all = new ArrayList<>();
        for (String[] line : PillowPictures.lines("degradation/degraded.csv")) {
            RasterImage image = PillowPictures.picture(line, 2);
            if (line[1].equals("source")) {
                sources.put(line[0], image);
            } else {
                all.add(new Degraded(
                        line[0], sources.get(line[0]), Degradation.read(line[1]).orElseThrow(), image));
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("degraded")
    void givesTheVeryValuesOfPillowAndSciPy(Degraded degraded) {
        RasterImage actual = degraded.degradation().apply(degraded.source(), degraded.sample());
        assertEquals(0, PillowPictures.largestDifference(degraded.expected(), actual));
    }

    @Test
    void theNoiseOfASampleIsAlwaysTheSameAndOfAnotherSampleAnother() {
        RasterImage face = degraded().get(0).source();
        Degradation noise = new Degradation(DegradationKind.NOISE, 20);
        assertEquals(noise.apply(face, "a"), noise.apply(face, "a"));
        assertNotEquals(noise.apply(face, "a"), noise.apply(face, "b"));
    }

    @Test
    void noiseHasItsStandardDeviation() {
        RasterImage grey = new RasterImage(200, 200, 1, constant(200 * 200, 128));
        RasterImage noisy = new Degradation(DegradationKind.NOISE, 20).apply(grey, "a");
        double sum = 0;
        double squares = 0;
        for (byte value : noisy.values()) {
            double difference = (value & 0xff) - 128;
            sum += difference;
            squares += difference * difference;
        }
        // Three standard errors of 40,000 draws, and rounding, which adds 1/12.
        assertEquals(0, sum / 40_000, 0.3);
        assertEquals(20, Math.sqrt(squares / 40_000), 0.25);
    }

    private static byte[] constant(int length, int value) {
        byte[] values = new byte[length];
        java.util.Arrays.fill(values, (byte) value);
        return values;
    }

    @Test
    void downscalingWithTheTrainingKernelIsTheResolutionSweepOnceTheImageIsResizedBack() {
        RasterImage face = degraded().get(0).source();
        RasterImage small = new Degradation(DegradationKind.BILINEAR, 16).apply(face, "");
        assertEquals(16, small.width());
        assertEquals(
                Downsampling.downsample(face, 16, Kernel.BILINEAR),
                Resampling.resize(small, face.width(), face.height(), Kernel.BILINEAR));
    }

    @Test
    void anImageThatIsNotLargerThanTheResolutionStaysAsItIs() {
        RasterImage face = degraded().get(0).source();
        assertSame(face, new Degradation(DegradationKind.LANCZOS, 48).apply(face, ""));
    }

    @Test
    void strengthsAreSortedFromMildToHarsh() {
        assertEquals(
                "[blur-0.5, blur-1, blur-2]",
                Degradation.parseAll("blur=2, 1,0.5 1.0").toString());
        assertEquals(
                "[jpeg-90, jpeg-20, jpeg-5]",
                Degradation.parseAll("jpeg=5;20;90").toString());
    }

    @ParameterizedTest
    @EnumSource
    void aKindAloneHasItsUsualStrengthsFromMildToHarsh(DegradationKind kind) {
        List<Degradation> usual = Degradation.parseAll(kind.id());
        assertEquals(
                kind.usualStrengths(),
                String.join(",", usual.stream().map(Degradation::strengthText).toList()));
        for (Degradation each : usual) {
            assertEquals(Optional.of(each), Degradation.read(each.id()));
            assertTrue(each.title().contains(each.strengthText()), each::title);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fog=1        | There is no degradation "fog". Use one of blur, noise, contrast, jpeg, bilinear, box, bicubic, lanczos, nearest.
                    blur=0       | "0" is not a strength of blur. Use numbers from 0.1 to 20 with at most three decimals.
                    blur=-1      | "-1" is not a strength of blur. Use numbers from 0.1 to 20 with at most three decimals.
                    blur=NaN     | "NaN" is not a strength of blur. Use numbers from 0.1 to 20 with at most three decimals.
                    blur=1e1     | "1e1" is not a strength of blur. Use numbers from 0.1 to 20 with at most three decimals.
                    noise=500    | "500" is not a strength of noise. Use numbers from 1 to 128 with at most three decimals.
                    contrast=1   | "1" is not a strength of contrast. Use numbers from 0.01 to 0.99 with at most three decimals.
                    jpeg=7.5     | "7.5" is not a strength of jpeg. Use whole numbers from 1 to 100.
                    lanczos=1    | "1" is not a strength of lanczos. Use whole numbers from 2 to 4096.
                    blur=        | Give 1 to 32 strengths of blur, not 0, for example 0.5,1,1.5,2,3,4.
                    """)
    void whatIsNoDegradationIsNamedWithAWayOut(String text, String message) {
        assertEquals(
                message,
                assertThrows(Problem.class, () -> Degradation.parseAll(text)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"blur", "blur-1.50", "blur-0", "fog-1", "jpeg-5.5", "blur-1-2", "Blur-1"})
    void whatIsNoNameOfADegradationIsNotRead(String name) {
        assertEquals(Optional.empty(), Degradation.read(name));
    }
}
