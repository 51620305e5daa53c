package org.maferstudio.ui.training;

import java.time.Duration;
import org.maferstudio.job.DurationText;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** Formats numbers with units. */
final class UnitText {
    private static final double MEBIBYTE = 1024.0 * 1024;
    private static final double GIBIBYTE = 1024 * MEBIBYTE;

    private UnitText() {}

    /** Formats a time, such as {@code 40 s}, {@code 6 min} or {@code 3 h 20 min}; a dash if unknown. */
    static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return Numbers.NONE;
        }
        return DurationText.of(Duration.ofMillis(Math.round(1000 * seconds)));
    }

    /** Formats memory, such as {@code 640 MB} or {@code 1.1 GB}. */
    static String bytes(long bytes) {
        return bytes < GIBIBYTE
                ? Texts.of("training.units.megabytes", bytes / MEBIBYTE)
                : Texts.of("training.units.gigabytes", bytes / GIBIBYTE);
    }

    /** Formats images per second, such as {@code 151}, or {@code 3.3} for small values; a dash if unknown. */
    static String rate(double perSecond) {
        return Numbers.fixed(perSecond, perSecond < 10 ? 1 : 0);
    }
}
