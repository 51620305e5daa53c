package org.maferstudio.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.fixture.PillowPictures;

class ResamplingTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("org.maferstudio.fixture.PillowPictures#resized")
    void givesTheVeryValuesOfPillow(PillowPictures.Resized resized) {
        RasterImage expected = resized.expected();
        RasterImage actual = Resampling.resize(resized.source(), expected.width(), expected.height(), resized.kernel());
        assertEquals(0, PillowPictures.largestDifference(expected, actual));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.maferstudio.fixture.PillowPictures#resizedByOpenCv")
    void givesTheVeryValuesOfOpenCv(PillowPictures.Resized resized) {
        RasterImage expected = resized.expected();
        RasterImage actual = Resampling.resize(resized.source(), expected.width(), expected.height(), resized.kernel());
        assertEquals(0, PillowPictures.largestDifference(expected, actual));
    }

    @Property(tries = 300)
    void anImageOfOneColourStaysSo(
            @ForAll @IntRange(min = 1, max = 70) int width,
            @ForAll @IntRange(min = 1, max = 70) int height,
            @ForAll @IntRange(min = 1, max = 70) int toWidth,
            @ForAll @IntRange(min = 1, max = 70) int toHeight,
            @ForAll @IntRange(max = 255) int value,
            @ForAll Kernel kernel) {
        byte[] values = new byte[width * height];
        Arrays.fill(values, (byte) value);
        RasterImage resized = Resampling.resize(new RasterImage(width, height, 1, values), toWidth, toHeight, kernel);
        byte[] expected = new byte[toWidth * toHeight];
        Arrays.fill(expected, (byte) value);
        assertEquals(new RasterImage(toWidth, toHeight, 1, expected), resized);
    }

    @Property(tries = 200)
    void kernelsWithoutNegativeWeightsStayBetweenDarkestAndBrightest(
            @ForAll("pictures") RasterImage image,
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll @IntRange(min = 1, max = 60) int height,
            @ForAll Kernel kernel) {
        if (kernel == Kernel.BICUBIC || kernel == Kernel.LANCZOS) {
            return;
        }
        RasterImage resized = Resampling.resize(image, width, height, kernel);
        for (byte value : resized.values()) {
            assertTrue((value & 0xff) >= least(image) && (value & 0xff) <= most(image));
        }
    }

    @Property(tries = 100)
    void itsOwnSizeChangesNothing(@ForAll("pictures") RasterImage image, @ForAll Kernel kernel) {
        assertEquals(image, Resampling.resize(image, image.width(), image.height(), kernel));
    }

    @Property(tries = 200)
    void channelsDoNotMix(
            @ForAll("pictures") RasterImage image,
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll @IntRange(min = 1, max = 60) int height,
            @ForAll Kernel kernel) {
        RasterImage grey = image.toGrey();
        assertEquals(
                Resampling.resize(grey, width, height, kernel).toRgb(),
                Resampling.resize(grey.toRgb(), width, height, kernel));
    }

    @Property(tries = 200)
    void oneSideAloneIsTheSameAlongRowsAndColumns(
            @ForAll("pictures") RasterImage image,
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll Kernel kernel) {
        if (kernel == Kernel.OPENCV_LINEAR) {
            return; // it keeps more bits along the rows than along the columns
        }
        assertEquals(
                transposed(Resampling.resize(image, width, image.height(), kernel)),
                Resampling.resize(transposed(image), image.height(), width, kernel));
    }

    @Property(tries = 200)
    void aMirrorImageIsResizedAlike(
            @ForAll("pictures") RasterImage image, @ForAll @IntRange(min = 1, max = 60) int width) {
        RasterImage there = Resampling.resize(mirrored(image), width, image.height(), Kernel.BILINEAR);
        RasterImage back = mirrored(Resampling.resize(image, width, image.height(), Kernel.BILINEAR));
        // Weights are rounded from one end on, so a mirror image may differ by one level and no more.
        assertTrue(PillowPictures.largestDifference(there, back) <= 1);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "5, 0", "-1, 5", "100000, 100000"})
    void sizesThatCannotBeAreRefused(int width, int height) {
        RasterImage image = new RasterImage(1, 1, 1, new byte[1]);
        assertThrows(IllegalArgumentException.class, () -> Resampling.resize(image, width, height, Kernel.BILINEAR));
    }

    @Provide
    Arbitrary<RasterImage> pictures() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 50),
                        Arbitraries.integers().between(1, 50),
                        Arbitraries.of(1, 3),
                        Arbitraries.longs())
                .as(ResamplingTest::noise);
    }

    private static RasterImage noise(int width, int height, int channels, long seed) {
        byte[] values = new byte[width * height * channels];
        new Random(seed).nextBytes(values);
        return new RasterImage(width, height, channels, values);
    }

    private static RasterImage transposed(RasterImage image) {
        byte[] values = new byte[image.values().length];
        int to = 0;
        for (int x = 0; x < image.width(); x++) {
            for (int y = 0; y < image.height(); y++) {
                for (int c = 0; c < image.channels(); c++) {
                    values[to++] = (byte) image.value(x, y, c);
                }
            }
        }
        return new RasterImage(image.height(), image.width(), image.channels(), values);
    }

    private static RasterImage mirrored(RasterImage image) {
        byte[] values = new byte[image.values().length];
        int to = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = image.width() - 1; x >= 0; x--) {
                for (int c = 0; c < image.channels(); c++) {
                    values[to++] = (byte) image.value(x, y, c);
                }
            }
        }
        return new RasterImage(image.width(), image.height(), image.channels(), values);
    }

    private static int least(RasterImage image) {
        int least = 255;
        for (byte value : image.values()) {
            least = Math.min(least, value & 0xff);
        }
        return least;
    }

    private static int most(RasterImage image) {
        int most = 0;
        for (byte value : image.values()) {
            most = Math.max(most, value & 0xff);
        }
        return most;
    }
}
