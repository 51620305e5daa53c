package org.maferstudio.ui.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.maferstudio.embedding.Points;

/** Where dots lie, what a lasso holds, and how a dot is painted. */
class PlaneTest {
    private static final Points CORNERS = new Points(new float[][] {{-2, -1}, {4, 5}});

    @Test
    void allPointsAreSeenAtFirstAndUpIsUp() {
        Viewport plane = Viewport.of(CORNERS, 600, 300);
        assertEquals(300, plane.px(new float[] {1, 2}, 600), 1e-9);
        assertEquals(150, plane.py(new float[] {1, 2}, 300), 1e-9);
        assertTrue(plane.py(CORNERS.rows()[1], 300) > 0, "the highest is in sight");
        assertTrue(plane.py(CORNERS.rows()[1], 300) < plane.py(CORNERS.rows()[0], 300));
    }

    @Test
    void zoomingLeavesThePlaceUnderTheMouse() {
        Viewport plane = Viewport.of(CORNERS, 600, 300);
        float[] at = {3, 1};
        double x = plane.px(at, 600);
        double y = plane.py(at, 300);
        Viewport near = plane.zoomed(2.5, x - 300, y - 150);
        assertEquals(x, near.px(at, 600), 1e-9);
        assertEquals(y, near.py(at, 300), 1e-9);
        Viewport moved = near.moved(7, -3);
        assertEquals(x + 7, moved.px(at, 600), 1e-9);
        assertEquals(y - 3, moved.py(at, 300), 1e-9);
    }

    @Test
    void aLassoSelectsPointsInsideAlsoIfItIsConcave() {
        List<Point2D> horseshoe = List.of(
                new Point2D(0, 0),
                new Point2D(9, 0),
                new Point2D(9, 9),
                new Point2D(6, 9),
                new Point2D(6, 3),
                new Point2D(3, 3),
                new Point2D(3, 9),
                new Point2D(0, 9));
        assertTrue(Lasso.contains(horseshoe, 1, 8));
        assertTrue(Lasso.contains(horseshoe, 5, 1));
        assertFalse(Lasso.contains(horseshoe, 4.5, 6));
        assertFalse(Lasso.contains(horseshoe, 10, 1));
        assertFalse(Lasso.contains(List.of(), 1, 1));
    }

    @Test
    void aDotCoversItsAreaAndBlendsWithWhatIsBelow() {
        int[] pixels = new int[20 * 20];
        DotPainter painter = new DotPainter(pixels, 20, 20);
        painter.dot(10, 10, new DotStamp(4, 1), 0xff0000);
        double area = 0;
        for (int pixel : pixels) {
            area += (pixel >>> 24) / 255.0;
        }
        assertEquals(Math.PI * 16, area, 1);
        assertEquals(0xffff0000, pixels[10 * 20 + 10]);
        painter.dot(10, 10, new DotStamp(4, 0.5), 0x0000ff);
        assertEquals(0xff7f007f, pixels[10 * 20 + 10]);
        painter.dot(-3, 30, new DotStamp(4, 1), 0x00ff00);
        painter.clear();
        assertEquals(0, pixels[10 * 20 + 10]);
    }

    @Test
    void aDiamondHasHalfTheAreaOfTheSquareAroundIt() {
        int[] pixels = new int[20 * 20];
        new DotPainter(pixels, 20, 20).dot(10, 10, DotStamp.diamond(6), 0xff0000);
        double area = 0;
        for (int pixel : pixels) {
            area += (pixel >>> 24) / 255.0;
        }
        assertEquals(2 * 6 * 6, area, 4);
    }

    @Test
    void whereDotsAreManyTheirMeanColourIsShadedAndTheDensestPlaceIsTheMostOpaque() {
        DotDensity density = new DotDensity(20, 20);
        for (int i = 0; i < 100; i++) {
            density.add(6, 10, i % 2 == 0 ? 0xff0000 : 0x0000ff);
        }
        density.add(14, 10, 0x00ff00);
        density.add(-5, 40, 0x00ff00);
        density.smooth();
        int[] pixels = new int[20 * 20];
        density.shade(pixels, 1);
        assertEquals(0xff7f007f, pixels[10 * 20 + 6]);
        int single = pixels[10 * 20 + 14];
        assertEquals(0.35 + 0.065, (single >>> 24) / 255.0, 0.01);
        assertEquals(0, single & 0xff00ff);
        assertEquals(0, pixels[0]);
    }
}
