package org.maferstudio.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Turns what readers found into class numbers of one label set; a number is never guessed to be an expression. */
final class Labelling {
    private final List<Reading> readings;
    private final List<Integer> numbers;
    private final boolean numbered;

    Labelling(List<Reading> readings) {
        this.readings = List.copyOf(readings);
        this.numbers = readings.stream()
                .flatMap(r -> r.entries().stream())
                .filter(Reading.Entry::isNumbered)
                .map(e -> Integer.valueOf(e.label()))
                .distinct()
                .sorted()
                .toList();
        this.numbered = readings.stream().flatMap(r -> r.entries().stream()).allMatch(Reading.Entry::isNumbered);
    }

    /** Whether all classes are numbers, so that someone has to say what they mean. */
    boolean isNumbered() {
        return numbered;
    }

    /** The numbers that stand for classes, ascending. */
    List<Integer> numbers() {
        return numbers;
    }

    /** The order that is known for such datasets. */
    LabelSet suggestion() {
        return readings.get(0).scheme().labels();
    }

    /**
     * The dataset's classes.
     *
     * @param said what the user said: the meaning of numbers from the smallest on, or the order of named classes; may
     *     be empty
     * @throws Problem if the classes are numbers and nobody said what they mean, or if classes are left out
     */
    LabelSet labels(List<String> said) {
        if (!said.isEmpty()) {
            return said(expressions(said));
        }
        if (numbered) {
            throw Problem.input(Texts.of(
                    "datasets.the-classes-are-only-numbers-say",
                    joined(numbers),
                    String.join(",", suggestion().names())));
        }
        LabelSet first = readings.get(0).scheme().labels();
        if (readings.stream()
                .allMatch(r -> r.scheme().fixed() && r.scheme().labels().equals(first))) {
            return first;
        }
        return LabelSet.of(seen().toArray(Expression[]::new));
    }

    /**
     * The class of an entry.
     *
     * @return -1 if it has none in this label set
     */
    int label(Reading.Entry entry, LabelSet labels) {
        if (!entry.isNumbered()) {
            return labels.indexOf(entry.label());
        }
        if (!numbered) {
            return -1;
        }
        int number = Integer.parseInt(entry.label());
        // As many names as numbers: in their order. Else numbers are missing or wrong: count on from the smallest.
        int index = numbers.size() == labels.size() ? numbers.indexOf(number) : number - numbers.get(0);
        return index < labels.size() ? index : -1;
    }

    private LabelSet said(LabelSet labels) {
        if (!numbered) {
            String missing = seen().stream()
                    .map(Expression::id)
                    .filter(id -> labels.indexOf(id) < 0)
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                throw Problem.input(Texts.of("datasets.labels-leaves-out-which-the", missing));
            }
        }
        return labels;
    }

    private Set<Expression> seen() {
        Set<Expression> seen = EnumSet.noneOf(Expression.class);
        for (Reading reading : readings) {
            if (reading.scheme().fixed()) {
                reading.scheme().labels().names().forEach(n -> Expression.of(n).ifPresent(seen::add));
            }
            reading.entries().forEach(e -> Expression.of(e.label()).ifPresent(seen::add));
        }
        return seen;
    }

    private static LabelSet expressions(List<String> said) {
        List<String> ids = new ArrayList<>();
        for (String name : said) {
            String id = Expression.of(name)
                    .orElseThrow(() -> Problem.input(Texts.of(
                            "datasets.in-labels-is-no-expression-known",
                            name,
                            Arrays.stream(Expression.values())
                                    .map(Expression::id)
                                    .collect(Collectors.joining(", ")))))
                    .id();
            if (ids.contains(id)) {
                throw Problem.input(Texts.of("datasets.labels-names-twice-each-class", id));
            }
            ids.add(id);
        }
        return new LabelSet(ids);
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().limit(20).map(String::valueOf).collect(Collectors.joining(", "))
                + (numbers.size() > 20 ? ", ..." : "");
    }
}
