package org.maferstudio.job;

import java.time.Duration;
import org.maferstudio.texts.Texts;

/** Formats durations, rounded to a unit that suits their length. */
public final class DurationText {
    private static final int MOST_SECONDS = 60;
    private static final int MOST_MINUTES = 90;
    private static final int MOST_HOURS = 48;

    private DurationText() {}

    /**
     * Formats a duration, such as {@code 40 s}, {@code 6 min}, {@code 3 h 20 min} or {@code 3 days}; at least one
     * second.
     */
    public static String of(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        if (seconds < MOST_SECONDS) {
            return Texts.of("job.duration.seconds", seconds);
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < MOST_MINUTES) {
            return Texts.of("job.duration.minutes", minutes);
        }
        long hours = minutes / 60;
        return hours < MOST_HOURS
                ? Texts.of("job.duration.hours", hours, minutes % 60)
                : Texts.of("job.duration.days", hours / 24);
    }
}
