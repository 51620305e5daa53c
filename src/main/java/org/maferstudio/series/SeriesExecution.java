package org.maferstudio.series;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Where the runs of a series are trained: {@code execution.json} in its folder, so that they can be retried the same way.
 *
 * @param where this computer or a cluster
 * @param atOnce number of runs at the same time on this computer
 * @param halving by which factor {@link Halving} drops settings; 0 to train all of them to the end
 * @param slurm the options of jobs; null on this computer
 * @param submitted the job arrays so far, in order
 */
public record SeriesExecution(Where where, int atOnce, int halving, SlurmOptions slurm, List<Submission> submitted) {
    private static final SeriesJson FILE = new SeriesJson("execution.json");

    /** Where runs are trained. */
    public enum Where {
        LOCAL,
        SLURM
    }

    /**
     * A job array.
     *
     * @param job its number
     * @param gather the number of the job that gathers the results
     * @param runs the numbers of its runs
     */
    public record Submission(String job, String gather, List<Integer> runs) {}

    public SeriesExecution {
        submitted = submitted == null ? List.of() : List.copyOf(submitted);
    }

    /** On this computer. */
    public static SeriesExecution local(int atOnce) {
        return new SeriesExecution(Where.LOCAL, atOnce, 0, null, List.of());
    }

    /**
     * The same with successive halving.
     *
     * @param factor by which settings become fewer and epochs more in each round, at least 2
     * @throws Problem if it is less, or on a cluster, whose jobs do not wait for each other
     */
    public SeriesExecution halvedBy(int factor) {
        if (factor < 2) {
            throw Problem.input(Texts.of("series.halving.error.factor", factor));
        }
        if (where == Where.SLURM) {
            throw Problem.input(Texts.of("series.halving.error.slurm"));
        }
        return new SeriesExecution(where, atOnce, factor, slurm, submitted);
    }

    /** The same with another number of runs at once. */
    public SeriesExecution atOnce(int other) {
        return new SeriesExecution(where, other, halving, slurm, submitted);
    }

    /** On a cluster. */
    public static SeriesExecution on(SlurmOptions options) {
        return new SeriesExecution(Where.SLURM, 1, 0, options, List.of());
    }

    /**
     * Reads how a series was executed; one after another if that was never stored.
     *
     * @throws Problem if the file is damaged
     */
    public static SeriesExecution of(Series series) {
        return FILE.read(series, SeriesExecution.class).orElseGet(() -> local(1));
    }

    /** Stores it with the jobs that the series already has. */
    public SeriesExecution store(Series series) {
        List<Submission> all = new ArrayList<>(of(series).submitted());
        submitted.stream().filter(each -> !all.contains(each)).forEach(all::add);
        SeriesExecution stored = new SeriesExecution(where, atOnce, halving, slurm, all);
        FILE.write(series, stored);
        return stored;
    }

    /** The numbers of all job arrays. */
    List<String> jobs() {
        return submitted.stream().map(Submission::job).toList();
    }

    /** Whether a job, such as {@code 17_3}, was submitted for a run. */
    public boolean isJob(String job, int run) {
        return submitted.stream().anyMatch(each -> job.equals(each.job() + "_" + run));
    }
}
