package org.maferstudio.report.figures;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;

/**
 * The resolution that people need to recognise an expression.
 *
 * @see <a href="https://doi.org/10.1167/11.13.24">Du and Martinez 2011</a>
 */
final class HumanThresholds {
    /**
     * Below this number of pixels of the shorter side, people fail to recognise the named expressions.
     *
     * @param expressions empty for most of them
     */
    record Threshold(int pixels, List<Expression> expressions) {
        /** The short names of the expressions; "most" if empty. */
        String text() {
            return expressions.isEmpty()
                    ? Texts.of("report.thresholds.most")
                    : expressions.stream().map(Expression::shortTitle).collect(Collectors.joining(" "));
        }
    }

    static final List<Threshold> ALL = List.of(
            new Threshold(
                    10, List.of(Expression.HAPPINESS, Expression.SURPRISE, Expression.DISGUST, Expression.NEUTRAL)),
            new Threshold(20, List.of()),
            new Threshold(40, List.of(Expression.FEAR, Expression.SADNESS, Expression.ANGER)));

    static final String SENTENCE = Texts.of("report.thresholds.minimum");

    private HumanThresholds() {}

    /**
     * Legends of the threshold lines, longest first.
     *
     * @param named whether each line names its expressions
     */
    static List<String> sentences(boolean named) {
        List<String> ways = List.of(
                Texts.of("report.thresholds.named"),
                Texts.of("report.thresholds.unnamed"),
                Texts.of("report.thresholds.short"));
        return named ? ways : ways.subList(1, ways.size());
    }

    /** The thresholds apply to expressions only, not to identities. */
    static boolean matterFor(LabelSet labels) {
        return labels.names().stream().anyMatch(name -> Expression.of(name).isPresent());
    }

    /** The number of pixels that people need for a class; empty if unknown. */
    static Optional<Integer> of(LabelSet labels, int label) {
        return labels.expression(label).flatMap(known -> ALL.stream()
                .filter(threshold -> threshold.expressions().contains(known))
                .map(Threshold::pixels)
                .findFirst());
    }
}
