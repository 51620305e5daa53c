package org.maferstudio.job;

import java.time.Duration;
import org.maferstudio.texts.Texts;

/** How long work still takes, in words. */
public final class TimeLeft {
    private static final int MOST_SECONDS = 60;
    private static final int MOST_MINUTES = 90;

    private TimeLeft() {}

    /** A duration as such words, such as {@code 6 min left}; empty if it is not known, which is null. */
    public static String words(Duration left) {
        if (left == null) {
            return "";
        }
        long seconds = Math.max(1, left.toSeconds());
        if (seconds < MOST_SECONDS) {
            return Texts.of("job.left.seconds", seconds);
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < MOST_MINUTES
                ? Texts.of("job.left.minutes", minutes)
                : Texts.of("job.left.hours", minutes / 60, minutes % 60);
    }
}
