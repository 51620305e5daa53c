package org.maferstudio.cli;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.maferstudio.cli.output.Console;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.series.SeriesControl;
import org.maferstudio.series.Slurm;
import org.maferstudio.series.remote.RemoteSeries;

/** What the host of a series has to say; a series that is not trained through a host is always up to date. */
final class RemoteUpdates {
    private final Optional<RemoteSeries> remote;
    private final SeriesControl control;
    private final Console console;
    private String failure = "";

    RemoteUpdates(Series series, Console console) {
        this.remote = RemoteSeries.of(series);
        this.control = new SeriesControl(series, remote.map(RemoteSeries::slurm).orElseGet(Slurm::new));
        this.console = console;
    }

    /** Whether there is a host. */
    boolean isRemote() {
        return remote.isPresent();
    }

    /** Stops runs, and says what the scheduler has. */
    SeriesControl control() {
        return control;
    }

    /**
     * Fetches what has changed.
     *
     * @param networks the runs whose networks are fetched, too
     * @throws Problem if the host does not answer
     */
    void fetch(Collection<SeriesRun> networks) {
        remote.ifPresent(host -> host.fetchWithNetworks(networks, console.progress("fetch")));
    }

    /** The same; a host that does not answer is reported once. Whether it has answered. */
    boolean isFetched() {
        try {
            fetch(List.of());
            failure = "";
            return true;
        } catch (Problem e) {
            if (!failure.equals(e.getMessage()) && !console.stopRequested()) {
                failure = e.getMessage();
                console.message(failure + " What was fetched before is shown.");
            }
            return false;
        }
    }
}
