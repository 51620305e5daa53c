package org.maferstudio.job;

import java.util.Locale;

/** A number and what it counts, as sentences for people have it. */
public final class CountText {
    private CountText() {}

    /** Such as {@code 1 picture} or {@code 28,709 pictures}; the noun stands in the singular. */
    public static String of(long count, String noun) {
        return of(count, noun, noun + "s");
    }

    /** Such as {@code 1 picture is} or {@code 28,709 pictures are}. */
    public static String of(long count, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : several);
    }
}
