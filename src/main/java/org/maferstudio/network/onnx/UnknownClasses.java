package org.maferstudio.network.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.expression.Expression;
import org.maferstudio.texts.Texts;

/** Warns of classes in a contract that are no expressions: datasets name their classes by the expressions. */
public final class UnknownClasses {
    /** So many are named. */
    private static final int MOST_NAMED = 5;

    private UnknownClasses() {}

    /** The warning about these classes; empty if all of them are expressions. */
    public static Optional<String> warning(List<String> labels) {
        List<String> expressions =
                Arrays.stream(Expression.values()).map(Expression::id).toList();
        List<String> unknown =
                labels.stream().filter(label -> !expressions.contains(label)).toList();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        String named = unknown.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (unknown.size() > MOST_NAMED ? ", …" : "");
        return Optional.of(Texts.of(
                "network.onnx.contract.warning.labels", unknown.size(), named, String.join(", ", expressions)));
    }
}
