package org.maferstudio.report.tables;

import java.util.Locale;
import org.maferstudio.results.Interval;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/** Formats numbers for display, the same in every language; a dash for missing values. */
public final class Numbers {
    /** Displayed for a missing value. */
    static final String NONE = "\u2013";

    private Numbers() {}

    /** Formats a share with three decimals, such as {@code 0.732}. */
    public static String share(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.3f", share);
    }

    /** Formats a share as a percentage with one decimal and without sign, such as {@code 73.2}. */
    public static String percent(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    /** Formats an interval of shares as percentages, such as {@code 71.8\u201374.7}. */
    public static String percent(Interval interval) {
        return percent(interval.low()) + "\u2013" + percent(interval.high());
    }

    /** Formats a count with thousands separators, such as {@code 28,709}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A resolution for display: {@code native}, or {@code 16 px}. */
    public static String resolution(Resolution resolution) {
        return resolution.isNative() ? resolution.id() : Texts.of("report.pixels.label", resolution.id());
    }
}
