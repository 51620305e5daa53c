package org.maferstudio.ui.embedding;

import java.util.List;
import javafx.geometry.Point2D;

/** Selects what is inside a drawn line. */
final class Lasso {
    private Lasso() {}

    /** Whether a point is inside, by the even-odd rule; the line is closed automatically. */
    static boolean contains(List<Point2D> line, double x, double y) {
        boolean inside = false;
        for (int i = 0, j = line.size() - 1; i < line.size(); j = i++) {
            Point2D a = line.get(i);
            Point2D b = line.get(j);
            boolean crosses = a.getY() > y != b.getY() > y;
            if (crosses && x < (b.getX() - a.getX()) * (y - a.getY()) / (b.getY() - a.getY()) + a.getX()) {
                inside = !inside;
            }
        }
        return inside;
    }
}
