package org.maferstudio.augmentation;

import java.util.random.RandomGenerator;

/** Moves a point: {@code (xx x + xy y + x0, yx x + yy y + y0)}, in pixels. */
record Affine(double xx, double xy, double x0, double yx, double yy, double y0) {
    static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

    /** A transform that turns and scales about a point and then shifts. */
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
     * A transform that moves three points as far as asked for, each along each axis: two corners of the square about the
     * centre, a third of the side away from it, and the corner between them, as albumentations has it.
     *
     * @param side of the picture, in pixels
     * @param corners how far at most, in pixels
     */
    static Affine ofCorners(int side, double corners, RandomGenerator random) {
        int centre = side / 2;
        // A picture of less than three pixels has no third, and nothing to shear.
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

    /** How one coordinate's shift grows along x and y, from its shift at (+,+), (+,-) and (-,-). */
    private static double[] row(double first, double second, double third, int reach) {
        return new double[] {(second - third) / (2 * reach), (first - second) / (2 * reach)};
    }

    /** First this, then another. */
    Affine then(Affine next) {
        return new Affine(
                next.xx * xx + next.xy * yx,
                next.xx * xy + next.xy * yy,
                next.xx * x0 + next.xy * y0 + next.x0,
                next.yx * xx + next.yy * yx,
                next.yx * xy + next.yy * yy,
                next.yx * x0 + next.yy * y0 + next.y0);
    }

    /** The same, and then so far along both axes. */
    Affine shifted(double by) {
        return new Affine(xx, xy, x0 + by, yx, yy, y0 + by);
    }

    /** The way back; a picture that collapses to a line has none, and gets the identity. */
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

    /** Where a point goes along x. */
    double x(double x, double y) {
        return xx * x + xy * y + x0;
    }

    /** Where a point goes along y. */
    double y(double x, double y) {
        return yx * x + yy * y + y0;
    }
}
