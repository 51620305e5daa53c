package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maferstudio.cli.options.RemoteOptions;
import org.maferstudio.cli.output.Console;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Problem;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.Slurm;
import org.maferstudio.series.SlurmOptions;
import org.maferstudio.series.remote.RemoteHost;
import org.maferstudio.series.remote.RemoteSeries;

/** Where a new or longer series is trained: the host of a cluster is looked at before anything is planned. */
final class SeriesPlace {
    private final RemoteOptions options;
    private final SeriesExecution execution;
    private final Path folder;
    private final Console console;
    private Optional<RemoteHost> host = Optional.empty();

    SeriesPlace(RemoteOptions options, SeriesExecution execution, Path folder, Console console) {
        this.options = options;
        this.execution = execution;
        this.folder = folder;
        this.console = console;
    }

    /**
     * Checks it; what a host has trained of the series so far is fetched.
     *
     * @throws Problem if there is no cluster
     */
    void check() {
        host = options.checked(
                Optional.ofNullable(execution.slurm()).map(SlurmOptions::setup).orElse(List.of()));
        Optional<RemoteSeries> known =
                Series.isSeries(folder) ? RemoteSeries.of(Series.open(folder)) : Optional.empty();
        known.ifPresent(remote -> remote.fetch(console.progress("fetch")));
        if (execution.where() == SeriesExecution.Where.SLURM && host.isEmpty() && known.isEmpty() && !Slurm.isHere()) {
            throw Problem.input(
                    "There is no Slurm on this computer (sbatch is not on the path). Name the login node of a "
                            + "cluster with --via, or use --on local.");
        }
    }

    /** Stores it in the series. */
    void store(Series series) {
        host.ifPresent(known -> RemoteSeries.on(known, series));
        execution.store(series);
    }
}
