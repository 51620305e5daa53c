package org.maferstudio.results;

import org.maferstudio.texts.Numbers;

/**
 * A closed interval.
 *
 * @param low at most {@code high}
 * @param high at least {@code low}
 */
public record Interval(double low, double high) {
    /** The interval from 0 to 1, for a share about which nothing is known. */
    public static final Interval SHARE = new Interval(0, 1);

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval goes from low to high, got " + low + " to " + high);
        }
    }

    /** Whether it contains a value. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Formats an interval of shares as percent for people, such as {@code 71.8\u201374.7}. */
    public String percent() {
        return Numbers.percent(low, high);
    }
}
