package org.maferstudio.augmentation;

import java.util.random.RandomGenerator;

/** An affine map of points: {@code (xx x + xy y + x0, yx x + yy y + y0)}, in pixels. */
record Affine(double xx, double xy, double x0, double yx, double yy, double y0) {
    static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

    /** Rotates and scales about a point, then translates. */
    static Affine about(double centre, double radians, double scale, double right, double down) {
        double cos = Math.cos(radians) * scale;
        double sin = Math.sin(radians) * scale;
        return new Affine(
                cos,
                sin,
                centre - cos * centre - sin * centre + right,
                -sin,
                cos,
                centre + sin * centre - cos * centre + down);
    }

    /**
     * Moves three points randomly along each axis, as in albumentations: two corners of the square whose sides are a
     * third of the image's away from its centre, and the corner between them.
     *
     * @param side of the image, in pixels
     * @param corners the largest movement, in pixels
     */
    static Affine ofCorners(int side, double corners, RandomGenerator random) {
        int centre = side / 2;
        // An image of less than three pixels is too small to shear.
        int reach = Math.max(1, side / 3);
        double[] moved = new double[6];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Chance.upTo(corners, random);
        }
        double[] x = row(moved[0], moved[2], moved[4], reach);
        double[] y = row(moved[1], moved[3], moved[5], reach);
        double xx = 1 + x[0];
        double xy = x[1];
        double yx = y[0];
        double yy = 1 + y[1];
        int far = centre + reach;
        return new Affine(xx, xy, far + moved[0] - xx * far - xy * far, yx, yy, far + moved[1] - yx * far - yy * far);
    }

    /** The gradient of one coordinate's shift along x and y, from its shift at (+,+), (+,-) and (-,-). */
    private static double[] row(double first, double second, double third, int reach) {
        return new double[] {(second - third) / (2 * reach), (first - second) / (2 * reach)};
    }

    /** Returns this map followed by another. */
    Affine then(Affine next) {
        return new Affine(
                next.xx * xx + next.xy * yx,
                next.xx * xy + next.xy * yy,
                next.xx * x0 + next.xy * y0 + next.x0,
                next.yx * xx + next.yy * yx,
                next.yx * xy + next.yy * yy,
                next.yx * x0 + next.yy * y0 + next.y0);
    }

    /** Returns this map followed by a translation. */
    Affine shifted(double by) {
        return new Affine(xx, xy, x0 + by, yx, yy, y0 + by);
    }

    /** Returns the inverse; the identity if the map is singular. */
    Affine inverse() {
        double area = xx * yy - xy * yx;
        if (Math.abs(area) < 1e-6) {
            return IDENTITY;
        }
        double ixx = yy / area;
        double ixy = -xy / area;
        double iyx = -yx / area;
        double iyy = xx / area;
        return new Affine(ixx, ixy, -ixx * x0 - ixy * y0, iyx, iyy, -iyx * x0 - iyy * y0);
    }

    /** The x coordinate of a mapped point. */
    double x(double x, double y) {
        return xx * x + xy * y + x0;
    }

    /** The y coordinate of a mapped point. */
    double y(double x, double y) {
        return yx * x + yy * y + y0;
    }
}
