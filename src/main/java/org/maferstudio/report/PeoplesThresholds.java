package org.maferstudio.report;

import java.util.List;
import java.util.Optional;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;

/**
 * How many pixels people need to recognise an expression.
 *
 * @see <a href="https://doi.org/10.1167/11.13.24">Du and Martinez 2011</a>
 */
final class PeoplesThresholds {
    /** Below so many pixels of the shorter side, people fail at the expressions named. */
    record Threshold(int pixels, String expressions) {}

    static final List<Threshold> ALL = List.of(
            new Threshold(10, Texts.of("report.hap-sur-dis-neu")),
            new Threshold(20, Texts.of("report.most")),
            new Threshold(40, Texts.of("report.fea-sad-ang")));

    static final String SENTENCE = Texts.of("report.dotted-the-least-that-people");

    private PeoplesThresholds() {}

    /** What people need to tell expressions apart says nothing of persons. */
    static boolean matterFor(LabelSet labels) {
        return labels.names().stream().anyMatch(name -> Expression.of(name).isPresent());
    }

    /** The pixels that people need for a class; empty if that is not known. */
    static Optional<Integer> of(LabelSet labels, int label) {
        String name = labels.shortName(label);
        return labels.expression(label).flatMap(known -> ALL.stream()
                .filter(threshold -> List.of(threshold.expressions().split(" ")).contains(name))
                .map(Threshold::pixels)
                .findFirst());
    }
}
