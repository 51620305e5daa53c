package org.maferstudio.expression;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order in which a dataset or library numbers the expressions. It is only suggested to the user, never assumed.
 *
 * @param name the dataset or library, such as {@code FER2013}
 * @param labels the classes, starting with the smallest number
 */
public record ClassOrder(String name, LabelSet labels) {
    private static final List<ClassOrder> KNOWN = List.of(
            new ClassOrder("FER2013", LabelSet.fer2013()),
            new ClassOrder("RAF-DB", LabelSet.rafdb()),
            of("alphabetical", "anger,disgust,fear,happiness,neutral,sadness,surprise"),
            of("AffectNet", "neutral,happiness,sadness,surprise,fear,disgust,anger"),
            of("FERPlus", "neutral,happiness,surprise,sadness,anger,disgust,fear"),
            of("Aff-Wild2", "neutral,anger,disgust,fear,happiness,sadness,surprise"),
            of("CK+", "anger,contempt,disgust,fear,happiness,sadness,surprise"),
            of("AffectNet", "neutral,happiness,sadness,surprise,fear,disgust,anger,contempt"),
            of("FERPlus", "neutral,happiness,surprise,sadness,anger,disgust,fear,contempt"),
            of("alphabetical", "anger,contempt,disgust,fear,happiness,neutral,sadness,surprise"),
            of("CK+", "neutral,anger,contempt,disgust,fear,happiness,sadness,surprise"),
            of("FER2013", "anger,disgust,fear,happiness,sadness,surprise,neutral,contempt"),
            of("alphabetical", "anger,disgust,fear,happiness,sadness,surprise"));

    private static ClassOrder of(String name, String classes) {
        return new ClassOrder(name, new LabelSet(List.of(classes.split(","))));
    }

    /** Known orders with this number of classes; empty if there are none. */
    public static List<ClassOrder> ofSize(int classes) {
        return KNOWN.stream().filter(order -> order.labels.size() == classes).toList();
    }

    /** Known orders of exactly these classes; empty if a class is not an expression. */
    public static List<ClassOrder> of(LabelSet classes) {
        Set<String> wanted = Set.copyOf(classes.names());
        return ofSize(classes.size()).stream()
                .filter(order -> wanted.containsAll(order.labels.names()))
                .toList();
    }

    /** An order, and the known dataset split whose class counts match it. */
    public record Fit(ClassOrder order, KnownCounts counts) {}

    /**
     * Returns the order whose class counts match those of a known dataset split up to 1 %; empty if there is none.
     *
     * @param counts samples by class number, starting with the smallest number
     */
    public static Optional<Fit> fitting(List<Long> counts) {
        return ofSize(counts.size()).stream()
                .flatMap(order -> Arrays.stream(KnownCounts.values())
                        .filter(known -> known.fits(order.labels, counts))
                        .map(known -> new Fit(order, known)))
                .min(Comparator.comparingDouble(fit -> fit.counts.distance(fit.order.labels, counts)));
    }

    /** The form that users type, such as {@code anger,disgust,fear}. */
    public String typed() {
        return String.join(",", labels.names());
    }

    /** The classes of a dataset with a known order; the longest one with that name. */
    public static LabelSet named(String name) {
        return KNOWN.stream()
                .filter(order -> order.name.equals(name))
                .map(ClassOrder::labels)
                .max(Comparator.comparingInt(LabelSet::size))
                .orElseThrow(() -> new IllegalArgumentException("no order is named " + name));
    }
}
