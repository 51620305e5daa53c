package org.maferstudio.ui.results.selection;

import org.maferstudio.expression.ValueTitle;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.results.ValueScore;
import org.maferstudio.texts.Numbers;

/**
 * How well an experiment's network predicts a value, such as valence, at one resolution, as text.
 *
 * @param value its title
 * @param experiment name of the experiment
 * @param resolution such as {@code 16 px}
 * @param n samples with a label
 * @param ccc with its 95 % interval
 * @param rmse with its 95 % interval
 * @param pearson with its 95 % interval
 */
public record ValueRow(
        String value, String experiment, String resolution, String n, String ccc, String rmse, String pearson) {
    static ValueRow of(String experiment, ResolutionSweep.Point point, ValueScore score) {
        return new ValueRow(
                ValueTitle.of(score.name()),
                experiment,
                point.resolution().title(),
                Numbers.count(score.n()),
                score.ccc().text(),
                score.rmse().text(),
                score.pearson().text());
    }
}
