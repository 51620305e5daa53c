package org.maferstudio.results.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The class spellings of an imported table: expressions in any usual spelling, other names unchanged, numbers as
 * specified by the user.
 *
 * @param labels the classes in order
 * @param numbers the index of a class by its spelling
 * @param notes how numbers were interpreted
 */
record ClassSpellings(LabelSet labels, Map<String, Integer> numbers, List<String> notes) {
    private static final int MOST_SUGGESTED = 4;
    private static final Set<String> MISSING = Set.of("", "nan", "na", "n/a", "null", "nil", "?", "-", "--");

    /** The class of a spelling, or -1. */
    int of(String spelling) {
        return numbers.getOrDefault(plain(spelling), -1);
    }

    /** Normalises a spelling for comparison: numbers without decimals, which pandas adds if a cell is missing. */
    static String plain(String spelling) {
        String text = spelling.strip();
        if (text.endsWith(")")) {
            // Numbers of PyTorch and NumPy as printed by Python.
            text = text.replaceFirst("^(?:tensor|(?:np|numpy)\\.\\w+)\\((\\d+)(?:,[^)]*)?\\)$", "$1");
        }
        return text.endsWith(".0") && isNumber(text.substring(0, text.length() - 2))
                ? text.substring(0, text.length() - 2)
                : text;
    }

    /** Whether a cell is a missing value as written by pandas, R or people. */
    static boolean isMissing(String spelling) {
        return MISSING.contains(spelling.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a class is spelled as a number. */
    static boolean isNumber(String spelling) {
        return spelling.matches("\\d{1,4}");
    }

    /** The stored name of a class: that of the expression, or the spelling. */
    static String canonical(String spelling) {
        return Expression.of(spelling).map(Expression::id).orElse(spelling.strip());
    }

    /** The spellings in a table, before they are mapped to classes. */
    record Seen(List<String> scores, Map<String, Long> truth, Set<String> predicted) {
        private Set<String> all() {
            Set<String> all = new LinkedHashSet<>(scores);
            all.addAll(truth.keySet());
            boolean expressions = all.stream().allMatch(Seen::isExpression);
            // A predicted class without samples must be a plausible class name; otherwise it is an error message.
            predicted.stream()
                    .filter(name -> !expressions || isExpression(name) || isNumber(name))
                    .forEach(all::add);
            return all;
        }

        private static boolean isExpression(String spelling) {
            return Expression.of(spelling).isPresent();
        }
    }

    /**
     * Determines the classes of a table.
     *
     * @param said class names in numeric order; empty if not specified
     * @throws Problem if class numbers are ambiguous, or there are too many classes
     */
    static ClassSpellings of(Path file, Seen seen, List<String> said) {
        Set<String> numbers = seen.all().stream()
                .filter(ClassSpellings::isNumber)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> names = new LinkedHashSet<>();
        seen.scores.stream().filter(name -> !isNumber(name)).forEach(names::add);
        boolean scoresAreNames = !names.isEmpty();
        seen.all().stream()
                .filter(name -> !isNumber(name))
                .sorted(Comparator.comparing(ClassSpellings::rank).thenComparing(name -> name))
                .forEach(names::add);
        Set<String> order = new LinkedHashSet<>();
        said.forEach(name -> order.add(canonical(name)));
        names.forEach(name -> order.add(canonical(name)));
        if (order.size() > LabelSet.MOST_READABLE) {
            throw Problem.input(Texts.of("results.imports.error.tooManyClasses", file, order.size()));
        }
        Map<String, Integer> places = new HashMap<>();
        if (numbers.isEmpty()) {
            LabelSet labels = new LabelSet(List.copyOf(order));
            names.forEach(name -> places.put(name, labels.indexOf(canonical(name))));
            return new ClassSpellings(labels, places, List.of());
        }
        List<String> meaning = said;
        if (said.isEmpty() && scoresAreNames) {
            meaning = seen.scores;
        }
        if (meaning.isEmpty()) {
            throw unknown(file, seen, numbers);
        }
        int first = first(file, seen, numbers, meaning.size());
        Set<String> all = new LinkedHashSet<>();
        meaning.forEach(name -> all.add(canonical(name)));
        names.forEach(name -> all.add(canonical(name)));
        LabelSet labels = new LabelSet(List.copyOf(all));
        names.forEach(name -> places.put(name, labels.indexOf(canonical(name))));
        numbers.forEach(number -> places.put(number, Integer.parseInt(number) - first));
        int shown = meaning.size();
        String meanings = IntStream.range(0, shown)
                .mapToObj(i -> Texts.of("results.imports.note.number", i + first, labels.name(i)))
                .collect(Collectors.joining(", "));
        return new ClassSpellings(labels, places, List.of(Texts.of("results.imports.note.numbers", meanings)));
    }

    /** The number of the first class, 0 or 1. */
    private static int first(Path file, Seen seen, Set<String> numbers, int size) {
        int least = numbers.stream().mapToInt(Integer::parseInt).min().orElseThrow();
        int most = numbers.stream().mapToInt(Integer::parseInt).max().orElseThrow();
        int first = least > 0 && most == size ? 1 : 0;
        if (most - first < size) {
            return first;
        }
        Optional<Integer> truth = seen.truth.keySet().stream()
                .filter(ClassSpellings::isNumber)
                .map(Integer::valueOf)
                .max(Integer::compare);
        if (most == size && truth.isPresent() && truth.get() != most) {
            throw Problem.input(Texts.of("results.importPredictions.error.offset", file, size - 1, size));
        }
        throw Problem.input(Texts.of("results.importPredictions.error.tooFewNames", file, most, size));
    }

    private static Problem unknown(Path file, Seen seen, Set<String> numbers) {
        List<Integer> found =
                numbers.stream().map(Integer::valueOf).sorted().distinct().toList();
        int least = found.get(0);
        int most = found.get(found.size() - 1);
        List<Long> counts = new ArrayList<>();
        for (int i = least; i <= most && counts.size() < LabelSet.MOST_READABLE; i++) {
            counts.add(seen.truth.getOrDefault(Integer.toString(i), 0L));
        }
        Optional<ClassOrder.Fit> fit = ClassOrder.fitting(counts);
        if (fit.isPresent()) {
            return Problem.input(Texts.of(
                    "results.importPredictions.error.numbersFitting",
                    file,
                    least,
                    most,
                    fit.get().counts().title(),
                    fit.get().order().name(),
                    fit.get().order().typed()));
        }
        String suggestion = knownOrders(counts.size());
        return Problem.input(
                suggestion.isEmpty()
                        ? Texts.of("results.importPredictions.error.numbers", file, least, most)
                        : Texts.of("results.importPredictions.error.numbersLike", file, least, most, suggestion));
    }

    /** Some known orders of this number of classes, in typed form; empty if there are none. */
    static String knownOrders(int size) {
        return ClassOrder.ofSize(size).stream()
                .limit(MOST_SUGGESTED)
                .map(order -> order.typed() + " (" + order.name() + ")")
                .collect(Collectors.joining("; "));
    }

    /** Expressions in their usual order, then all others. */
    private static int rank(String spelling) {
        return Expression.of(spelling).map(Expression::ordinal).orElse(Integer.MAX_VALUE);
    }

    /** Counts spellings of true classes, up to a maximum. */
    static void count(Path file, Map<String, Long> counts, String spelling) {
        counts.merge(plain(spelling), 1L, Long::sum);
        if (counts.size() > 2 * LabelSet.MOST_READABLE) {
            throw Problem.input(
                    Texts.of("results.importPredictions.error.tooManyClasses", file, LabelSet.MOST_READABLE));
        }
    }

    /** No spellings yet. */
    static Map<String, Long> none() {
        return new LinkedHashMap<>();
    }
}
