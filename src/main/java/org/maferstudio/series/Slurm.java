package org.maferstudio.series;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** The commands of Slurm, on this computer or through a shell on another. What they say about jobs is a hint: outcomes are in the folders of the runs. */
public final class Slurm {
    /** A busy controller answers late. */
    private static final int PATIENCE_SECONDS = 60;

    private static final String QUEUE_FORMAT = "%A|%F|%K|%T|%r";
    private static final int QUEUE_FIELDS = 5;

    /** The states of jobs that are over; all others wait, run or end. */
    private static final List<String> OVER = List.of(
            "BOOT_FAIL",
            "CANCELLED",
            "COMPLETED",
            "DEADLINE",
            "FAILED",
            "NODE_FAIL",
            "OUT_OF_MEMORY",
            "PREEMPTED",
            "TIMEOUT");

    private final Function<List<String>, Answer> shell;

    /**
     * What a command printed.
     *
     * @param code its exit code
     * @param text of both streams
     */
    public record Answer(int code, String text) {}

    /**
     * A job in the queue.
     *
     * @param id such as {@code 17_3} for run 3 of the array 17
     * @param state such as {@code PENDING}
     * @param reason why it waits, such as {@code Resources}
     */
    public record Job(String id, String state, String reason) {
        /** Whether it waits, runs or is about to end. */
        public boolean isOpen() {
            return !OVER.contains(state);
        }
    }

    /** Creates access to the commands on the path. */
    public Slurm() {
        this(Slurm::run);
    }

    /**
     * Creates access to the commands of another computer.
     *
     * @param shell runs a command and its arguments
     */
    public Slurm(Function<List<String>, Answer> shell) {
        this.shell = shell;
    }

    /** Whether sbatch can be started here. */
    public static boolean isHere() {
        return run(List.of("sbatch", "--version")).code() == 0;
    }

    /**
     * Submits a job.
     *
     * @return its number
     * @throws Problem with the scheduler's words if it refuses
     */
    String submit(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("sbatch", "--parsable"));
        command.addAll(arguments);
        String answer = asked(command);
        // With several clusters, the cluster's name follows the number.
        String id = answer.lines().reduce("", (before, line) -> line).strip().replaceFirst(";.*", "");
        if (!id.matches("\\d+")) {
            throw failed("sbatch", new Answer(0, answer));
        }
        return id;
    }

    /**
     * The jobs of some arrays that the scheduler still knows, by id; finished ones leave the queue after minutes.
     *
     * @throws Problem if the scheduler does not answer
     */
    public Map<String, Job> queue(List<String> arrays) {
        Map<String, Job> jobs = new LinkedHashMap<>();
        if (arrays.isEmpty()) {
            return jobs;
        }
        Answer answer = shell.apply(
                List.of("squeue", "-h", "-r", "-t", "all", "-o", QUEUE_FORMAT, "-j", String.join(",", arrays)));
        boolean unknown = answer.text().contains("Invalid job id");
        if (answer.code() != 0 && !unknown) {
            throw failed("squeue", answer);
        }
        for (String line : answer.text().lines().toList()) {
            String[] fields = line.strip().split("\\|", -1);
            if (fields.length == QUEUE_FIELDS) {
                // The last element of an array carries the array's own number, so elements are named by array and
                // index.
                String id = fields[2].equals("N/A") ? fields[1] : fields[1] + "_" + fields[2];
                jobs.put(id, new Job(id, fields[3], fields[4]));
            }
        }
        return jobs;
    }

    /**
     * Ends jobs.
     *
     * @param jobs such as {@code 17}, a whole array, or {@code 17_3}
     */
    void cancel(List<String> jobs) {
        List<String> command = new ArrayList<>(List.of("scancel"));
        command.addAll(jobs);
        asked(command);
    }

    /**
     * Queues a job again that was asked to stop before its time limit; one that was cancelled is ending, and stays so.
     *
     * @param job such as {@code 17_3}
     * @return whether it will start again
     */
    public boolean requeue(String job) {
        Answer state = shell.apply(List.of("squeue", "-h", "-t", "all", "-o", "%T", "-j", job));
        return state.code() == 0
                && state.text().strip().equals("RUNNING")
                && shell.apply(List.of("scontrol", "requeue", job)).code() == 0;
    }

    /** How many jobs wait or run, by state, such as {@code 2 pending (Resources), 1 running}; empty without any. */
    public static String summary(Collection<Job> jobs) {
        Map<String, Long> counts = new TreeMap<>();
        jobs.stream()
                .filter(Job::isOpen)
                .map(job -> job.state().toLowerCase(Locale.ROOT)
                        + (job.reason().equals("None") ? "" : " (" + job.reason() + ")"))
                .forEach(state -> counts.merge(state, 1L, Long::sum));
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    private String asked(List<String> command) {
        Answer answer = shell.apply(command);
        if (answer.code() != 0) {
            throw failed(command.get(0), answer);
        }
        return answer.text();
    }

    private static Problem failed(String command, Answer answer) {
        return Problem.failure(
                Texts.of("series.slurm.error.command", command, answer.text().strip()));
    }

    private static Answer run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Answer(1, Texts.of("series.slurm.error.late", PATIENCE_SECONDS));
            }
            return new Answer(process.exitValue(), text);
        } catch (IOException e) {
            return new Answer(1, Texts.of("series.slurm.error.missing", command.get(0)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(1, String.valueOf(e.getMessage()));
        }
    }
}
