package org.maferstudio.report.figures;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;

/**
 * How many pixels people need to recognise an expression.
 *
 * @see <a href="https://doi.org/10.1167/11.13.24">Du and Martinez 2011</a>
 */
final class HumanThresholds {
    /**
     * Below so many pixels of the shorter side, people fail at the expressions named.
     *
     * @param expressions none stands for most of them
     */
    record Threshold(int pixels, List<Expression> expressions) {
        /** The expressions under their short names; most of them where none is named. */
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
     * What lines at the thresholds mean, the longest way to say it first.
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

    /** What people need to tell expressions apart says nothing of persons. */
    static boolean matterFor(LabelSet labels) {
        return labels.names().stream().anyMatch(name -> Expression.of(name).isPresent());
    }

    /** The pixels that people need for a class; empty if that is not known. */
    static Optional<Integer> of(LabelSet labels, int label) {
        return labels.expression(label).flatMap(known -> ALL.stream()
                .filter(threshold -> threshold.expressions().contains(known))
                .map(Threshold::pixels)
                .findFirst());
    }
}
