package org.maferstudio.schedule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.maferstudio.texts.Texts;

/** How numbers of a schedule are written. */
final class ScheduleNumbers {
    private ScheduleNumbers() {}

    /** Without a needless fraction: 1, 0.1; what it writes is read as the same number. */
    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** With thousands apart: 35,000. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Such as {@code 8 or 16 px, equally likely}, or {@code 8 px (67 %) or 16 px (33 %)}. */
    static String pixels(SortedMap<Integer, Double> shares) {
        List<String> resolutions = new ArrayList<>();
        boolean equal = new HashSet<>(shares.values()).size() == 1;
        shares.forEach((resolution, share) -> resolutions.add(
                equal ? resolution.toString() : Texts.of("schedule.px-share", resolution, Math.round(share * 100))));
        String all = join(resolutions);
        if (!equal) {
            return all;
        }
        return resolutions.size() == 1 ? Texts.of("schedule.px", all) : Texts.of("schedule.px-equally-likely", all);
    }

    private static String join(List<String> words) {
        int last = words.size() - 1;
        return last == 0
                ? words.get(0)
                : Texts.of("schedule.or", String.join(", ", words.subList(0, last)), words.get(last));
    }
}
