package org.maferstudio.report.figures;

import java.awt.Font;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.maferstudio.report.painting.FigurePainter;

/** Shortens the names of a legend by what they have in common, and never by what differs. */
final class LegendNames {
    private static final String ELLIPSIS = "\u2026";

    private LegendNames() {}

    /** The names, whole if all fit the width, else without their common beginning and end. */
    static List<String> fitting(List<String> names, Font font, double width) {
        boolean fits = names.stream().allMatch(name -> FigurePainter.width(name, font) <= width);
        return fits ? names : elided(names);
    }

    /** The names without the words with which all begin or end. */
    static List<String> elided(List<String> names) {
        if (names.stream().distinct().count() < 2) {
            return names;
        }
        int before = common(names, name -> name);
        int after = common(
                names,
                name -> new StringBuilder(name.substring(before)).reverse().toString());
        return names.stream()
                .map(name -> (before > 0 ? ELLIPSIS : "")
                        + name.substring(before, name.length() - after)
                        + (after > 0 ? ELLIPSIS : ""))
                .toList();
    }

    /** How many characters of whole words all have in common; at least a word of each is left. */
    private static int common(List<String> names, UnaryOperator<String> from) {
        List<String> texts = names.stream().map(from).toList();
        String first = texts.get(0);
        int shortest = texts.stream().mapToInt(String::length).min().orElse(0);
        int same = IntStream.range(0, shortest)
                .filter(i -> texts.stream().anyMatch(text -> text.charAt(i) != first.charAt(i)))
                .findFirst()
                .orElse(shortest - 1);
        return IntStream.iterate(same, i -> i > 0, i -> i - 1)
                .filter(i -> !Character.isLetterOrDigit(first.charAt(i - 1)))
                .findFirst()
                .orElse(0);
    }
}
