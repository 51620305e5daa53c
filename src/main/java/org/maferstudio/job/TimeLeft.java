package org.maferstudio.job;

import java.util.regex.Pattern;
import org.maferstudio.texts.Texts;

/** The time that is left, as the last words of a progress message, such as {@code epoch 1 of 6, 16 s left}. */
public final class TimeLeft {
    private static final String PLACE = "\u0000";

    private TimeLeft() {}

    /** A duration as such words. */
    public static String of(String duration) {
        return Texts.of("job.left", duration);
    }

    /** Whether a message ends with them. */
    public static boolean ends(String message) {
        return Pattern.compile(words() + "$").matcher(message).find();
    }

    /** A message without them and the comma before. */
    public static String without(String message) {
        return message.replaceFirst("," + words() + "$", "");
    }

    private static String words() {
        String[] around = of(PLACE).split(PLACE, -1);
        return "\\s*" + Pattern.quote(around[0]) + "[^,]+" + Pattern.quote(around[1]);
    }
}
