package org.maferstudio.results;

/**
 * From where to where a number lies, both ends included.
 *
 * @param low at most {@code high}
 * @param high at least {@code low}
 */
public record Interval(double low, double high) {
    /** What is known of a share without looking. */
    public static final Interval SHARE = new Interval(0, 1);

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval goes from low to high, got " + low + " to " + high);
        }
    }

    /** Whether a value lies in it. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
