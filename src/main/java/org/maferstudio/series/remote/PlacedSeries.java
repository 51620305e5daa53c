package org.maferstudio.series.remote;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.series.LocalRunner;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesControl;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.Slurm;
import org.maferstudio.series.SlurmRunner;
import org.maferstudio.texts.Texts;

/**
 * A series where it is trained: on this computer, on the cluster that this computer is part of, or on one that is reached
 * through a host. Jobs of a cluster train whether or not a program follows them.
 */
public final class PlacedSeries {
    private static final int PAUSE_MILLIS = 500;
    private static final int PAUSES = 10;
    /** A host is asked less often, as each time is a connection. */
    private static final int REMOTE_PAUSES = 40;

    private final Series series;
    private final Optional<RemoteSeries> remote;
    private final Slurm slurm;

    PlacedSeries(Series series, Optional<RemoteSeries> remote, Slurm slurm) {
        this.series = series;
        this.remote = remote;
        this.slurm = slurm;
    }

    /**
     * A series at the place that is stored in its folder.
     *
     * @throws Problem if a file of the series is damaged
     */
    public static PlacedSeries of(Series series) {
        Optional<RemoteSeries> remote = RemoteSeries.of(series);
        return new PlacedSeries(series, remote, remote.map(RemoteSeries::slurm).orElseGet(Slurm::new));
    }

    /** Whether the runs of a series are trained on a cluster. */
    public static boolean isOnCluster(Series series) {
        return SeriesExecution.of(series).where() == SeriesExecution.Where.SLURM;
    }

    /** Stops runs, and says what the scheduler has. */
    public SeriesControl control() {
        return new SeriesControl(series, slurm);
    }

    /**
     * Whether a run is trained or waits in the queue of the cluster. A host is not asked: while one that has jobs may
     * be busy, it is.
     */
    public boolean isBusy() {
        SeriesResults results = SeriesResults.states(series);
        if (remote.isPresent()) {
            return !SeriesExecution.of(series).submitted().isEmpty() && !results.isDecided();
        }
        SeriesControl control = control();
        return control.isBusy(results, control.queue().values());
    }

    /**
     * Submits the runs that are neither finished nor in the queue of the cluster.
     *
     * @return the number of runs that were submitted; empty if a stop was requested while something was sent
     * @throws Problem if the host cannot be reached, or the scheduler refuses the jobs
     */
    public Optional<Integer> submit(List<SeriesRun> runs, Progress progress) {
        return remote.isPresent()
                ? remote.get().submit(runs, progress)
                : Optional.of(new SlurmRunner(series, slurm).submit(SeriesExecution.of(series), runs));
    }

    /**
     * Fetches what has changed on the host; there is nothing to fetch without one.
     *
     * @param networks the runs whose networks are fetched, too
     * @throws Problem if the host does not answer
     */
    public void fetch(Collection<SeriesRun> networks, Progress progress) {
        remote.ifPresent(host -> host.fetchWithNetworks(networks, progress));
    }

    /** Is told what becomes of a series. */
    public interface Watcher {
        /** The runs and the jobs as they are now; the same may be told again. */
        void onState(SeriesResults results, Collection<Slurm.Job> queue);

        /** The host does not answer. It is asked again, as a laptop may lose its network while the cluster goes on. */
        void onSilence(Problem why);
    }

    /** Looks again and again, until no run is trained or queued, or until it is enough. */
    public void watch(Watcher watcher, BooleanSupplier enough) {
        boolean busy = true;
        while (busy && !enough.getAsBoolean()) {
            if (isFetched(watcher)) {
                SeriesControl control = control();
                SeriesResults results = SeriesResults.states(series);
                Collection<Slurm.Job> queue = control.queue().values();
                watcher.onState(results, queue);
                busy = control.isBusy(results, queue);
            }
            int pauses = remote.isPresent() ? REMOTE_PAUSES : PAUSES;
            for (int i = 0; busy && i < pauses && !enough.getAsBoolean(); i++) {
                pause();
            }
        }
    }

    private boolean isFetched(Watcher watcher) {
        try {
            fetch(List.of(), Progress.NONE);
            return true;
        } catch (Problem e) {
            watcher.onSilence(e);
            return false;
        }
    }

    /** Follows the runs until none is trained or queued. A stop cancels the jobs, which save first. */
    public LocalRunner.Ending follow(Progress progress) {
        Watcher watcher = reportingTo(progress);
        watch(watcher, progress::stopRequested);
        boolean cancelled = progress.stopRequested();
        if (cancelled) {
            control().cancel(series.runs());
            watch(watcher, () -> false);
        }
        SeriesResults results = SeriesResults.states(series);
        boolean failed = !cancelled && results.firstFailure().isPresent();
        return results.isDecided()
                ? LocalRunner.Ending.DONE
                : failed ? LocalRunner.Ending.FAILED : LocalRunner.Ending.STOPPED;
    }

    private static Watcher reportingTo(Progress progress) {
        return new Watcher() {
            private double fraction;

            @Override
            public void onState(SeriesResults results, Collection<Slurm.Job> queue) {
                double done = results.runs().stream()
                        .mapToDouble(RunOutcome::fraction)
                        .sum();
                fraction = done / results.runs().size();
                String waiting = Slurm.summary(queue);
                progress.report(
                        fraction,
                        waiting.isEmpty()
                                ? Texts.of("series.slurm.progress", results.countsText())
                                : Texts.of("series.slurm.progressAndQueue", results.countsText(), waiting));
            }

            @Override
            public void onSilence(Problem why) {
                progress.report(fraction, why.getMessage());
            }
        };
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
