package org.maferstudio.ui.analysis;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times in a film as people write them: {@code 1:02.5} is one minute and two and a half seconds. */
final class TimeText {
    private static final Pattern TIME = Pattern.compile("(?:(?:(\\d{1,3}):)?(\\d{1,4}):)?(\\d{1,6}(?:[.,]\\d{1,6})?)");

    private TimeText() {}

    /** Formats seconds with so many decimals, such as {@code 1:02.50}. */
    static String of(double seconds, int decimals) {
        double unit = Math.pow(10, decimals);
        double rounded = Math.round(Math.max(0, seconds) * unit) / unit;
        long hours = (long) (rounded / 3600);
        long minutes = (long) (rounded / 60) % 60;
        double rest = rounded - 60 * Math.floor(rounded / 60);
        int width = decimals == 0 ? 2 : 3 + decimals;
        String minute = hours > 0
                ? String.format(Locale.ROOT, "%d:%02d", hours, minutes)
                : String.format(Locale.ROOT, "%d", minutes);
        return minute + ":" + String.format(Locale.ROOT, "%0" + width + "." + decimals + "f", rest);
    }

    /** Reads seconds, minutes and seconds, or hours, minutes and seconds; empty if it is none of them. */
    static OptionalDouble read(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            return OptionalDouble.empty();
        }
        double hours = time.group(1) == null ? 0 : Double.parseDouble(time.group(1));
        double minutes = time.group(2) == null ? 0 : Double.parseDouble(time.group(2));
        return OptionalDouble.of(
                3600 * hours + 60 * minutes + Double.parseDouble(time.group(3).replace(',', '.')));
    }
}
