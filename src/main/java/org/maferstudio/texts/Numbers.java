package org.maferstudio.texts;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Writes numbers for people, the same in every language: with a decimal point, commas between thousands, a true minus sign,
 * and a dash where there is no number. Files and JSON have numbers as Java writes them.
 */
public final class Numbers {
    /** Stands where there is no number. */
    public static final String NONE = "\u2013";

    /** Stands before a negative number. */
    public static final char MINUS = '\u2212';

    private Numbers() {}

    /** A number with so many decimals, such as {@code 0.7320}. */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value) ? written("%." + decimals + "f", value) : NONE;
    }

    /** A difference with its sign and so many decimals, such as {@code +8.6}. */
    public static String signed(double value, int decimals) {
        return Double.isFinite(value) ? written("%+." + decimals + "f", value) : NONE;
    }

    /** A share with three decimals, such as {@code 0.732}. */
    public static String share(double share) {
        return fixed(share, 3);
    }

    /** A share as percent with one decimal and no sign, such as {@code 73.2}. */
    public static String percent(double share) {
        return fixed(100 * share, 1);
    }

    /** An interval of shares as percent, such as {@code 71.8\u201374.7}. */
    public static String percent(double low, double high) {
        return percent(low) + NONE + percent(high);
    }

    /** A share as percent without decimals, with its sign, such as {@code 73 %}. */
    public static String wholePercent(double share) {
        return fixed(100 * share, 0) + " %";
    }

    /** A count with commas between thousands, such as {@code 28,709}. */
    public static String count(long count) {
        return written("%,d", count);
    }

    /** A format for a pattern of {@link DecimalFormat}. */
    public static DecimalFormat format(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        if (!pattern.contains("E")) {
            // Numbers with an exponent are typed into forms and recipes again.
            symbols.setMinusSign(MINUS);
        }
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    private static String written(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value).replace('-', MINUS);
    }
}
