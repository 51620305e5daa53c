package org.maferstudio.ui.results.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.maferstudio.results.Scores;
import org.maferstudio.results.Spread;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * The numbers of one training of a series, or the mean of all with the standard deviation between them.
 *
 * @param fold from 1; 0 for the mean
 */
public record FoldRow(int fold, String name, String n, String accuracy, String meanClassAccuracy, String macroF1) {
    static FoldRow of(int fold, String name, Scores scores) {
        return new FoldRow(
                fold,
                name,
                Numbers.count(scores.n()),
                Numbers.percent(scores.accuracy()),
                Numbers.percent(scores.meanClassAccuracy()),
                Numbers.percent(scores.macroF1()));
    }

    /** The mean of several, with one standard deviation (n - 1). */
    static FoldRow mean(List<Scores> all) {
        return new FoldRow(
                0,
                Texts.of("results.comparison.folds.meanSd"),
                Numbers.count(all.stream().mapToLong(Scores::n).sum()),
                spread(all, Scores::accuracy),
                spread(all, Scores::meanClassAccuracy),
                spread(all, Scores::macroF1));
    }

    private static String spread(List<Scores> all, ToDoubleFunction<Scores> value) {
        Spread spread = new Spread(all.stream().map(value::applyAsDouble).toList());
        String mean = Numbers.percent(spread.mean());
        return spread.n() < 2 ? mean : mean + " \u00b1 " + Numbers.percent(spread.standardDeviation());
    }
}
