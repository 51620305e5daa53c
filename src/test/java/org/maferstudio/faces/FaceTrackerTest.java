package org.maferstudio.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.image.RasterImage;

class FaceTrackerTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final FaceBounds LEFT = new FaceBounds(10, 10, 50, 50);
    private static final FaceBounds RIGHT = new FaceBounds(200, 10, 60, 60);

    private final FaceTracker tracker = new FaceTracker();

    private static RasterImage grey(int value) {
        byte[] values = new byte[WIDTH * HEIGHT];
        Arrays.fill(values, (byte) value);
        return new RasterImage(WIDTH, HEIGHT, 1, values);
    }

    /** Two faces of different brightness on grey; the first is in front. */
    private static RasterImage scene(FaceBounds bright, FaceBounds dark) {
        byte[] values = new byte[WIDTH * HEIGHT];
        Arrays.fill(values, (byte) 100);
        fill(values, dark, 60);
        fill(values, bright, 180);
        return new RasterImage(WIDTH, HEIGHT, 1, values);
    }

    private static void fill(byte[] values, FaceBounds box, int value) {
        for (int y = (int) box.y(); y < box.y() + box.height(); y++) {
            Arrays.fill(values, y * WIDTH + (int) box.x(), y * WIDTH + (int) (box.x() + box.width()), (byte) value);
        }
    }

    private List<TrackedFace> update(RasterImage frame, double seconds, FaceBounds... found) {
        return tracker.update(frame, Stream.of(found).map(DetectedFace::known).toList(), seconds);
    }

    private List<Integer> ids(double seconds, FaceBounds... found) {
        return update(grey(90), seconds, found).stream().map(TrackedFace::id).toList();
    }

    @Test
    void facesKeepTheirNumbersWhileTheyMove() {
        assertEquals(List.of(1, 2), ids(0, RIGHT, LEFT));
        assertEquals(List.of(1, 2), ids(0.04, new FaceBounds(15, 12, 50, 50), new FaceBounds(190, 15, 60, 60)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 10, 25, 30, 60, 120})
    void aLostFaceIsCarriedAndGoneWithinThreeTenthsOfASecondAtAnyFrameRate(double framesPerSecond) {
        double step = 1 / framesPerSecond;
        double time = 0;
        for (int i = 0; i < 10; i++) {
            time = i * step;
            update(grey(90), time, LEFT);
        }
        List<Double> shown = new ArrayList<>();
        for (double later = step; later < 1; later += step) {
            for (TrackedFace face : update(grey(90), time + later)) {
                assertEquals(TrackedFace.Sighting.CARRIED, face.sighting());
                shown.add(later);
            }
        }
        assertTrue(shown.stream().allMatch(later -> later < 0.3), shown.toString());
        assertTrue(step > 0.25 || !shown.isEmpty());
    }

    @Test
    void atACutAllFacesAreGoneAndNumbersAreNew() {
        for (int i = 0; i < 5; i++) {
            update(grey(90), i * 0.04, LEFT);
        }
        assertEquals(List.of(), update(grey(200), 0.2));
        assertEquals(
                List.of(2),
                update(grey(200), 0.24, LEFT).stream().map(TrackedFace::id).toList());
    }

    @Test
    void aFlashOrALampIsNoCut() {
        for (int i = 0; i < 30; i++) {
            RasterImage frame = lit(scene(LEFT, RIGHT), i == 10 || i > 20 ? 70 : 0);
            List<Integer> ids = update(frame, i * 0.04, RIGHT, LEFT).stream()
                    .map(TrackedFace::id)
                    .toList();
            assertEquals(List.of(1, 2), ids, "frame " + i);
        }
    }

    private static RasterImage lit(RasterImage scene, int brighter) {
        byte[] values = scene.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.min(255, (values[i] & 0xff) + brighter);
        }
        return new RasterImage(WIDTH, HEIGHT, 1, values);
    }

    @Test
    void aFaceThatTurnsBackWhileItIsHiddenHasItsNumberAgain() {
        for (int i = 0; i < 30; i++) {
            ids(i / 30.0, new FaceBounds(10 + 3 * i, 10, 50, 50));
        }
        assertEquals(List.of(), ids(2));
        assertEquals(List.of(1), ids(2.2, new FaceBounds(60, 10, 50, 50)));
    }

    @Test
    void aFaceThatReappearsAfterASecondHasItsNumberAgain() {
        ids(0, LEFT);
        ids(0.04, LEFT);
        assertEquals(List.of(), ids(0.5));
        assertEquals(List.of(1), ids(1.0, new FaceBounds(22, 14, 48, 48)));
    }

    @Test
    void afterTwoSecondsItIsANewFace() {
        ids(0, LEFT);
        assertEquals(List.of(), ids(1));
        assertEquals(List.of(), ids(2.1));
        assertEquals(List.of(2), ids(2.2, LEFT));
    }

    @Test
    void twoPeopleWhoCrossKeepTheirNumbers() {
        List<Integer> bright = new ArrayList<>();
        List<Integer> dark = new ArrayList<>();
        for (int i = 0; i <= 60; i++) {
            FaceBounds first = new FaceBounds(20 + 4 * i, 60, 50, 50);
            FaceBounds second = new FaceBounds(250 - 4 * i, 62, 50, 50);
            boolean hidden = Math.abs(first.x() - second.x()) < 40;
            List<TrackedFace> faces = hidden
                    ? update(scene(first, second), i / 30.0, first)
                    : update(scene(first, second), i / 30.0, first, second);
            for (TrackedFace face : faces) {
                if (face.sighting() == TrackedFace.Sighting.FOUND) {
                    boolean isFirst = Math.abs(face.box().x() - first.x()) < 15 && !(hidden && face.id() != 1);
                    (isFirst ? bright : dark).add(face.id());
                }
            }
        }
        assertEquals(List.of(1), bright.stream().distinct().toList());
        assertEquals(List.of(2), dark.stream().distinct().toList());
    }

    @Test
    void aBoxTremblesLessThanWhatIsFound() {
        ids(0, LEFT);
        FaceBounds after =
                update(grey(90), 0.033, new FaceBounds(20, 10, 50, 50)).get(0).box();
        assertTrue(after.x() > 10 && after.x() < 20, after.toString());
    }

    @Test
    void overlapIsIntersectionOverUnion() {
        assertEquals(1, LEFT.overlap(LEFT));
        assertEquals(0, LEFT.overlap(RIGHT));
        assertEquals(25.0 * 50 / (2 * 2500 - 25 * 50), LEFT.overlap(new FaceBounds(35, 10, 50, 50)), 1e-12);
    }
}
