package org.maferstudio.cli.options;

import java.util.List;
import org.maferstudio.job.Problem;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SlurmOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the runs of a series are trained. */
public final class ExecutionOptions {
    private static final int MOST_AT_ONCE = 1000;
    private static final int CPUS = 2;

    @Option(
            names = "--on",
            paramLabel = "local|slurm",
            description = "Where to train the runs of a series: local, in processes of their own on this computer, or "
                    + "slurm, as jobs of a cluster (default: local).")
    private String where;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "Number of runs that are trained at the same time (default: 1, on a cluster as many as it "
                    + "allows). The results do not depend on it. On one computer, several are fastest with "
                    + "--threads 1.")
    private Integer atOnce;

    @Option(
            names = "--halving",
            arity = "0..1",
            fallbackValue = "3",
            paramLabel = "FACTOR",
            description = "Successive halving: train all settings for a few epochs, the best of them FACTOR times as "
                    + "long, and so on, and only the best of those to the end (default factor: 3).")
    private Integer halving;

    @Option(names = "--partition", paramLabel = "NAME", description = "Slurm: partition of the jobs.")
    private String partition = "";

    @Option(names = "--gpus", paramLabel = "N", description = "Slurm: GPUs of each job, such as 1 or a100:1.")
    private String gpus = "";

    @Option(
            names = "--cpus",
            paramLabel = "N",
            description = "Slurm: processors of each job; also its --threads, unless given (default: --threads, or 2).")
    private Integer cpus;

    @Option(names = "--memory", paramLabel = "SIZE", description = "Slurm: memory of each job, such as 8G.")
    private String memory = "";

    @Option(
            names = "--time",
            paramLabel = "LIMIT",
            description = "Slurm: time limit of each job, such as 4:00:00. Two minutes before it, a run saves and is "
                    + "queued again.")
    private String time = "";

    @Option(
            names = "--sbatch",
            paramLabel = "OPTION",
            description = "Slurm: a further option of sbatch, such as --sbatch=--account=lab; can be repeated.")
    private List<String> sbatch = List.of();

    @Option(
            names = "--setup",
            paramLabel = "LINE",
            description = "Slurm: a line of shell that each job runs first, such as \"module load java/17\"; can be "
                    + "repeated.")
    private List<String> setup = List.of();

    @Mixin
    private final RemoteOptions remote = new RemoteOptions();

    /** Whether one of the options was given. */
    public boolean isGiven() {
        return where != null || atOnce != null || halving != null || remote.isGiven();
    }

    /** The cluster that is reached by ssh. */
    public RemoteOptions remote() {
        return remote;
    }

    /**
     * The number of threads of a run on a cluster, whose computers have another number of processors than this one.
     *
     * @param given by the recipe; 0 if it names none
     */
    public int threads(int given) {
        return given == 0 && "slurm".equals(where) ? cpus(given) : given;
    }

    private int cpus(int threads) {
        return cpus != null ? cpus : threads > 0 ? threads : CPUS;
    }

    /**
     * What was asked for.
     *
     * @param threads of the recipe
     * @throws Problem if a value is not allowed
     */
    public SeriesExecution execution(int threads) {
        SeriesExecution asked = place(threads);
        return halving == null ? asked : asked.halvedBy(halving);
    }

    private SeriesExecution place(int threads) {
        if (where != null && !where.equals("local") && !where.equals("slurm")) {
            throw Problem.input("--on must be local or slurm, got " + where + ".");
        }
        if (atOnce != null && (atOnce < 1 || atOnce > MOST_AT_ONCE)) {
            throw Problem.input("--at-once must be from 1 to " + MOST_AT_ONCE + ", got " + atOnce + ".");
        }
        if (!"slurm".equals(where)) {
            if (remote.isGiven()) {
                throw Problem.input("--via submits the runs to a cluster. Add --on slurm.");
            }
            return SeriesExecution.local(atOnce == null ? 1 : atOnce);
        }
        return SeriesExecution.on(new SlurmOptions(
                partition, gpus, cpus(threads), memory, time, atOnce == null ? 0 : atOnce, sbatch, setup));
    }
}
