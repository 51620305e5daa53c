package org.maferstudio.series;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * What each job of a cluster asks the scheduler for. Empty texts leave it to the cluster.
 *
 * @param partition such as {@code gpu}
 * @param gpus number of GPUs, such as {@code 1} or {@code a100:1}
 * @param cpus number of processors, at least 1; also the number of threads where the recipe names none
 * @param memory such as {@code 8G}
 * @param time limit, such as {@code 4:00:00}; before it, a run saves and is queued again
 * @param atOnce number of jobs at the same time; 0 for as many as the cluster runs
 * @param sbatch further options of sbatch, such as {@code --account=lab}
 * @param setup lines of shell that a job runs first, such as {@code module load java}
 */
public record SlurmOptions(
        String partition,
        String gpus,
        int cpus,
        String memory,
        String time,
        int atOnce,
        List<String> sbatch,
        List<String> setup) {
    /** Signals a job so many seconds before its time limit, so that it can save. */
    private static final int SECONDS_TO_SAVE = 120;

    public SlurmOptions {
        sbatch = List.copyOf(sbatch);
        setup = List.copyOf(setup);
        if (cpus < 1) {
            throw Problem.input(Texts.of("series.slurm.error.cpus", cpus));
        }
        Stream.concat(Stream.of(partition, gpus, memory, time), sbatch.stream()).forEach(SlurmOptions::checkLine);
    }

    /** The options become lines of a script. */
    private static void checkLine(String option) {
        if (option.chars().anyMatch(Character::isISOControl)) {
            throw Problem.input(Texts.of("series.slurm.error.control", option.replaceAll("\\p{Cntrl}", " ")));
        }
    }

    /** The options of sbatch for the jobs of runs, without the list of runs. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, "--partition=", partition);
        add(lines, "--gpus=", gpus);
        lines.add("--cpus-per-task=" + cpus);
        add(lines, "--mem=", memory);
        add(lines, "--time=", time);
        lines.add("--requeue");
        // A job that starts again would otherwise overwrite its log.
        lines.add("--open-mode=append");
        // To the batch shell only, which is the program after exec.
        lines.add("--signal=B:TERM@" + SECONDS_TO_SAVE);
        lines.addAll(sbatch);
        return lines;
    }

    private static void add(List<String> lines, String option, String value) {
        if (!value.isBlank()) {
            lines.add(option + value.strip());
        }
    }
}
