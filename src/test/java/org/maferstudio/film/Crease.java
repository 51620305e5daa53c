package org.maferstudio.film;

/** A furrow of the skin along a curve through three points, on both sides of the face. */
final class Crease {
    private static final int STEPS = 10;

    private final double strength;
    private final double width;
    private final double[] us = new double[STEPS + 1];
    private final double[] vs = new double[STEPS + 1];
    private double left = Double.MAX_VALUE;
    private double right = -Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double bottom = -Double.MAX_VALUE;

    /**
     * A furrow.
     *
     * @param strength 0 (none) to 1
     * @param width standard deviation across, in units of half a head's height
     * @param points u and v of the beginning, the middle and the end
     */
    Crease(double strength, double width, double... points) {
        this.strength = strength;
        this.width = width;
        for (int i = 0; i <= STEPS; i++) {
            double t = i / (double) STEPS;
            // Lagrange's parabola through the three points.
            double a = (1 - t) * (1 - 2 * t);
            double b = 4 * t * (1 - t);
            double c = t * (2 * t - 1);
            us[i] = a * points[0] + b * points[2] + c * points[4];
            vs[i] = a * points[1] + b * points[3] + c * points[5];
            left = Math.min(left, us[i] - 5 * width);
            right = Math.max(right, us[i] + 5 * width);
            top = Math.min(top, vs[i] - 5 * width);
            bottom = Math.max(bottom, vs[i] + 5 * width);
        }
    }

    /** What the furrow adds to the height of the skin: a valley between two low walls. */
    double height(double u, double v) {
        double q = near(u, v);
        return q < 0 ? 0 : strength * width * (-0.95 * Math.exp(-q / 2) + 0.45 * Math.exp(-q / 8));
    }

    /** The share of light that is left in it. */
    double shade(double u, double v) {
        double q = near(u, v);
        return q < 0 ? 1 : 1 - 0.34 * strength * Math.exp(-q / 1.6);
    }

    /** The squared distance in widths, larger towards the ends; -1 if it is far. */
    private double near(double u, double v) {
        if (strength < 0.01 || u < left || u > right || v < top || v > bottom) {
            return -1;
        }
        double best = Double.MAX_VALUE;
        for (int i = 0; i < STEPS; i++) {
            double du = us[i + 1] - us[i];
            double dv = vs[i + 1] - vs[i];
            double t = ((u - us[i]) * du + (v - vs[i]) * dv) / Math.max(1e-12, du * du + dv * dv);
            t = Math.max(0, Math.min(1, t));
            double along = (i + t) / STEPS;
            double ends = 1.6 * Math.pow(Math.abs(2 * along - 1), 4);
            double d = Portrait.square(u - us[i] - t * du) + Portrait.square(v - vs[i] - t * dv);
            best = Math.min(best, d / (width * width) + ends);
        }
        return best > 24 ? -1 : best;
    }
}
