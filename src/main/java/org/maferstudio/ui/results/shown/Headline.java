package org.maferstudio.ui.results.shown;

import org.maferstudio.report.Numbers;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * The numbers above the figures, as text.
 *
 * @param where the split and the resolution, such as {@code test, 16 px}
 * @param n samples
 * @param accuracy in percent, with its Wilson 95 % interval
 * @param meanClassAccuracy in percent
 * @param macroF1 in percent
 * @param affWild2Score from 0 to 1
 */
public record Headline(
        String where, String n, String accuracy, String meanClassAccuracy, String macroF1, String affWild2Score) {
    public static final Headline NONE = new Headline("", "", "", "", "", "");

    static Headline of(Scores scores, String split, Resolution resolution) {
        return new Headline(
                Texts.of("results.headline.where.value", split, Numbers.resolution(resolution)),
                Numbers.count(scores.n()),
                Numbers.percent(scores.accuracy()) + " (" + Numbers.percent(scores.interval()) + ")",
                Numbers.percent(scores.meanClassAccuracy()),
                Numbers.percent(scores.macroF1()),
                Numbers.share(scores.affWild2Score()));
    }
}
