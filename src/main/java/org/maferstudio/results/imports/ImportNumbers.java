package org.maferstudio.results.imports;

import java.util.regex.Pattern;

/** Parses numbers of other programs: with decimal commas, percent signs or exponents. */
final class ImportNumbers {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
    private static final int EXACT = 17;

    private ImportNumbers() {}

    /** The number in a cell; NaN if it is not a number. */
    static double parse(String cell) {
        String text = bare(cell);
        return text.length() <= 64 && NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    /** Whether a cell is a number. */
    static boolean isNumber(String cell) {
        return !Double.isNaN(parse(cell));
    }

    /** The number of decimals; {@value #EXACT} if the number has an exponent. */
    static int decimals(String cell) {
        String text = bare(cell);
        int point = text.indexOf('.');
        return text.contains("e") || text.contains("E") ? EXACT : point < 0 ? 0 : text.length() - point - 1;
    }

    /** Maximum rounding error of a sum of numbers with this number of decimals. */
    static double tolerance(int numbers, int decimals) {
        return 0.5 * numbers * Math.pow(10, -Math.min(decimals, EXACT)) + 1e-6;
    }

    private static String bare(String cell) {
        String text = cell.strip();
        if (text.endsWith("%")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        return text.indexOf(',') >= 0 && text.indexOf('.') < 0 ? text.replace(',', '.') : text;
    }
}
