package org.maferstudio.ui.results.experiments;

import java.util.Comparator;
import java.util.function.Function;

/**
 * A column of the table of experiments.
 *
 * @param id names it, such as {@code course.epochs} for a setting
 * @param title its head
 * @param text its text for an experiment; may be empty
 * @param kind of its values
 */
record TableColumnKind(String id, String title, Function<ExperimentRow, String> text, Kind kind) {
    /** Numbers are sorted as numbers and right-aligned. */
    enum Kind {
        WORDS,
        NUMBERS
    }

    /** Numbers by value, words by alphabet, nothing at the end. */
    Comparator<String> order() {
        return Comparator.comparing(String::isEmpty).thenComparing((a, b) -> {
            Double one = number(a);
            Double other = number(b);
            return one != null && other != null ? one.compareTo(other) : a.compareToIgnoreCase(b);
        });
    }

    private static Double number(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?") ? Double.valueOf(text) : null;
    }
}
