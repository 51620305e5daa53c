package org.maferstudio.faces;

import java.util.List;

/**
 * A map of the plane that turns, scales and moves: {@code (a x - b y + x0, b x + a y + y0)}.
 *
 * @param a scale times the cosine of the angle
 * @param b scale times the sine of the angle, clockwise in an image
 * @param x0 where the origin goes, in pixels
 * @param y0 where the origin goes, in pixels
 */
record Similarity(double a, double b, double x0, double y0) {
    /**
     * The map that brings points closest to others in the sense of least squares.
     *
     * <p>S. Umeyama, "Least-squares estimation of transformation parameters between two point patterns", IEEE Trans.
     * Pattern Analysis and Machine Intelligence 13(4), 1991; in the plane without reflections, it is a regression of
     * complex numbers.
     *
     * @param from at least two different points
     * @param to as many
     */
    static Similarity fit(List<FacePoint> from, List<FacePoint> to) {
        FacePoint start = mean(from);
        FacePoint end = mean(to);
        double cos = 0;
        double sin = 0;
        double spread = 0;
        for (int i = 0; i < from.size(); i++) {
            double x = from.get(i).x() - start.x();
            double y = from.get(i).y() - start.y();
            double u = to.get(i).x() - end.x();
            double v = to.get(i).y() - end.y();
            cos += x * u + y * v;
            sin += x * v - y * u;
            spread += x * x + y * y;
        }
        double a = cos / spread;
        double b = sin / spread;
        return new Similarity(a, b, end.x() - a * start.x() + b * start.y(), end.y() - b * start.x() - a * start.y());
    }

    /** The map of the unit square to a square of this side that is turned about its centre, clockwise in an image. */
    static Similarity ofSquare(FacePoint centre, double side, double degrees) {
        double a = side * Math.cos(Math.toRadians(degrees));
        double b = side * Math.sin(Math.toRadians(degrees));
        return new Similarity(a, b, centre.x() - (a - b) / 2, centre.y() - (a + b) / 2);
    }

    private static FacePoint mean(List<FacePoint> points) {
        return new FacePoint(
                points.stream().mapToDouble(FacePoint::x).average().orElseThrow(),
                points.stream().mapToDouble(FacePoint::y).average().orElseThrow());
    }

    /** Where a point goes. */
    FacePoint map(double x, double y) {
        return new FacePoint(a * x - b * y + x0, b * x + a * y + y0);
    }

    /** The factor by which distances grow. */
    double scale() {
        return Math.hypot(a, b);
    }

    /** Whether it turns nothing. */
    boolean isUpright() {
        return b == 0 && a > 0;
    }
}
