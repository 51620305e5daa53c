package org.maferstudio.texts;

/**
 * Makes untrusted text, such as file names, safe to print on a terminal, in a log or on one line.
 *
 * <p>Control characters can clear the screen, change the title of the terminal or type commands. Other characters
 * reverse the direction of writing, so that a name is displayed as a different one.
 */
public final class Printable {
    private Printable() {}

    /** Escapes control and direction characters as in JSON, such as {@code \\u001b}. Line breaks are kept. */
    public static String text(String text) {
        if (text.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\n')) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(safe, c));
        return safe.toString();
    }

    /** Escapes the text and replaces each line break, with the spaces around it, by one space. */
    public static String line(String text) {
        return text(text.replaceAll("\\s*[\\r\\n]\\s*", " ").strip());
    }

    private static void append(StringBuilder safe, int c) {
        if (c == '\n' || c == '\t' || !isCommand(c)) {
            safe.appendCodePoint(c);
            return;
        }
        for (char half : Character.toChars(c)) {
            safe.append("\\u");
            String digits = Integer.toHexString(half);
            safe.append("0".repeat(4 - digits.length())).append(digits);
        }
    }

    private static boolean isCommand(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // The other format characters join letters, as in Persian and in emoji.
            case Character.FORMAT ->
                c == 0x061c
                        || c == 0x200e
                        || c == 0x200f
                        || (c >= 0x202a && c <= 0x202e)
                        || (c >= 0x2066 && c <= 0x2069)
                        || c == 0xfeff
                        || c >= 0xe0000;
            default -> false;
        };
    }
}
