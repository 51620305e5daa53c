package org.maferstudio.job;

import org.maferstudio.texts.Numbers;

/** Formats a count with its noun. */
public final class CountText {
    private CountText() {}

    /** Formats a count, such as {@code 1 image} or {@code 28,709 images}; {@code noun} is singular. */
    public static String of(long count, String noun) {
        return of(count, noun, noun + "s");
    }

    /** Formats a count with its verb, such as {@code 1 image is} or {@code 28,709 images are}. */
    public static String of(long count, String one, String several) {
        return Numbers.count(count) + " " + (count == 1 ? one : several);
    }
}
