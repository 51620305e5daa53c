package org.maferstudio.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * How a foreign table spells its classes: expressions in any usual spelling, other names as they are, numbers as someone
 * says.
 *
 * @param labels the classes in order
 * @param numbers the number of a class by its spelling
 * @param notes how numbers were understood
 */
record ClassNames(LabelSet labels, Map<String, Integer> numbers, List<String> notes) {
    /** The class of a spelling, or -1. */
    int of(String spelling) {
        return numbers.getOrDefault(spelling.strip(), -1);
    }

    /**
     * The classes of a table.
     *
     * @param said what numbers mean, from the smallest on; empty if nobody has said it
     * @throws Problem if the classes are numbers and nobody said what they mean, or there are too many
     */
    static ClassNames of(Path file, ForeignTable.Columns columns, List<CSVRecord> rows, List<String> said) {
        Set<String> spellings = new LinkedHashSet<>();
        columns.probabilities().forEach(column -> spellings.add(column.name().strip()));
        Set<String> others =
                new TreeSet<>(Comparator.comparing(ClassNames::rank).thenComparing(name -> name));
        for (CSVRecord row : rows) {
            others.add(row.get(columns.label()).strip());
            if (columns.predicted() >= 0) {
                others.add(row.get(columns.predicted()).strip());
            }
            if (others.size() > 2 * LabelSet.MOST_READABLE) {
                throw Problem.input(Texts.of("results.the-table-has-more-than-classes", file, LabelSet.MOST_READABLE));
            }
        }
        spellings.addAll(others);
        spellings.remove("");
        return spellings.stream().allMatch(name -> name.matches("\\d{1,4}"))
                ? numbered(file, spellings, said)
                : named(file, spellings, said);
    }

    /** Expressions come in the order of the field, everything else behind them. */
    private static int rank(String spelling) {
        return Expression.of(spelling).map(Expression::ordinal).orElse(Integer.MAX_VALUE);
    }

    private static ClassNames named(Path file, Set<String> spellings, List<String> said) {
        Set<String> order = new LinkedHashSet<>();
        said.forEach(name -> order.add(canonical(name)));
        spellings.forEach(name -> order.add(canonical(name)));
        if (order.size() > LabelSet.MOST_READABLE) {
            throw Problem.input(Texts.of("results.the-table-has-classes-too-many", file, order.size()));
        }
        LabelSet labels = new LabelSet(new ArrayList<>(order));
        Map<String, Integer> numbers = new HashMap<>();
        spellings.forEach(name -> numbers.put(name, labels.indexOf(canonical(name))));
        return new ClassNames(labels, numbers, List.of());
    }

    private static ClassNames numbered(Path file, Set<String> spellings, List<String> said) {
        List<Integer> found =
                spellings.stream().map(Integer::valueOf).sorted().distinct().toList();
        int least = found.get(0);
        int most = found.get(found.size() - 1);
        if (said.isEmpty()) {
            throw Problem.input(Texts.of("results.the-classes-of-the-table-are", file, least, most));
        }
        int first = least > 0 && most == said.size() ? 1 : 0;
        if (most - first >= said.size()) {
            throw Problem.input(Texts.of("results.the-table-has-the-class-but", file, most, said.size()));
        }
        LabelSet labels = new LabelSet(said.stream().map(ClassNames::canonical).toList());
        Map<String, Integer> numbers =
                spellings.stream().collect(Collectors.toMap(name -> name, name -> Integer.parseInt(name) - first));
        String note = IntStream.range(0, labels.size())
                .mapToObj(i -> Texts.of("results.is", i + first, labels.name(i)))
                .collect(Collectors.joining(", ", Texts.of("results.of-the-numbers"), "."));
        return new ClassNames(labels, numbers, List.of(note));
    }

    private static String canonical(String spelling) {
        return Expression.of(spelling).map(Expression::id).orElse(spelling.strip());
    }
}
