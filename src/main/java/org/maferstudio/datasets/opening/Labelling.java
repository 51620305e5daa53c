package org.maferstudio.datasets.opening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maferstudio.datasets.readers.Reading;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Turns what readers found into class numbers of one label set; a number or an unknown word is never guessed. */
final class Labelling {
    private static final int NAMED = 20;

    private final List<Reading> readings;
    private final List<String> unknown;
    private final Set<Expression> known = EnumSet.noneOf(Expression.class);
    private final boolean numbered;

    Labelling(List<Reading> readings) {
        this.readings = List.copyOf(readings);
        Set<String> words = new TreeSet<>(Labelling::compare);
        for (Reading reading : readings) {
            Set<String> defined = Set.copyOf(
                    reading.scheme().fixed() ? reading.scheme().labels().names() : List.of());
            reading.entries().stream()
                    .map(Reading.Entry::label)
                    .distinct()
                    .filter(label -> !defined.contains(label))
                    .forEach(label -> Expression.of(label).ifPresentOrElse(known::add, () -> words.add(label)));
            defined.forEach(label -> Expression.of(label).ifPresent(known::add));
        }
        this.unknown = List.copyOf(words);
        this.numbered =
                !unknown.isEmpty() && known.isEmpty() && unknown.stream().allMatch(Reading::isNumber);
    }

    private static int compare(String one, String other) {
        return Reading.isNumber(one) && Reading.isNumber(other)
                ? Comparator.<Integer>naturalOrder().compare(Integer.valueOf(one), Integer.valueOf(other))
                : one.compareTo(other);
    }

    /** All words that name a class, known ones by their ids, numbers ascending. */
    List<String> words() {
        Set<String> words = new TreeSet<>(Labelling::compare);
        readings.forEach(reading -> reading.entries().forEach(entry -> words.add(entry.label())));
        return List.copyOf(words);
    }

    /** Whether the user has to assign the words: none of them, or fewer than half, are known. */
    boolean needsAssignment() {
        boolean fixed = readings.stream().allMatch(r -> r.scheme().fixed());
        return !unknown.isEmpty() && !fixed && (known.size() < 2 || unknown.size() > known.size());
    }

    /** The orders that are known for the numbers, the likeliest first; empty if words are unknown. */
    List<ClassOrder> orders() {
        if (!numbered) {
            return List.of();
        }
        int reach = Integer.parseInt(unknown.get(unknown.size() - 1)) - Integer.parseInt(unknown.get(0)) + 1;
        LabelSet usual = readings.get(0).scheme().labels();
        return ClassOrder.ofSize(reach).stream()
                .sorted(Comparator.comparing(order -> !isPartOf(order.labels(), usual)))
                .toList();
    }

    private static boolean isPartOf(LabelSet order, LabelSet usual) {
        return order.size() <= usual.size()
                && order.names().equals(usual.names().subList(0, order.size()));
    }

    /**
     * The dataset's classes.
     *
     * @throws Problem if the classes are unknown and not assigned, or if classes are missing
     */
    LabelSet labels(ClassAssignment assignment) {
        if (assignment.isMapping()) {
            Set<Expression> meant = EnumSet.copyOf(Stream.concat(
                            known.stream().filter(expression -> !assignment.contains(expression.id())),
                            assignment.meanings().stream())
                    .toList());
            return LabelSet.of(meant.toArray(Expression[]::new));
        }
        if (!assignment.isEmpty()) {
            return ordered(assignment.order());
        }
        if (needsAssignment()) {
            throw Problem.input(question());
        }
        LabelSet first = readings.get(0).scheme().labels();
        if (readings.stream()
                .allMatch(r -> r.scheme().fixed() && r.scheme().labels().equals(first))) {
            return first;
        }
        return LabelSet.of(known.toArray(Expression[]::new));
    }

    private String question() {
        if (!numbered) {
            return Texts.of(
                    "datasets.classes.error.unknownWords",
                    joined(unknown),
                    unknown.stream().limit(NAMED).map(w -> w + "=CLASS").collect(Collectors.joining(",")));
        }
        String orders = orders().stream()
                .map(order -> order.name() + ": --labels "
                        + String.join(",", order.labels().names()))
                .collect(Collectors.joining("; "));
        return orders.isEmpty()
                ? Texts.of("datasets.classes.error.numbers", joined(unknown))
                : Texts.of("datasets.classes.error.numbersWithOrders", joined(unknown), orders);
    }

    /**
     * The class of an entry.
     *
     * @return -1 if it has none in this label set
     */
    int label(String written, LabelSet labels, ClassAssignment assignment) {
        if (assignment.isMapping() && assignment.contains(written)) {
            return assignment.meaning(written).map(e -> labels.indexOf(e.id())).orElse(-1);
        }
        if (!numbered || assignment.isMapping()) {
            int as = labels.indexOf(written);
            return as >= 0 ? as : meaning(written, labels);
        }
        // As many names as numbers: in their order. Else numbers are missing or wrong: count on from the smallest.
        int index = unknown.size() == labels.size()
                ? unknown.indexOf(written)
                : Integer.parseInt(written) - Integer.parseInt(unknown.get(0));
        return index < labels.size() ? index : -1;
    }

    private static int meaning(String written, LabelSet labels) {
        return Expression.of(written).map(e -> labels.indexOf(e.id())).orElse(-1);
    }

    private LabelSet ordered(LabelSet labels) {
        if (numbered) {
            return labels;
        }
        if (needsAssignment()) {
            throw Problem.input(question());
        }
        List<String> missing = new ArrayList<>();
        known.forEach(expression -> Optional.of(expression.id())
                .filter(id -> labels.indexOf(id) < 0)
                .ifPresent(missing::add));
        if (!missing.isEmpty()) {
            throw Problem.input(Texts.of("datasets.classes.error.missing", String.join(", ", missing)));
        }
        return labels;
    }

    private static String joined(List<String> words) {
        return words.stream().limit(NAMED).collect(Collectors.joining(", ")) + (words.size() > NAMED ? ", ..." : "");
    }
}
