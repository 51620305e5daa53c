package org.maferstudio.series;

import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.Training;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.training.TrainingOutcome;

/** One run of a series, trained by this process: it resumes what was begun, and does nothing if the run is finished. */
public final class SeriesTask {
    private final Series series;
    private final SeriesRun run;

    /**
     * Creates a task.
     *
     * @param number of the run, see {@link SeriesRun#number}
     * @throws Problem if the series has no such run
     */
    public SeriesTask(Series series, int number) {
        this.series = series;
        this.run = series.runs().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.input(Texts.of(
                        "series.task.error.number",
                        series.experiment(),
                        number,
                        series.runs().size())));
    }

    /** The run. */
    public SeriesRun run() {
        return run;
    }

    /**
     * Trains.
     *
     * @throws Problem if another process trains this run, or the training failed
     */
    public TrainingOutcome train(Progress progress, TrainingListener listener) {
        Experiment member = series.member(run);
        return new Training(progress, listener).resume(member);
    }
}
