package org.maferstudio.augmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.image.RasterImage;
import org.maferstudio.recipe.Border;

/** Against OpenCV, see {@code src/test/resources/augmentation/make_fixtures.py}. */
class WarpTest {
    /** A transform and what OpenCV made of it. */
    private record Warped(
            String name, CropFrame frame, Affine back, Optional<DisplacementField> field, RasterImage expected) {
        static Warped of(String line) {
            String[] cells = line.split(";", -1);
            int channels = Integer.parseInt(cells[2]);
            int side = Integer.parseInt(cells[3]);
            int crop = Integer.parseInt(cells[7]);
            int size = Integer.parseInt(cells[8]);
            RasterImage image =
                    new RasterImage(side, side, channels, HexFormat.of().parseHex(cells[4]));
            RasterImage cropped = image.crop(Integer.parseInt(cells[5]), Integer.parseInt(cells[6]), crop, crop);
            int columns = Integer.parseInt(cells[10]);
            return new Warped(
                    cells[0] + ", " + cells[1] + ", " + (channels == 1 ? "grey" : "colour"),
                    new CropFrame(cropped, size, 0, 0, size),
                    affine(cells[9]),
                    columns == 0
                            ? Optional.empty()
                            : Optional.of(new DisplacementField(
                                    columns, Double.parseDouble(cells[11]), floats(cells[12]), floats(cells[13]))),
                    new RasterImage(size, size, channels, HexFormat.of().parseHex(cells[14])));
        }

        Border border() {
            return Border.valueOf(name.split(", ")[1].toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Warped> warped() {
        return Fixtures.lines("warps.csv").map(Warped::of);
    }

    static Stream<String> matrices() {
        return Fixtures.lines("matrices.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("warped")
    void samplesAsOpenCvDoes(Warped warped) {
        Affine back = warped.back().then(warped.frame().affine());
        DisplacementField field = warped.field()
                .orElseGet(() -> DisplacementField.none(warped.frame().size()));
        RasterImage actual = new Warp(warped.frame(), back, back, field, warped.border()).image();
        // A chain loses at each link what lies beyond the border then, and one transform does not: only the inside is
        // alike.
        int margin = warped.name().startsWith("chain") ? 8 : 0;
        int[] differences = differences(warped.expected(), actual, margin);
        // OpenCV rounds places to 1/32 px and this to 1/256 px: 5 grey levels where white meets a black border.
        int largest = warped.border() == Border.BLACK ? 5 : 2;
        int found = Arrays.stream(differences).max().orElseThrow();
        assertTrue(found <= largest, "largest difference " + found);
        assertTrue(Arrays.stream(differences).average().orElseThrow() < 0.5);
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void transformsAreThoseOfOpenCv(String line) {
        String[] cells = line.split(";", -1);
        int side = Integer.parseInt(cells[1]);
        double[] arguments = numbers(cells[2]);
        Affine actual = cells[0].equals("corners")
                ? Affine.ofCorners(side, 10, moves(arguments, 10))
                : Affine.about((side - 1) / 2.0, Math.toRadians(arguments[0]), arguments[1], 0, 0);
        Affine expected = affine(cells[3]);
        assertEquals(expected.xx(), actual.xx(), 1e-5);
        assertEquals(expected.xy(), actual.xy(), 1e-5);
        assertEquals(expected.x0(), actual.x0(), 1e-4);
        assertEquals(expected.yx(), actual.yx(), 1e-5);
        assertEquals(expected.yy(), actual.yy(), 1e-5);
        assertEquals(expected.y0(), actual.y0(), 1e-4);
    }

    /** Draws that make these shifts of at most {@code most}. */
    private static RandomGenerator moves(double[] shifts, double most) {
        int[] next = {0};
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return (shifts[next[0]++] / most + 1) / 2;
            }
        };
    }

    private static Affine affine(String cell) {
        double[] m = numbers(cell);
        return new Affine(m[0], m[1], m[2], m[3], m[4], m[5]);
    }

    private static float[] floats(String cell) {
        double[] numbers = numbers(cell);
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static int[] differences(RasterImage expected, RasterImage actual, int margin) {
        int channels = expected.channels();
        int side = expected.width() - 2 * margin;
        byte[] one = expected.crop(margin, margin, side, side).values();
        byte[] other = actual.crop(margin, margin, side, side).values();
        assertEquals(side * side * channels, other.length);
        int[] differences = new int[one.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = Math.abs((one[i] & 0xff) - (other[i] & 0xff));
        }
        return differences;
    }
}
