package org.maferstudio.ui.training;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.series.Halving;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.SettingResult;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** Says in the list of trainings what the runs of a series have reached. */
final class SeriesSentence {
    private SeriesSentence() {}

    /** The counts, the first reason of a failure, what halving saved, and the best setting if measures were read. */
    static String of(SeriesResults results) {
        List<String> sentences = new ArrayList<>();
        sentences.add(Texts.of("training.queue.series.counts", results.countsText()));
        results.firstFailure().ifPresent(run -> sentences.add(failure(run)));
        Halving.of(results.series()).filter(Halving::isDone).ifPresent(halving -> sentences.add(saved(results)));
        results.best(RunOutcome.ACCURACY)
                .filter(best -> results.settings().size() > 1)
                .ifPresent(best -> sentences.add(best(best)));
        return String.join(" ", sentences);
    }

    private static String failure(RunOutcome run) {
        return Texts.of(
                "training.queue.series.failure", run.run().number(), run.run().name(), run.problem());
    }

    private static String saved(SeriesResults results) {
        double share = 1 - results.epochsDone() / (double) results.epochsPlanned();
        return Texts.of(
                "training.queue.series.saved",
                results.epochsDone(),
                results.epochsPlanned(),
                Numbers.wholePercent(share));
    }

    private static String best(SettingResult best) {
        return best.spread(RunOutcome.ACCURACY)
                .map(spread -> Texts.of("training.queue.series.best", best.title(), Numbers.percent(spread.mean())))
                .orElse("");
    }
}
