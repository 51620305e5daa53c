package org.maferstudio.series;

import java.util.Collection;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** A series whose runs are jobs of a cluster, which train whether or not a program follows them. */
public final class SubmittedSeries {
    private static final long PAUSE_MILLIS = 500;
    private static final int PAUSES = 10;

    private final Series series;
    private final Slurm slurm;

    /** Creates access to a series, with or without jobs. */
    public SubmittedSeries(Series series, Slurm slurm) {
        this.series = series;
        this.slurm = slurm;
    }

    /** Whether the runs of a series are trained on a cluster. */
    public static boolean isOnCluster(Series series) {
        return SeriesExecution.of(series).where() == SeriesExecution.Where.SLURM;
    }

    /** Whether a run is trained or waits in the queue of the cluster. */
    public boolean isBusy() {
        SeriesControl control = new SeriesControl(series, slurm);
        return control.isBusy(SeriesResults.states(series), control.queue().values());
    }

    /**
     * Submits what is neither finished nor in the queue.
     *
     * @throws Problem if the scheduler refuses it
     */
    public void submit() {
        new SlurmRunner(series, slurm).submit(SeriesExecution.of(series), series.runs());
    }

    /** Follows the runs until none is trained or queued. A stop cancels the jobs, which save first. */
    public LocalRunner.Ending follow(Progress progress) {
        SeriesControl control = new SeriesControl(series, slurm);
        boolean cancelled = false;
        boolean busy = true;
        while (busy) {
            if (progress.stopRequested() && !cancelled) {
                control.cancel(series.runs());
                cancelled = true;
            }
            Collection<Slurm.Job> queue = control.queue().values();
            SeriesResults results = SeriesResults.states(series);
            report(results, queue, progress);
            busy = control.isBusy(results, queue);
            for (int i = 0; busy && i < PAUSES && (cancelled || !progress.stopRequested()); i++) {
                pause();
            }
        }
        SeriesResults results = SeriesResults.states(series);
        boolean failed = !cancelled && results.firstFailure().isPresent();
        return results.isDecided()
                ? LocalRunner.Ending.DONE
                : failed ? LocalRunner.Ending.FAILED : LocalRunner.Ending.STOPPED;
    }

    private static void report(SeriesResults results, Collection<Slurm.Job> queue, Progress progress) {
        double done = results.runs().stream().mapToDouble(RunOutcome::fraction).sum();
        String waiting = Slurm.summary(queue);
        progress.report(
                done / results.runs().size(),
                waiting.isEmpty()
                        ? Texts.of("series.slurm.progress", results.countsText())
                        : Texts.of("series.slurm.progressAndQueue", results.countsText(), waiting));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.failure(Texts.of("series.runner.error.interrupted"), e);
        }
    }
}
