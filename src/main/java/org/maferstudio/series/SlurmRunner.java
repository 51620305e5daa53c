package org.maferstudio.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maferstudio.experiment.ExperimentFolders;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.experiment.WriterClaim;
import org.maferstudio.job.Problem;

/** Trains the runs of a series as the jobs of a cluster. */
public final class SlurmRunner {
    private final Series series;
    private final Slurm slurm;

    /** Creates a runner. */
    public SlurmRunner(Series series, Slurm slurm) {
        this.series = series;
        this.slurm = slurm;
    }

    /**
     * Submits the runs that are neither finished nor in the queue, as one job array, and a job that gathers the results
     * when all have ended, however they end.
     *
     * @return the number of runs that were submitted
     * @throws Problem if the scheduler refuses them; nothing stays in its queue
     */
    public int submit(SeriesExecution execution, List<SeriesRun> runs) {
        List<Integer> open = open(runs);
        if (open.isEmpty()) {
            return 0;
        }
        SlurmScripts scripts = new SlurmScripts(series, execution.slurm());
        Path folder = series.experiment().folder();
        ExperimentFolders.create(folder.resolve("logs"));
        String name = "--job-name=mafer-" + folder.getFileName();
        int atOnce = execution.slurm().atOnce();
        String job = slurm.submit(List.of(
                name,
                "--array=" + ranges(open) + (atOnce > 0 ? "%" + atOnce : ""),
                "--output=" + log(folder, "run-%4a.txt"),
                scripts.tasks().toString()));
        try {
            String gather = slurm.submit(List.of(
                    name + "-gather",
                    "--dependency=afterany:" + job,
                    "--output=" + log(folder, "gather.txt"),
                    scripts.gather().toString()));
            SeriesExecution.Submission submission = new SeriesExecution.Submission(job, gather, open);
            new SeriesExecution(execution.where(), execution.atOnce(), 0, execution.slurm(), List.of(submission))
                    .store(series);
        } catch (Problem e) {
            slurm.cancel(List.of(job));
            throw e;
        }
        return open.size();
    }

    /** The numbers of the runs to submit. The claims of jobs that have left the queue are removed. */
    private List<Integer> open(List<SeriesRun> runs) {
        SeriesExecution before = SeriesExecution.of(series);
        Map<String, Slurm.Job> queue = slurm.queue(before.jobs());
        List<Integer> open = new ArrayList<>();
        for (SeriesRun run : runs) {
            boolean queued = before.submitted().stream()
                    .map(each -> queue.get(each.job() + "_" + run.number()))
                    .anyMatch(job -> job != null && job.isOpen());
            if (!queued && !RunOutcome.state(run, series.folder(run)).isFinished()) {
                Path folder = series.folder(run);
                WriterClaim.holder(folder)
                        .filter(holder -> before.isJob(holder.job(), run.number()))
                        .ifPresent(ended -> WriterClaim.remove(folder));
                open.add(run.number());
            }
        }
        return open;
    }

    /**
     * Ends the jobs of some runs. The job that gathers the results stays, and starts when all have ended.
     *
     * @return the number of jobs
     */
    public int cancel(List<SeriesRun> runs) {
        SeriesExecution execution = SeriesExecution.of(series);
        Map<String, Slurm.Job> queue = slurm.queue(execution.jobs());
        List<String> jobs = new ArrayList<>();
        for (SeriesExecution.Submission each : execution.submitted()) {
            runs.stream()
                    .map(run -> each.job() + "_" + run.number())
                    .filter(id -> queue.containsKey(id) && queue.get(id).isOpen())
                    .forEach(jobs::add);
        }
        if (!jobs.isEmpty()) {
            slurm.cancel(jobs);
        }
        return jobs.size();
    }

    /** The jobs of the series that the scheduler knows, by id such as {@code 17_3}. */
    public Map<String, Slurm.Job> queue() {
        return slurm.queue(SeriesExecution.of(series).jobs());
    }

    /** In names of logs, the scheduler replaces what follows a percent sign. */
    private static String log(Path folder, String name) {
        return folder.toString().replace("%", "%%") + "/logs/" + name;
    }

    /** Numbers as the scheduler writes them, such as {@code 1-3,7}. */
    static String ranges(List<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            int first = numbers.get(i);
            while (i + 1 < numbers.size() && numbers.get(i + 1) == numbers.get(i) + 1) {
                i++;
            }
            int last = numbers.get(i);
            text.append(text.isEmpty() ? "" : ",").append(first).append(last > first ? "-" + last : "");
        }
        return text.toString();
    }
}
