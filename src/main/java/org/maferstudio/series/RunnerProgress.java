package org.maferstudio.series;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** Reports how far a series is, from the epochs that its runs have done. */
final class RunnerProgress {
    private final Series series;
    private final int epochs;
    private final Progress progress;
    private final long start = System.nanoTime();
    private final double before;

    /**
     * Begins.
     *
     * @param epochs that each run is trained; 0 for all
     */
    RunnerProgress(Series series, List<SeriesRun> runs, int epochs, Progress progress) {
        this.series = series;
        this.epochs = epochs;
        this.progress = progress;
        this.before = done(runs);
    }

    /** The runs' worth of epochs that some runs have done. */
    private double done(Collection<SeriesRun> some) {
        return some.stream()
                .mapToDouble(run -> RunOutcome.state(run, series.folder(run)).fractionOf(epochs))
                .sum();
    }

    /**
     * Reports.
     *
     * @param runs all of them
     * @param running the runs that are trained now
     * @param waiting the runs that wait, begun or not
     */
    void report(List<SeriesRun> runs, List<SeriesRun> running, Collection<SeriesRun> waiting) {
        int over = runs.size() - running.size() - waiting.size();
        double done = over + done(running);
        double sinceStart = done - Math.min(before, done);
        Duration passed = Duration.ofNanos(System.nanoTime() - start);
        Duration left = sinceStart <= 0
                ? null
                : Duration.ofMillis((long) (passed.toMillis() * (runs.size() - done) / sinceStart));
        progress.report(
                done / runs.size(), Texts.of("series.runner.progress", over, runs.size(), running.size()), left);
    }
}
