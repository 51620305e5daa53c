package org.maferstudio.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.texts.Numbers;

/**
 * How well a network predicts one value, such as valence.
 *
 * @param name of the value
 * @param n number of samples with a label and a prediction of it, at least 1
 * @param ccc Lin's concordance correlation coefficient, -1 to 1; NaN for fewer than two samples, or if all labels and
 *     predictions are the same number
 * @param rmse root mean squared error, in the value's unit
 * @param pearson Pearson's correlation coefficient, -1 to 1; NaN if all labels or all predictions are equal
 * @param dependence what the intervals assume
 * @see <a href="https://doi.org/10.2307/2532051">Lin 1989</a>
 */
public record ValueScore(String name, int n, Estimate ccc, Estimate rmse, Estimate pearson, Dependence dependence) {
    /**
     * A measure of some samples.
     *
     * @param value NaN if it is not defined
     * @param interval its 95 % bootstrap interval; empty if there are fewer than two independent samples, or if it is
     *     not defined for most resamples
     */
    public record Estimate(double value, Optional<Interval> interval) {
        /** Formats it for people, such as {@code 0.612 (0.590 to 0.633)}; a dash if it is not defined. */
        public String text() {
            return Numbers.fixed(value, 3)
                    + interval.map(each ->
                                    " (" + Numbers.fixed(each.low(), 3) + " to " + Numbers.fixed(each.high(), 3) + ")")
                            .orElse("");
        }
    }

    /** The scores of each value of which labels are known; deterministic. */
    public static List<ValueScore> of(Predictions predictions) {
        List<ValueScore> scores = new ArrayList<>();
        for (int i = 0; i < predictions.valueNames().size(); i++) {
            ValueBootstrap bootstrap = ValueBootstrap.of(predictions, i);
            if (bootstrap.n() > 0) {
                scores.add(new ValueScore(
                        predictions.valueNames().get(i),
                        bootstrap.n(),
                        bootstrap.estimate(Moments::ccc),
                        bootstrap.estimate(Moments::rmse),
                        bootstrap.estimate(Moments::pearson),
                        bootstrap.dependence()));
            }
        }
        return scores;
    }

    /** Whether groups were resampled instead of samples. */
    public boolean byGroup() {
        return dependence == Dependence.GROUPED;
    }
}
