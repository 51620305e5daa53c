package org.maferstudio.datasets.opening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.readers.Reading;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The user's assignment of a dataset's classes: an order ({@code anger,disgust}), a mapping of words ({@code
 * wut=anger,ekel=disgust,andere=none}), or nothing.
 */
final class ClassAssignment {
    private final List<String> said;
    private final Map<String, Optional<Expression>> mapping = new LinkedHashMap<>();

    /** Reads {@link DatasetSource#labels()}. */
    ClassAssignment(List<String> said) {
        this.said = List.copyOf(said);
        if (said.stream().anyMatch(each -> each.contains("="))) {
            said.forEach(this::map);
            if (mapping.values().stream().allMatch(Optional::isEmpty)) {
                throw Problem.input(Texts.of("datasets.classes.error.allExcluded"));
            }
        }
    }

    boolean isEmpty() {
        return said.isEmpty();
    }

    /** Whether words are mapped one by one. */
    boolean isMapping() {
        return !mapping.isEmpty();
    }

    /** Whether a word, or another form of it, is assigned. */
    boolean contains(String word) {
        return mapping.containsKey(key(word));
    }

    /** The expression of a word; empty if it is excluded. */
    Optional<Expression> meaning(String word) {
        return mapping.get(key(word));
    }

    /** The expressions that words mean. */
    List<Expression> meanings() {
        return mapping.values().stream().flatMap(Optional::stream).distinct().toList();
    }

    /** The classes in the assigned order. */
    LabelSet order() {
        List<String> ids = new ArrayList<>();
        for (String name : said) {
            String id = expression(name).id();
            if (ids.contains(id)) {
                throw Problem.input(Texts.of("datasets.classes.error.repeated", id));
            }
            ids.add(id);
        }
        return new LabelSet(ids);
    }

    private void map(String pair) {
        int equals = pair.lastIndexOf('=');
        if (equals < 1) {
            throw Problem.input(Texts.of("datasets.classes.error.pair", pair));
        }
        String meaning = pair.substring(equals + 1).strip();
        String word = key(pair.substring(0, equals));
        Optional<Expression> means =
                meaning.equalsIgnoreCase(DatasetSource.LEFT_OUT) ? Optional.empty() : Optional.of(expression(meaning));
        if (mapping.putIfAbsent(word, means) != null) {
            throw Problem.input(Texts.of("datasets.classes.error.repeated", word));
        }
    }

    /** Normalises a word: numbers without leading zeros, known words by their expression. */
    private static String key(String word) {
        String stripped = word.strip();
        return Reading.isNumber(stripped)
                ? String.valueOf(Integer.parseInt(stripped))
                : Expression.of(stripped).map(Expression::id).orElse(stripped);
    }

    private static Expression expression(String name) {
        return Expression.of(name)
                .orElseThrow(() -> Problem.input(Texts.of(
                        "datasets.classes.error.expression",
                        name,
                        Arrays.stream(Expression.values()).map(Expression::id).collect(Collectors.joining(", ")))));
    }
}
