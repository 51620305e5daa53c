package org.maferstudio.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** Trains a series by successive {@link Halving} on this computer. What is done already counts, so it can be resumed. */
public final class HalvingRunner {
    private final Series series;
    private final SeriesExecution execution;
    private final Progress progress;
    private final Consumer<String> messages;

    /**
     * Creates a runner.
     *
     * @param execution with the factor and the number of runs at once
     * @param messages receives a line when a run starts and ends, and after each round
     */
    public HalvingRunner(Series series, SeriesExecution execution, Progress progress, Consumer<String> messages) {
        this.series = series;
        this.execution = execution;
        this.progress = progress;
        this.messages = messages;
    }

    /**
     * Trains all rounds.
     *
     * @throws Problem if the runs have different numbers of epochs, or as {@link LocalRunner#train}
     */
    public LocalRunner.Ending train() {
        List<SettingResult> settings = SeriesResults.read(series).settings();
        int all = Halving.commonEpochs(series.runs());
        Halving.Shape shape = Halving.Shape.of(settings.size(), all, execution.halving());
        HalvingProgress shown = new HalvingProgress(shape, progress);
        List<Integer> rounds = shape.rounds();
        List<Halving.Rung> rungs = new ArrayList<>();
        List<Map<String, String>> left =
                settings.stream().map(SettingResult::varied).toList();
        boolean failed = false;
        for (int epochs : rounds) {
            shown.begin(rungs.size());
            LocalRunner runner = new LocalRunner(series, execution.atOnce(), shown, messages);
            LocalRunner.Ending ending = runner.trainUntil(epochs < all ? epochs : 0, runs(left));
            if (ending == LocalRunner.Ending.STOPPED) {
                return ending;
            }
            failed |= ending == LocalRunner.Ending.FAILED;
            Halving.Rung rung = rung(epochs, left);
            rungs.add(rung);
            new Halving(rounds, rungs).store(series);
            left = rung.kept();
            messages.accept(sentence(rung, epochs == all));
            if (left.isEmpty()) {
                return LocalRunner.Ending.FAILED;
            }
        }
        SeriesGathering.gather(series);
        return failed ? LocalRunner.Ending.FAILED : LocalRunner.Ending.DONE;
    }

    private List<SeriesRun> runs(List<Map<String, String>> settings) {
        return series.runs().stream()
                .filter(run -> settings.contains(SeriesDraft.setting(run, series.varied())))
                .toList();
    }

    private Halving.Rung rung(int epochs, List<Map<String, String>> settings) {
        List<Halving.Scored> scored = SeriesResults.read(series).settings().stream()
                .filter(setting -> settings.contains(setting.varied()))
                .map(setting -> Halving.score(setting, epochs))
                .toList();
        return new Halving.Rung(epochs, scored, Halving.kept(scored, execution.halving()));
    }

    private static String sentence(Halving.Rung rung, boolean last) {
        return last
                ? Texts.of(
                        "series.halving.lastRound",
                        rung.epochs(),
                        rung.settings().size())
                : Texts.of(
                        "series.halving.round",
                        rung.epochs(),
                        rung.settings().size(),
                        rung.kept().size());
    }
}
