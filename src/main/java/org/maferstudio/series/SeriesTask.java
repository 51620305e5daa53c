package org.maferstudio.series;

import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.experiment.WriterClaim;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
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
        return resumed(series.member(run), progress, listener);
    }

    private static TrainingOutcome resumed(Experiment member, Progress progress, TrainingListener listener) {
        try {
            return new Training(progress, listener).resume(member);
        } catch (Problem e) {
            if (!progress.stopRequested() || WriterClaim.holder(member.folder()).isPresent()) {
                throw e;
            }
            // Stopped while its dataset was being opened.
            return TrainingOutcome.of(
                    member.update(manifest -> manifest.with(manifest.state().as(RunStatus.STOPPED)))
                            .state());
        }
    }

    /**
     * Trains the first epochs of the run; the rest can follow later, with the same result.
     *
     * @param epochs to train, at least 1
     * @return whether they are done; false if a stop was requested before
     * @throws Problem as {@link #train}
     */
    public boolean trainUntil(int epochs, Progress progress, TrainingListener listener) {
        if (epochs >= run.recipe().course().epochs()) {
            return train(progress, listener).ending() == RunStatus.FINISHED;
        }
        Experiment member = series.member(run);
        EpochLimit limit = new EpochLimit(member, epochs, progress, listener);
        return limit.isReached() || resumed(member, limit, limit).ending() == RunStatus.FINISHED || limit.isReached();
    }
}
