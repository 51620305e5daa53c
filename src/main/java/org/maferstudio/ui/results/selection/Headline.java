package org.maferstudio.ui.results.selection;

import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.results.Scores;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * The numbers above the figures, as text.
 *
 * @param where the split and the resolution, such as {@code test, 16 px}
 * @param n samples
 * @param accuracy in percent, with its 95 % interval
 * @param intervalHelp which kind of interval that is
 * @param meanClassAccuracy in percent
 * @param macroF1 in percent
 * @param weightedF1 in percent
 * @param kappa -1 to 1
 * @param mcc -1 to 1
 * @param logLoss in nats; a dash where the probabilities are not known
 * @param affWild2Score from 0 to 1
 */
public record Headline(
        String where,
        String n,
        String accuracy,
        String intervalHelp,
        String meanClassAccuracy,
        String macroF1,
        String weightedF1,
        String kappa,
        String mcc,
        String logLoss,
        String affWild2Score) {
    public static final Headline NONE = new Headline("", "", "", "", "", "", "", "", "", "", "");

    static Headline of(ResolutionSweep.Point point, String split) {
        Scores scores = point.scores();
        return new Headline(
                Texts.of(
                        "results.headline.where.value",
                        split,
                        point.resolution().title()),
                Numbers.count(scores.n()),
                Numbers.percent(scores.accuracy()) + " ("
                        + point.intervals().accuracy().percent() + ")",
                point.intervals().byGroup()
                        ? Texts.of("results.headline.accuracy.help.byGroup")
                        : Texts.of("results.headline.accuracy.help.byImage"),
                Numbers.percent(scores.meanClassAccuracy()),
                Numbers.percent(scores.macroF1()),
                Numbers.percent(scores.weightedF1()),
                Numbers.share(scores.kappa()),
                Numbers.share(scores.mcc()),
                Numbers.share(point.logLoss().orElse(Double.NaN)),
                Numbers.share(scores.affWild2Score()));
    }
}
