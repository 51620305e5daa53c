package org.maferstudio.expression;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The classes of a network or a dataset, in order: class {@code i} is {@code names().get(i)}.
 *
 * <p>Names are {@link Expression#id() ids} of expressions, or names of another kind (people, in the first step of
 * the training).
 *
 * @param names at least one, each once, none blank
 */
public record LabelSet(List<String> names) {
    /** Above this number of classes, matrices and class counts are not shown. */
    public static final int MOST_READABLE = 100;

    public LabelSet {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a label set needs at least one class");
        }
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("each class stands once in a label set, got " + names);
        }
        if (names.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a class needs a name, got " + names);
        }
    }

    /** A label set of expressions, in this order. */
    public static LabelSet of(Expression... expressions) {
        return new LabelSet(List.of(expressions).stream().map(Expression::id).toList());
    }

    /** FER2013's seven classes in the order of its numbers 0 to 6. */
    public static LabelSet fer2013() {
        return of(
                Expression.ANGER,
                Expression.DISGUST,
                Expression.FEAR,
                Expression.HAPPINESS,
                Expression.SADNESS,
                Expression.SURPRISE,
                Expression.NEUTRAL);
    }

    /** RAF-DB's seven classes in the order of its numbers 1 to 7. */
    public static LabelSet rafdb() {
        return of(
                Expression.SURPRISE,
                Expression.FEAR,
                Expression.DISGUST,
                Expression.HAPPINESS,
                Expression.SADNESS,
                Expression.ANGER,
                Expression.NEUTRAL);
    }

    /** Whether there are too many classes to show individually, such as people. */
    public boolean isMany() {
        return names.size() > MOST_READABLE;
    }

    /** The number of classes. */
    public int size() {
        return names.size();
    }

    /** The index of a class, or -1 if it is not in this set. */
    public int indexOf(String name) {
        return names.indexOf(name);
    }

    /** The name of class {@code index}. */
    public String name(int index) {
        return names.get(index);
    }

    /** The expression of class {@code index}; empty if the class is not an expression. */
    public Optional<Expression> expression(int index) {
        return Expression.of(names.get(index));
    }

    /** The name of class {@code index} for display. */
    public String title(int index) {
        return expression(index).map(Expression::title).orElse(names.get(index));
    }

    /** The name of class {@code index} for display in the middle of a sentence. */
    public String word(int index) {
        return expression(index).map(Expression::word).orElse(names.get(index));
    }

    /** The short name of class {@code index}: three letters for an expression. */
    public String shortName(int index) {
        return expression(index).map(Expression::shortTitle).orElse(names.get(index));
    }
}
