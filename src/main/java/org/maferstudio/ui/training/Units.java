package org.maferstudio.ui.training;

import java.util.Locale;

/** Numbers with their units, as the pane writes them. */
final class Units {
    private static final double MEBIBYTE = 1024.0 * 1024;
    private static final double GIBIBYTE = 1024 * MEBIBYTE;

    private Units() {}

    /** A time such as {@code 40 s}, {@code 6 min} or {@code 3 h 20 min}; a dash where it is not known. */
    static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "–";
        }
        long whole = Math.max(1, Math.round(seconds));
        if (whole < 60) {
            return whole + " s";
        }
        long minutes = Math.round(whole / 60.0);
        if (minutes < 90) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 48 ? hours + " h " + minutes % 60 + " min" : hours / 24 + " days";
    }

    /** Memory such as {@code 640 MB} or {@code 1.1 GB}. */
    static String bytes(long bytes) {
        return bytes < GIBIBYTE
                ? String.format(Locale.ROOT, "%.0f MB", bytes / MEBIBYTE)
                : String.format(Locale.ROOT, "%.1f GB", bytes / GIBIBYTE);
    }

    /** Images a second, such as {@code 151}, or {@code 3.3} where they are few; a dash where it is not known. */
    static String rate(double perSecond) {
        if (!Double.isFinite(perSecond)) {
            return "–";
        }
        return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%.0f", perSecond);
    }
}
