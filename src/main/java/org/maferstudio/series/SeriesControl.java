package org.maferstudio.series;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.experiment.WriterClaim;
import org.maferstudio.job.Problem;

/** Stops the runs of a series wherever they are trained, and says which of them the scheduler of a cluster has. */
public final class SeriesControl {
    private final Series series;
    private final SlurmRunner slurm;
    private final boolean submitted;

    /** Creates the control of a series. */
    public SeriesControl(Series series, Slurm slurm) {
        this.series = series;
        this.slurm = new SlurmRunner(series, slurm);
        this.submitted = !SeriesExecution.of(series).submitted().isEmpty();
    }

    /**
     * The runs with these numbers; all of them if there are none.
     *
     * @throws Problem if a run does not exist
     */
    public static List<SeriesRun> runs(Series series, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return series.runs();
        }
        return numbers.stream()
                .map(number -> new SeriesTask(series, number).run())
                .toList();
    }

    /**
     * Asks runs to save and end: jobs of a cluster, and processes on this computer. A process of another computer is not
     * reached.
     *
     * @param runs of the series; with all of them, also the process that starts them
     * @return the number of jobs, and of processes on this computer, that were asked
     */
    public int cancel(List<SeriesRun> runs) {
        int jobs = submitted ? slurm.cancel(runs) : 0;
        boolean all = runs.size() == series.runs().size();
        // The process that starts the others asks them itself, and each only once.
        int starters = all ? asked(List.of(series.experiment().folder())) : 0;
        return jobs
                + (starters > 0
                        ? starters
                        : asked(runs.stream().map(series::folder).toList()));
    }

    private static int asked(List<Path> folders) {
        Set<Long> processes = new HashSet<>();
        for (Path folder : folders) {
            WriterClaim.holder(folder)
                    // The scheduler ends its own.
                    .filter(holder -> holder.job().isEmpty())
                    .flatMap(WriterClaim.Holder::handle)
                    .filter(ProcessHandle::destroy)
                    .ifPresent(process -> processes.add(process.pid()));
        }
        return processes.size();
    }

    /** The jobs of the series that the scheduler knows, by id such as {@code 17_3}; none where the scheduler does not answer. */
    public Map<String, Slurm.Job> queue() {
        if (!submitted) {
            return Map.of();
        }
        try {
            return slurm.queue();
        } catch (Problem e) {
            return Map.of();
        }
    }

    /**
     * Whether a run is trained, waits in a queue, or a process on this computer starts runs.
     *
     * @param jobs what {@link #queue} answered
     */
    public boolean isBusy(SeriesResults results, Collection<Slurm.Job> jobs) {
        return results.isRunning()
                || jobs.stream().anyMatch(Slurm.Job::isOpen)
                || WriterClaim.holder(series.experiment().folder()).isPresent();
    }
}
