package org.maferstudio.job;

import java.time.Duration;
import org.maferstudio.texts.Texts;

/** The remaining time as text. */
public final class TimeLeft {
    private TimeLeft() {}

    /** A duration as such words, such as {@code 6 min left}; empty if it is not known, which is null. */
    public static String words(Duration left) {
        return left == null ? "" : Texts.of("job.timeLeft", DurationText.of(left));
    }
}
