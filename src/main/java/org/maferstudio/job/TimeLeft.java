package org.maferstudio.job;

import java.time.Duration;
import org.maferstudio.texts.Texts;

/** The remaining time as text. */
public final class TimeLeft {
    private TimeLeft() {}

    /** Formats a remaining time, such as {@code 6 min left}; empty if it is null (unknown). */
    public static String words(Duration left) {
        return left == null ? "" : Texts.of("job.timeLeft", DurationText.of(left));
    }
}
