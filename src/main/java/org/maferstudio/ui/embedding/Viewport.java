package org.maferstudio.ui.embedding;

import org.maferstudio.embedding.Points;

/**
 * The visible part of the plane.
 *
 * @param x of the plane at the centre
 * @param y likewise; upwards
 * @param zoom px per unit, above 0
 */
record Viewport(double x, double y, double zoom) {
    private static final double MARGIN = 0.94;

    /** All points, in a place of this size. */
    static Viewport of(Points points, double width, double height) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float[] at : points.rows()) {
            left = Math.min(left, at[0]);
            right = Math.max(right, at[0]);
            low = Math.min(low, at[1]);
            high = Math.max(high, at[1]);
        }
        if (points.size() == 0) {
            return new Viewport(0, 0, 1);
        }
        double zoom = MARGIN * Math.min(width / Math.max(1e-9, right - left), height / Math.max(1e-9, high - low));
        return new Viewport((left + right) / 2, (low + high) / 2, Math.max(1e-9, zoom));
    }

    /** The place of a point from the left, in a place so wide. */
    double px(float[] at, double width) {
        return width / 2 + (at[0] - x) * zoom;
    }

    /** The place of a point from the top, in a place so high. */
    double py(float[] at, double height) {
        return height / 2 - (at[1] - y) * zoom;
    }

    /** Returns the viewport moved by a number of px. */
    Viewport moved(double dx, double dy) {
        return new Viewport(x - dx / zoom, y + dy / zoom, zoom);
    }

    /** Enlarged about a place, given from the middle in px. */
    Viewport zoomed(double factor, double fromMiddleX, double fromMiddleY) {
        double now = zoom * factor;
        return new Viewport(
                x + fromMiddleX / zoom - fromMiddleX / now, y - fromMiddleY / zoom + fromMiddleY / now, now);
    }
}
