package org.maferstudio.film;

/** Smooth noise: random values on a grid, interpolated between. */
final class ValueNoise {
    private final long seed;

    ValueNoise(long seed) {
        this.seed = seed;
    }

    /** A value from 0 to 1; about 1 apart, values are independent. */
    double at(double x, double y) {
        long x0 = (long) Math.floor(x);
        long y0 = (long) Math.floor(y);
        double tx = Portrait.smooth(x - x0);
        double ty = Portrait.smooth(y - y0);
        double upper = grid(x0, y0) + tx * (grid(x0 + 1, y0) - grid(x0, y0));
        double lower = grid(x0, y0 + 1) + tx * (grid(x0 + 1, y0 + 1) - grid(x0, y0 + 1));
        return upper + ty * (lower - upper);
    }

    private double grid(long x, long y) {
        long h = seed ^ x * 0x9E3779B97F4A7C15L ^ y * 0xC2B2AE3D27D4EB4FL;
        h = (h ^ h >>> 30) * 0xBF58476D1CE4E5B9L;
        h = (h ^ h >>> 27) * 0x94D049BB133111EBL;
        return ((h ^ h >>> 31) >>> 11) * 0x1.0p-53;
    }
}
