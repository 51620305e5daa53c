package org.maferstudio.recipe;

/**
 * The numbers that a field takes.
 *
 * @param least the smallest
 * @param most the largest; infinity for none
 * @param ends which of the two are included
 */
public record Range(double least, double most, Ends ends) {
    /** Which ends of a range are included. */
    public enum Ends {
        /** Both. */
        BETWEEN,
        /** Only the largest, if there is one. */
        ABOVE,
        /** Only the smallest. */
        BELOW
    }

    /** From least to most. */
    public static Range between(double least, double most) {
        return new Range(least, most, Ends.BETWEEN);
    }

    /** Every finite number greater than {@code limit}. */
    public static Range above(double limit) {
        return new Range(limit, Double.POSITIVE_INFINITY, Ends.ABOVE);
    }

    /** From least up to, and without, {@code limit}. */
    public static Range below(double least, double limit) {
        return new Range(least, limit, Ends.BELOW);
    }

    /** Whether a number is in it; NaN and infinities never are. */
    public boolean contains(double value) {
        boolean notBelow = ends == Ends.ABOVE ? value > least : value >= least;
        return notBelow && (ends == Ends.BETWEEN ? value <= most : value < most);
    }
}
