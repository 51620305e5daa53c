package org.maferstudio.series.remote;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.ShellWords;
import org.maferstudio.series.Slurm;
import org.maferstudio.series.SlurmOptions;
import org.maferstudio.texts.Texts;

/**
 * A series of this computer that a cluster trains, which is reached by ssh. In a shared folder, only commands go to the
 * host; otherwise the plan is sent and experiments are fetched.
 */
public final class RemoteSeries {
    private static final int NO_COMMAND = 127;

    private final Series series;
    private final RemoteHost remote;
    private final Ssh ssh;

    private RemoteSeries(Series series, RemoteHost remote) {
        this(series, remote, new Ssh(remote.host(), setup(series)));
    }

    RemoteSeries(Series series, RemoteHost remote, Ssh ssh) {
        this.series = series;
        this.remote = remote;
        this.ssh = ssh;
    }

    private static List<String> setup(Series series) {
        return Optional.ofNullable(SeriesExecution.of(series).slurm())
                .map(SlurmOptions::setup)
                .orElse(List.of());
    }

    /**
     * The remote series in a folder; empty if it is not trained through a host, or the folder is shared and this computer
     * is part of the cluster.
     *
     * @throws Problem if a file of the series is damaged
     */
    public static Optional<RemoteSeries> of(Series series) {
        return RemoteHost.of(series)
                .filter(remote -> !remote.isShared() || !Slurm.isHere())
                .map(remote -> new RemoteSeries(series, remote));
    }

    /**
     * Lets a host train a series.
     *
     * @param checked see {@link RemoteCheck}
     * @throws Problem if another host trains it
     */
    public static RemoteSeries on(RemoteHost checked, Series series) {
        Optional<RemoteHost> before = RemoteHost.of(series);
        if (before.filter(known -> !known.isSamePlace(checked)).isPresent()) {
            throw Problem.input(Texts.of(
                    "series.remote.error.otherHost",
                    series.experiment(),
                    before.get().host(),
                    before.get().folder()));
        }
        RemoteHost known = checked.withPlan(before.map(RemoteHost::plan).orElse(""));
        known.store(series);
        return new RemoteSeries(series, known);
    }

    /** Its host. */
    public RemoteHost remote() {
        return remote;
    }

    /** The commands of Slurm on the host. */
    public Slurm slurm() {
        return new Slurm(ssh::slurm);
    }

    /**
     * Submits the runs that are neither finished nor in the queue.
     *
     * @return the number of runs that were submitted; empty if a stop was requested while something was sent
     * @throws Problem if the host cannot be reached, refuses the jobs, or lacks something that they need
     */
    public Optional<Integer> submit(List<SeriesRun> runs, Progress progress) {
        RemotePlan plan = new RemotePlan(series, remote);
        if (remote.isShared()) {
            plan.checkShared(ssh);
        } else {
            RemoteInputs needed = new RemoteInputs(remote);
            Set<String> paths = needed.here(runs);
            if (remote.inputs() == RemoteHost.Inputs.SEND && !needed.send(ssh, paths, progress)) {
                return Optional.empty();
            }
            needed.check(ssh, paths);
            plan.send(ssh).store(series);
        }
        int before = submitted();
        String numbers =
                runs.stream().map(run -> Integer.toString(run.number())).collect(Collectors.joining(","));
        String folder = remote.isShared() ? series.experiment().folder().toString() : remote.folder();
        Ssh.Answer answer = ssh.run(ShellWords.of(remote.program(), "series", folder, "--retry", "--task", numbers));
        if (answer.code() != 0) {
            throw Problem.failure(
                    answer.code() == NO_COMMAND
                            ? Texts.of("series.remote.error.noProgram", remote.host(), remote.program())
                            : Texts.of("series.remote.error.command", remote.host(), answer.reason()));
        }
        fetch(progress);
        return Optional.of(submitted() - before);
    }

    /** The number of runs in all submissions. */
    private int submitted() {
        return SeriesExecution.of(series).submitted().stream()
                .mapToInt(each -> each.runs().size())
                .sum();
    }

    /**
     * Fetches what has changed on the host, without networks. Does nothing in a shared folder.
     *
     * @throws Problem if the host cannot be reached
     */
    public void fetch(Progress progress) {
        fetchWithNetworks(List.of(), progress);
    }

    /** Fetches what has changed on the host, with the networks of some runs. Does nothing in a shared folder. */
    public void fetchWithNetworks(Collection<SeriesRun> runs, Progress progress) {
        if (!remote.isShared()) {
            new RemoteFetch(series, remote, ssh, new RemoteFiles(series).with(runs)).run(progress);
        }
    }
}
