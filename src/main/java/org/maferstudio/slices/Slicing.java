package org.maferstudio.slices;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.maferstudio.results.Quantile;
import org.maferstudio.texts.Texts;

/**
 * Divides samples by a column: each value is a slice; many numbers become four ranges with about as many samples each;
 * of very many values the rare ones are one slice. A slice is called the same in every language, as files need it, and has
 * a title in the language of the program.
 */
public final class Slicing {
    /** Maximum number of slices. */
    static final int MOST = 40;
    /** So many different numbers are values; more are divided into ranges. */
    private static final int MOST_NUMBERS = 12;
    /** Significant digits of the ends of ranges. */
    private static final int DIGITS = 6;
    /** How tables write that a value is not known. */
    private static final Set<String> UNKNOWN = Set.of("", "nan", "na", "n/a", "null", "-nan", "inf", "-inf");

    private final Map<String, String> slices = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Map<String, String> titles = new HashMap<>();
    private final String unknown = named(Texts.of("slices.unknown"), "slices.unknown");

    /** Divides samples by a column; those without a cell are unknown. */
    public static Slicing of(SampleColumns columns, String column) {
        return new Slicing(columns.cells(column));
    }

    /** Divides samples by their cells. */
    Slicing(Map<String, String> cells) {
        Map<String, Double> numbers = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (String cell : cells.values()) {
            if (isKnown(cell) && counts.merge(cell, 1, Integer::sum) == 1) {
                double number = number(cell);
                if (!Double.isNaN(number)) {
                    numbers.put(cell, number);
                }
            }
        }
        boolean numeric = numbers.size() == counts.size();
        if (numeric && new TreeSet<>(numbers.values()).size() > MOST_NUMBERS) {
            ranges(cells, numbers);
        } else {
            values(cells, counts, numeric ? Comparator.comparing(numbers::get) : Comparator.naturalOrder());
        }
    }

    /** The slice of a sample; that of unknown values if it has no cell. */
    public String of(String sample) {
        return slices.getOrDefault(sample, unknown);
    }

    /** A slice as people read it, in the language of the program. */
    public String title(String slice) {
        return titles.getOrDefault(slice, slice);
    }

    /** The slices by value, without the unknown one. */
    public List<String> order() {
        return Collections.unmodifiableList(order);
    }

    private void values(Map<String, String> cells, Map<String, Integer> counts, Comparator<String> byValue) {
        List<String> frequent = counts.keySet().stream()
                .sorted(Comparator.<String>comparingInt(counts::get).reversed().thenComparing(byValue))
                .limit(counts.size() > MOST ? MOST - 1 : MOST)
                .sorted(byValue)
                .toList();
        order.addAll(frequent);
        Set<String> kept = Set.copyOf(frequent);
        int rare = counts.size() - kept.size();
        String others = named(Texts.of("slices.others", rare), "slices.others", rare);
        if (rare > 0) {
            order.add(others);
        }
        cells.forEach((sample, cell) -> {
            if (isKnown(cell)) {
                slices.put(sample, kept.contains(cell) ? cell : others);
            }
        });
    }

    /** By the quartiles; equal numbers stay together. */
    private void ranges(Map<String, String> cells, Map<String, Double> numbers) {
        double[] sorted = cells.values().stream()
                .filter(Slicing::isKnown)
                .mapToDouble(numbers::get)
                .sorted()
                .toArray();
        TreeSet<Double> ends = new TreeSet<>();
        for (double share : new double[] {0.25, 0.5, 0.75}) {
            ends.add(Quantile.of(sorted, share));
        }
        ends.add(sorted[sorted.length - 1]);
        Map<Double, String> names = new LinkedHashMap<>();
        double from = sorted[0];
        for (double end : ends) {
            names.put(end, names.isEmpty() ? first(text(from), text(end)) : range(text(from), text(end)));
            from = end;
        }
        order.addAll(names.values());
        cells.forEach((sample, cell) -> {
            if (isKnown(cell)) {
                slices.put(sample, names.get(ends.ceiling(numbers.get(cell))));
            }
        });
    }

    private String first(String from, String end) {
        return from.equals(end)
                ? end
                : named(Texts.of("slices.range.first", from, end), "slices.range.first", from, end);
    }

    private String range(String from, String end) {
        return named(Texts.of("slices.range", from, end), "slices.range", from, end);
    }

    /** The name in files of a slice that is no cell of the column; its title is remembered. */
    private String named(String title, String key, Object... values) {
        String name = Texts.of(Locale.ENGLISH, key, values);
        titles.put(name, title);
        return name;
    }

    private static boolean isKnown(String cell) {
        return !UNKNOWN.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** NaN if it is not a finite number. */
    private static double number(String cell) {
        try {
            double number = Double.parseDouble(cell);
            // A comma, or a letter as in 1f, is no number of a table.
            return Double.isFinite(number) && cell.matches("[-+0-9.eE]+") ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** With as many significant digits as people read. */
    private static String text(double number) {
        return new BigDecimal(number)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}
