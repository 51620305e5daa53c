package org.maferstudio.schedule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import org.maferstudio.texts.Texts;

/** Formats the numbers of a schedule. */
final class ScheduleNumbers {
    private ScheduleNumbers() {}

    /** Formats a number without trailing zeros, such as 1 or 0.1, so that it parses to the same value. */
    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Formats a distribution, such as {@code 8, 16 px, equally likely}, or {@code 8 px (67 %), 16 px (33 %)}. */
    static String pixels(SortedMap<Integer, Double> shares) {
        List<String> resolutions = new ArrayList<>();
        boolean equal = new HashSet<>(shares.values()).size() == 1;
        shares.forEach((resolution, share) -> resolutions.add(
                equal
                        ? resolution.toString()
                        : Texts.of("schedule.summary.resolutions.weighted", resolution, Math.round(share * 100))));
        String all = String.join(", ", resolutions);
        if (!equal) {
            return all;
        }
        return resolutions.size() == 1
                ? Texts.of("schedule.pixels.label", all)
                : Texts.of("schedule.summary.resolutions.equal", all);
    }
}
