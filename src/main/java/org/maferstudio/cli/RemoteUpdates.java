package org.maferstudio.cli;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.maferstudio.cli.output.Console;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.series.SeriesControl;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.Slurm;
import org.maferstudio.series.remote.PlacedSeries;

/** What the host of a series has to say; a series that is not trained through a host is always up to date. */
final class RemoteUpdates {
    private final PlacedSeries placed;
    private final Console console;
    private String failure = "";

    RemoteUpdates(Series series, Console console) {
        this.placed = PlacedSeries.of(series);
        this.console = console;
    }

    /** Stops runs, and says what the scheduler has. */
    SeriesControl control() {
        return placed.control();
    }

    /**
     * Fetches what has changed.
     *
     * @param networks the runs whose networks are fetched, too
     * @throws Problem if the host does not answer
     */
    void fetch(Collection<SeriesRun> networks) {
        placed.fetch(networks, console.progress("fetch"));
    }

    /** The same; a host that does not answer is reported. Whether it has answered. */
    boolean isFetched() {
        try {
            fetch(List.of());
            return true;
        } catch (Problem e) {
            report(e);
            return false;
        }
    }

    /** Looks again and again, until nothing is trained or queued, or a stop is requested. */
    void watch(BiConsumer<SeriesResults, Collection<Slurm.Job>> onState) {
        placed.watch(
                new PlacedSeries.Watcher() {
                    @Override
                    public void onState(SeriesResults results, Collection<Slurm.Job> queue) {
                        failure = "";
                        onState.accept(results, queue);
                    }

                    @Override
                    public void onSilence(Problem why) {
                        report(why);
                    }
                },
                console::stopRequested);
    }

    /** Each failure once. */
    private void report(Problem why) {
        if (!failure.equals(why.getMessage()) && !console.stopRequested()) {
            failure = why.getMessage();
            console.message(failure + " What was fetched before is shown.");
        }
    }
}
