package org.maferstudio.ui.training;

import java.time.Duration;
import org.maferstudio.job.DurationText;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** Numbers with their units, as the pane writes them. */
final class UnitText {
    private static final double MEBIBYTE = 1024.0 * 1024;
    private static final double GIBIBYTE = 1024 * MEBIBYTE;

    private UnitText() {}

    /** A time such as {@code 40 s}, {@code 6 min} or {@code 3 h 20 min}; a dash where it is not known. */
    static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return Numbers.NONE;
        }
        return DurationText.of(Duration.ofMillis(Math.round(1000 * seconds)));
    }

    /** Memory such as {@code 640 MB} or {@code 1.1 GB}. */
    static String bytes(long bytes) {
        return bytes < GIBIBYTE
                ? Texts.of("training.units.megabytes", bytes / MEBIBYTE)
                : Texts.of("training.units.gigabytes", bytes / GIBIBYTE);
    }

    /** Images a second, such as {@code 151}, or {@code 3.3} where they are few; a dash where it is not known. */
    static String rate(double perSecond) {
        return Numbers.fixed(perSecond, perSecond < 10 ? 1 : 0);
    }
}
