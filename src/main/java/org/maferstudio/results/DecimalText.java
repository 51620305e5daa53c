package org.maferstudio.results;

/** Reads decimal numbers from characters, without making a string of the usual ones. */
final class DecimalText {
    private static final int MOST_DIGITS = 15;

    /** The powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** The bits of a double below those of a float, and their value halfway between two floats. */
    private static final long LOW_BITS = 0x1fff_ffffL;

    private static final long HALFWAY = 0x1000_0000L;

    private DecimalText() {}

    /**
     * The same number as {@link Float#parseFloat} of these characters.
     *
     * @throws NumberFormatException if they are none
     */
    static float parse(char[] text, int from, int to) {
        boolean negative = from < to && text[from] == '-';
        long digits = 0;
        int count = 0;
        int decimals = 0;
        int point = -1;
        int i = negative ? from + 1 : from;
        for (; i < to; i++) {
            char c = text[i];
            if (c == '.' && point < 0) {
                point = i;
            } else if (c >= '0' && c <= '9') {
                digits = 10 * digits + c - '0';
                count++;
                decimals += point < 0 ? 0 : 1;
                if (count > MOST_DIGITS) {
                    return otherwise(text, from, to);
                }
            } else {
                break;
            }
        }
        int power = i == to ? 0 : exponent(text, i, to);
        if (count == 0 || power == Integer.MIN_VALUE) {
            return otherwise(text, from, to);
        }
        power -= decimals;
        if (Math.abs(power) >= POWERS.length) {
            return otherwise(text, from, to);
        }
        // Both are exact, so the quotient or product is the nearest double; rounding that to a float is right, unless
        // it is
        // halfway between two, or so small that a float has fewer bits.
        double value = power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
        long low = Double.doubleToRawLongBits(value) & LOW_BITS;
        if (Math.abs(low - HALFWAY) <= 1 || (value < Float.MIN_NORMAL && digits != 0)) {
            return otherwise(text, from, to);
        }
        return (float) (negative ? -value : value);
    }

    /** The number after an E; {@link Integer#MIN_VALUE} if it is none, or longer than usual. */
    private static int exponent(char[] text, int from, int to) {
        boolean negative = from + 1 < to && text[from + 1] == '-';
        int first = negative ? from + 2 : from + 1;
        if ((text[from] != 'E' && text[from] != 'e') || first >= to || to - first > 3) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (int i = first; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return Integer.MIN_VALUE;
            }
            value = 10 * value + text[i] - '0';
        }
        return negative ? -value : value;
    }

    private static float otherwise(char[] text, int from, int to) {
        return Float.parseFloat(new String(text, from, to - from));
    }
}
