package org.maferstudio.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.fixture.PillowPictures;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;

class DownsamplingTest {
    /** One line of lowering.csv, with the picture that it was made from. */
    record Lowered(String name, RasterImage source, int resolution, RasterImage expected) {
        @Override
        public String toString() {
            return name + ", " + source + " at " + resolution + " px";
        }
    }

    static List<Lowered> lowered() {
        List<Lowered> all = new ArrayList<>();
        RasterImage source = null;
        for (String[] line : PillowPictures.lines("schedule/lowering.csv")) {
            RasterImage image = PillowPictures.picture(line, 2);
            if (line[1].equals("0")) {
                source = image;
            } else {
                all.add(new Lowered(line[0], source, Integer.parseInt(line[1]), image));
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lowered")
    void givesTheVeryValuesOfMakeLowres(Lowered lowered) {
        assertEquals(
                lowered.expected(), Downsampling.downsample(lowered.source(), lowered.resolution(), Kernel.BILINEAR));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 31, 40, 41, 1000})
    void aResolutionThatReachesTheShorterSideLeavesThePictureAsItIs(int resolution) {
        RasterImage image = new RasterImage(40, 30, 1, new byte[40 * 30]);
        assertSame(image, Downsampling.downsample(image, resolution, Kernel.BILINEAR));
    }

    @Property(tries = 200)
    void theSizeStaysWhateverTheResolutionAndKernel(
            @ForAll @IntRange(min = 1, max = 90) int width,
            @ForAll @IntRange(min = 1, max = 90) int height,
            @ForAll @IntRange(min = 1, max = 100) int resolution,
            @ForAll Kernel kernel) {
        byte[] values = new byte[width * height];
        Arrays.fill(values, (byte) 77);
        RasterImage image = new RasterImage(width, height, 1, values);
        assertEquals(image, Downsampling.downsample(image, resolution, kernel));
    }
}
