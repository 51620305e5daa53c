package org.maferstudio.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaceTrackerTest {
    private static final FaceBounds LEFT = new FaceBounds(10, 10, 50, 50);
    private static final FaceBounds RIGHT = new FaceBounds(200, 10, 60, 60);

    private final FaceTracker tracker = new FaceTracker();

    private List<Integer> ids(FaceBounds... found) {
        return tracker.update(List.of(found)).stream().map(Face::id).toList();
    }

    @Test
    void facesKeepTheirNumbersWhileTheyMove() {
        assertEquals(List.of(1, 2), ids(RIGHT, LEFT));
        assertEquals(List.of(1, 2), ids(new FaceBounds(15, 12, 50, 50), new FaceBounds(190, 15, 60, 60)));
    }

    @Test
    void aMissedFaceStaysForAMomentAndThenGoes() {
        ids(LEFT);
        for (int i = 0; i < 8; i++) {
            assertEquals(List.of(1), ids(), "missed " + (i + 1) + " times");
        }
        assertEquals(List.of(), ids());
    }

    @Test
    void aBoxThatIsFoundOnceInBetweenIsNoFace() {
        ids(LEFT);
        assertEquals(List.of(1), ids(LEFT, RIGHT));
        assertEquals(List.of(1), ids(LEFT));
        assertEquals(List.of(1), ids(LEFT));
    }

    @Test
    void aBoxTremblesLessThanWhatIsFound() {
        tracker.update(List.of(LEFT));
        FaceBounds after =
                tracker.update(List.of(new FaceBounds(20, 10, 50, 50))).get(0).box();
        assertTrue(after.x() > 10 && after.x() < 20, after.toString());
    }

    @Test
    void overlapIsIntersectionOverUnion() {
        assertEquals(1, LEFT.overlap(LEFT));
        assertEquals(0, LEFT.overlap(RIGHT));
        assertEquals(25.0 * 50 / (2 * 2500 - 25 * 50), LEFT.overlap(new FaceBounds(35, 10, 50, 50)), 1e-12);
    }
}
