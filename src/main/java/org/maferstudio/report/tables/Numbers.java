package org.maferstudio.report.tables;

import java.util.Locale;
import org.maferstudio.results.Interval;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/** Numbers as people read them, the same everywhere; a dash where there is none. */
public final class Numbers {
    /** Where there is no number. */
    static final String NONE = "\u2013";

    private Numbers() {}

    /** A share with three decimals, such as {@code 0.732}. */
    public static String share(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.3f", share);
    }

    /** A share as percent with one decimal and no sign, such as {@code 73.2}. */
    public static String percent(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    /** An interval of shares as percent, such as {@code 71.8\u201374.7}. */
    public static String percent(Interval interval) {
        return percent(interval.low()) + "\u2013" + percent(interval.high());
    }

    /** A count with commas between thousands, such as {@code 28,709}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A resolution for people: {@code native}, or {@code 16 px}. */
    public static String resolution(Resolution resolution) {
        return resolution.isNative() ? resolution.id() : Texts.of("report.pixels.label", resolution.id());
    }
}
