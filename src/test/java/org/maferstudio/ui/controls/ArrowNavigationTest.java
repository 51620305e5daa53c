package org.maferstudio.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class ArrowNavigationTest {
    private static final ArrowNavigation<Point2D> STEERING = new ArrowNavigation<>(Point2D::getX, Point2D::getY);
    private static final Point2D HERE = new Point2D(100, 100);
    private static final Point2D AHEAD = new Point2D(150, 100);
    private static final Point2D NEARER_BUT_ASIDE = new Point2D(120, 130);
    private static final Point2D BELOW = new Point2D(100, 140);
    private static final Point2D ON_TOP = new Point2D(100.5, 100);

    private static Optional<Point2D> next(int right, int down) {
        return STEERING.next(HERE, List.of(HERE, AHEAD, NEARER_BUT_ASIDE, BELOW, ON_TOP).stream(), right, down);
    }

    @Test
    void anArrowKeyPrefersWhatIsStraightAhead() {
        assertEquals(Optional.of(AHEAD), next(1, 0));
        assertEquals(Optional.of(BELOW), next(0, 1));
    }

    @Test
    void withNothingAheadTheSelectionStays() {
        assertEquals(Optional.empty(), next(-1, 0));
        assertEquals(Optional.empty(), next(0, -1));
    }
}
