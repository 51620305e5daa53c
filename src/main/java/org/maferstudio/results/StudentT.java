package org.maferstudio.results;

/**
 * Student's t distribution, for intervals of means of few runs. Smile's is wrong in the eighth digit, at 999 degrees of
 * freedom by 4e-8.
 */
final class StudentT {
    private static final double LEVEL = 0.975;
    private static final int STEPS = 200;
    private static final int TERMS = 500;
    private static final double TINY = 1e-300;

    private StudentT() {}

    /**
     * The 97.5 % quantile, so that a mean plus and minus so many standard errors is a 95 % interval.
     *
     * @param degrees of freedom, at least 1
     */
    static double quantile(int degrees) {
        double low = 0;
        double high = 20;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (below(middle, degrees) < LEVEL) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The probability of a value below {@code t}, which is not negative. */
    private static double below(double t, int degrees) {
        double x = degrees / (degrees + t * t);
        return 1 - 0.5 * regularisedBeta(x, degrees / 2.0);
    }

    /** The regularised incomplete beta function I_x(a, 1/2), by Lentz's continued fraction (Numerical Recipes, 6.4). */
    private static double regularisedBeta(double x, double a) {
        double b = 0.5;
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < 1e-16) {
                break;
            }
        }
        return value;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Of halves of whole numbers, by {@code gamma(x + 1) = x gamma(x)} and Stirling's series above 10. */
    private static double logGamma(double x) {
        double shift = 0;
        double at = x;
        while (at < 10) {
            shift += Math.log(at);
            at++;
        }
        double inverse = 1 / at;
        double squared = inverse * inverse;
        double series = inverse * (1.0 / 12 - squared * (1.0 / 360 - squared * (1.0 / 1260 - squared / 1680)));
        return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }
}
