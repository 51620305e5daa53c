package org.maferstudio.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.input.Alignment;

class FaceCropTest {
    private static final FaceGeometry UPRIGHT = new FaceGeometry(Alignment.NONE, 0, 1);
    private static final FaceGeometry LEVEL = new FaceGeometry(Alignment.EYES, 0, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # from similarity.py beside the detector's test images
                    100 120 160 100 140 150 155 180       | 194.037805228 -65.140535188 2.880455301 54.331024479
                    61.5 58.25 42 90.5 30.25 61 12.5 55.75 | -56.953005636 106.424356953 128.516948570 47.135739922
                    10 10 30 10 12 22 18 34               | 65.188336085 6.126040383 -11.438880866 -22.945865258
                    """)
    void theSimilarityIsThatOfUmeyama(String points, String expected) {
        double[] at = numbers(points);
        List<FacePoint> to = new ArrayList<>();
        for (int i = 0; i < at.length; i += 2) {
            to.add(new FacePoint(at[i], at[i + 1]));
        }
        double[] values = numbers(expected);
        Similarity found = Similarity.fit(FaceGeometry.TEMPLATE, to);
        assertEquals(values[0], found.a(), 1e-6);
        assertEquals(values[1], found.b(), 1e-6);
        assertEquals(values[2], found.x0(), 1e-6);
        assertEquals(values[3], found.y0(), 1e-6);
    }

    private static double[] numbers(String text) {
        return Stream.of(text.trim().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void aFaceWithoutPointsIsItsBoxWithTheMarginWhateverTheAlignment() {
        RasterImage frame = image(100, 80, (x, y) -> x + y);
        DetectedFace face = DetectedFace.known(new FaceBounds(30, 20, 40, 40));
        for (Alignment alignment : Alignment.values()) {
            RasterImage cut = FaceCrop.cut(frame, face, new FaceGeometry(alignment, 0.1, 1), 100);
            assertEquals(frame.crop(26, 16, 48, 48), cut);
        }
    }

    @Test
    void theSquareOfADetectedFaceIsThatOfTheCascade() {
        FaceBounds square = FaceGeometry.square(face(100, 100, 50, 0));
        assertEquals(54, square.height(), 1e-9);
        assertEquals(54, square.width(), 1e-9);
        assertEquals(100, square.centreX(), 1e-9);
        assertEquals(97.5, square.centreY(), 1e-9);
    }

    @ParameterizedTest(name = "tilt of {0} degrees")
    @ValueSource(ints = {-45, -20, 10, 33, 90})
    void levelEyesUndoTheTilt(int tilt) {
        DoubleBinaryOperator pattern =
                (x, y) -> 128 + 60 * Math.sin(x / 9.0) + 50 * Math.cos(y / 7.0) + (x > 0 && y > 0 ? 10 : 0);
        RasterImage straight = image(240, 240, (x, y) -> pattern.applyAsDouble(x - 120, y - 120));
        double cos = Math.cos(Math.toRadians(tilt));
        double sin = Math.sin(Math.toRadians(tilt));
        RasterImage tilted = image(
                240,
                240,
                (x, y) -> pattern.applyAsDouble(cos * (x - 120) + sin * (y - 120), -sin * (x - 120) + cos * (y - 120)));
        RasterImage expected = FaceCrop.cut(straight, face(120, 120, 100, 0), UPRIGHT, 54);
        RasterImage levelled = FaceCrop.cut(tilted, face(120, 120, 100, tilt), LEVEL, 54);
        assertTrue(difference(expected, levelled) < 2, "mean difference " + difference(expected, levelled));
        RasterImage unaligned = FaceCrop.cut(tilted, face(120, 120, 100, tilt), UPRIGHT, 54);
        assertTrue(difference(expected, unaligned) > 10, "without alignment the tilt stays");
    }

    @ParameterizedTest
    @EnumSource(Alignment.class)
    void finePatternsAreReducedToTheirMean(Alignment alignment) {
        RasterImage stripes = image(600, 600, (x, y) -> ((int) x + (int) y) % 2 * 255);
        RasterImage cut = FaceCrop.cut(stripes, face(300, 300, 380, 20), new FaceGeometry(alignment, 0.02, 1), 48);
        assertEquals(48, cut.width());
        assertEquals(48, cut.height());
        for (byte value : cut.values()) {
            assertEquals(127.5, value & 0xff, 6);
        }
    }

    @Test
    void fivePointsComeToLieOnTheTemplate() {
        Similarity place = Similarity.ofSquare(new FacePoint(200, 150), 112, 25);
        List<FacePoint> points = FaceGeometry.TEMPLATE.stream()
                .map(point -> place.map(point.x(), point.y()))
                .toList();
        RasterImage dots = image(400, 300, (x, y) -> points.stream()
                .mapToDouble(point -> 255 * Math.exp(-Math.pow(Math.hypot(x - point.x(), y - point.y()) / 3, 2)))
                .max()
                .orElseThrow());
        FacePoint ear = place.map(0.5, 0.5);
        DetectedFace face = new DetectedFace(
                new FaceBounds(120, 80, 150, 150),
                1,
                Optional.of(new FacePoints(points.get(0), points.get(1), points.get(2), points.get(3), ear, ear)));
        RasterImage cut = FaceCrop.cut(dots, face, new FaceGeometry(Alignment.FIVE_POINT, 0, 1), 112);
        assertEquals(112, cut.width());
        for (FacePoint point : FaceGeometry.TEMPLATE) {
            int x = (int) (point.x() * 112);
            int y = (int) (point.y() * 112);
            assertTrue(cut.value(x, y, 0) > 220, "a dot at " + x + "," + y + ": " + cut.value(x, y, 0));
        }
    }

    @Test
    void pointsInOnePlaceAreNotFollowed() {
        FacePoint one = new FacePoint(50, 50);
        DetectedFace face = new DetectedFace(
                new FaceBounds(30, 30, 40, 40), 1, Optional.of(new FacePoints(one, one, one, one, one, one)));
        RasterImage frame = image(100, 100, (x, y) -> x);
        assertEquals(
                FaceCrop.cut(frame, face, UPRIGHT, 48),
                FaceCrop.cut(frame, face, new FaceGeometry(Alignment.FIVE_POINT, 0, 1), 48));
    }

    /** A face with a box around a place. */
    private static DetectedFace face(double x, double y, double height, double tilt) {
        Similarity place = Similarity.ofSquare(new FacePoint(x, y), height, tilt);
        List<FacePoint> placed = new ArrayList<>();
        double[] at = {0.3, 0.4, 0.7, 0.4, 0.5, 0.6, 0.5, 0.8, 0.1, 0.5, 0.9, 0.5};
        for (int i = 0; i < at.length; i += 2) {
            placed.add(place.map(at[i], at[i + 1]));
        }
        return new DetectedFace(
                new FaceBounds(x - height / 2, y - height / 2, height, height), 1, Optional.of(FacePoints.of(placed)));
    }

    private static RasterImage image(int width, int height, DoubleBinaryOperator value) {
        byte[] values = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] =
                        (byte) Math.max(0, Math.min(255, Math.round(value.applyAsDouble(x + 0.5, y + 0.5))));
            }
        }
        return new RasterImage(width, height, 1, values);
    }

    private static double difference(RasterImage one, RasterImage other) {
        double sum = 0;
        for (int i = 0; i < one.values().length; i++) {
            sum += Math.abs((one.values()[i] & 0xff) - (other.values()[i] & 0xff));
        }
        return sum / one.values().length;
    }
}
