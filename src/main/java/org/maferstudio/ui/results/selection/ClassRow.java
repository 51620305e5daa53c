package org.maferstudio.ui.results.selection;

import java.util.Optional;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.results.ClassScore;
import org.maferstudio.results.Interval;
import org.maferstudio.results.ScoreIntervals;
import org.maferstudio.texts.Numbers;

/**
 * The numbers of one class as a line of a table.
 *
 * @param n how many samples are of it
 */
public record ClassRow(int label, String title, long n, Share recall, Share precision, Share f1) {
    /** With fewer samples, a share is not reliable. */
    public static final int FEW = 30;

    /**
     * A share with its 95 % interval.
     *
     * @param value 0 to 1; NaN where there is nothing to divide by
     * @param interval empty while it is not known
     */
    public record Share(double value, Optional<Interval> interval) {
        /** In percent, such as {@code 61.0 (57.9–64.0)}. */
        public String text() {
            return Double.isNaN(value)
                    ? Numbers.NONE
                    : Numbers.percent(value)
                            + interval.map(ends -> " (" + ends.percent() + ")").orElse("");
        }
    }

    /** With its intervals, and that of F1 if it is known by now. */
    static ClassRow of(LabelSet labels, ClassScore score, ScoreIntervals intervals, Optional<Interval> f1) {
        return new ClassRow(
                score.label(),
                labels.title(score.label()),
                score.n(),
                share(score.n(), score.recall(), intervals.recalls().get(score.label())),
                share(
                        score.predicted(),
                        score.precision(),
                        intervals.precisions().get(score.label())),
                new Share(score.n() + score.predicted() == 0 ? Double.NaN : score.f1(), f1));
    }

    private static Share share(long of, double value, Interval interval) {
        return of == 0 ? new Share(Double.NaN, Optional.empty()) : new Share(value, Optional.of(interval));
    }

    /** Whether there are too few samples for reliable values. */
    public boolean few() {
        return n < FEW;
    }
}
