package org.maferstudio.ui.results.selection;

import org.maferstudio.expression.ValueTitle;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.results.ValueScore;
import org.maferstudio.texts.Numbers;

/**
 * How well an experiment's network predicts a value, such as valence, at one resolution, as text.
 *
 * @param value its title
 * @param resolution such as {@code 16 px}
 * @param experiment name of the experiment
 * @param n samples with a label
 * @param ccc the concordance correlation coefficient
 * @param rmse the root mean squared error
 * @param pearson Pearson's correlation coefficient
 */
public record ValueRow(
        String value, String resolution, String experiment, String n, Measure ccc, Measure rmse, Measure pearson) {
    /**
     * A measure.
     *
     * @param value a dash if it is not defined
     * @param interval its 95 % interval, such as {@code [0.59, 0.63]}; empty if there is none
     */
    public record Measure(String value, String interval) {
        static Measure of(ValueScore.Estimate estimate) {
            return new Measure(
                    Numbers.fixed(estimate.value(), 3),
                    estimate.interval()
                            .map(each ->
                                    "[" + Numbers.fixed(each.low(), 2) + ", " + Numbers.fixed(each.high(), 2) + "]")
                            .orElse(""));
        }
    }

    static ValueRow of(String experiment, ResolutionSweep.Point point, ValueScore score) {
        return new ValueRow(
                ValueTitle.of(score.name()),
                point.resolution().title(),
                experiment,
                Numbers.count(score.n()),
                Measure.of(score.ccc()),
                Measure.of(score.rmse()),
                Measure.of(score.pearson()));
    }
}
