package org.maferstudio.texts;

/**
 * Text that may hold anything, such as names in files of strangers, made safe for a terminal, a log or one line.
 *
 * <p>A terminal takes some characters as commands: to clear the screen, to change its title, to type what the sender
 * wants. Others turn the direction of writing, so that a name reads as another.
 */
public final class Printable {
    private Printable() {}

    /** The text with control characters and changes of direction as in JSON, such as {@code \\u001b}; lines stay lines. */
    public static String text(String text) {
        if (text.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\n')) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(safe, c));
        return safe.toString();
    }

    /** The same on one line: a line break, with the spaces around it, becomes a space. */
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
            // The other characters of this kind join letters, as Persian and emoji need it.
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
