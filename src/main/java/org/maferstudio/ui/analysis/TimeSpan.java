package org.maferstudio.ui.analysis;

/**
 * A span of time.
 *
 * @param from in seconds
 * @param to in seconds, after its beginning
 */
record TimeSpan(double from, double to) {
    TimeSpan {
        if (!(to > from)) {
            throw new IllegalArgumentException("a span ends after it begins, got " + from + " to " + to);
        }
    }

    /** In seconds. */
    double length() {
        return to - from;
    }

    /** The share of the span that has passed at a time: 0 at its beginning, 1 at its end. */
    double shareAt(double seconds) {
        return (seconds - from) / length();
    }

    /** The time at which a share of the span has passed. */
    double timeAt(double share) {
        return from + share * length();
    }

    /** This span, lengthened by a factor about a time that stays in its place, within another span. */
    TimeSpan zoomed(double factor, double about, TimeSpan whole) {
        double length = Math.min(whole.length(), Math.max(0.2, length() * factor));
        double begin = about - shareAt(about) * length;
        double kept = Math.max(whole.from(), Math.min(whole.to() - length, begin));
        return new TimeSpan(kept, kept + length);
    }

    /** Whether a time lies within it. */
    boolean contains(double seconds) {
        return seconds >= from && seconds <= to;
    }
}
