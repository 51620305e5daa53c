package org.maferstudio.datasets.readers;

/** Parses pixels in FER2013's format: numbers from 0 to 255, separated by blanks. */
final class PixelText {
    private PixelText() {}

    /**
     * Parses numbers separated by blanks into {@code values}, as far as they fit.
     *
     * @return the number of values, or -1 if one is not a number from 0 to 255
     */
    static int parse(String text, byte[] values) {
        int count = 0;
        int number = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ' ' : text.charAt(i);
            if (c >= '0' && c <= '9') {
                number = Math.max(0, number) * 10 + c - '0';
                if (number > 255) {
                    return -1;
                }
            } else if (c != ' ' && c != '\t') {
                return -1;
            } else if (number >= 0) {
                if (count < values.length) {
                    values[count] = (byte) number;
                }
                count++;
                number = -1;
            }
        }
        return count;
    }
}
