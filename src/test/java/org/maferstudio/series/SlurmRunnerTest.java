package org.maferstudio.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;

/** A scheduler that only answers. */
class SlurmRunnerTest {
    private static final SlurmOptions OPTIONS = new SlurmOptions(
            "gpu", "a100:1", 4, "8G", "1:00:00", 3, List.of("--account=lab 7"), List.of("module load java"));

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private final Slurm slurm = new Slurm(this::answer);
    private String queue = "";
    private int submissions = 100;
    private int queueCode;
    private Series series;

    private Slurm.Answer answer(List<String> command) {
        asked.add(String.join(" ", command));
        return switch (command.get(0)) {
            case "sbatch" ->
                command.stream().anyMatch(word -> word.startsWith("--dependency=afterany:666"))
                        ? new Slurm.Answer(1, "sbatch: error: Batch job submission failed")
                        : new Slurm.Answer(0, submissions++ + ";cluster\n");
            case "squeue" -> new Slurm.Answer(queueCode, queue);
            default -> new Slurm.Answer(0, "");
        };
    }

    @BeforeEach
    void makeSeries() {
        series = Series.create(
                folder.resolve("a series"), Recipe.DEFAULT, new SeriesPlan(3, Fold.By.IMAGE, List.of(17L, 18L)));
    }

    private int submit() {
        return new SlurmRunner(series, slurm).submit(SeriesExecution.on(OPTIONS), series.runs());
    }

    @Test
    void theScriptReplacesItselfByTheProgramAndAsksForWhatWasGiven() throws IOException {
        assertEquals(6, submit());
        List<String> script = Files.readAllLines(series.experiment().folder().resolve("slurm/tasks.sh"));
        assertEquals(
                List.of(
                        "#!/bin/sh",
                        "#SBATCH --partition=gpu",
                        "#SBATCH --gpus=a100:1",
                        "#SBATCH --cpus-per-task=4",
                        "#SBATCH --mem=8G",
                        "#SBATCH --time=1:00:00",
                        "#SBATCH --requeue",
                        "#SBATCH --open-mode=append",
                        "#SBATCH --signal=B:TERM@120",
                        "#SBATCH --account=lab 7",
                        "module load java"),
                script.subList(0, 11));
        String last = script.get(11);
        assertTrue(last.startsWith("exec "), last);
        assertTrue(last.endsWith("run-task '" + series.experiment().folder() + "' \"$SLURM_ARRAY_TASK_ID\""), last);
        String place = series.experiment().folder().toString();
        assertTrue(
                asked.contains("sbatch --parsable --job-name=mafer-a series --array=1-6%3 --output=" + place
                        + "/logs/run-%4a.txt " + place + "/slurm/tasks.sh"),
                asked.toString());
        assertTrue(asked.stream().anyMatch(command -> command.contains("--dependency=afterany:100")), asked.toString());
        assertTrue(SeriesExecution.of(series).isJob("100_6", 6));
    }

    @Test
    void onlyWhatIsNeitherFinishedNorInTheQueueIsSubmittedAgain() throws IOException {
        submit();
        FakeRuns.finish(series, series.runs().get(0), 10, 0.5);
        Path ended = series.folder(series.runs().get(3));
        Experiment begun = series.member(series.runs().get(3));
        begun.update(manifest -> manifest.with(manifest.state().as(RunStatus.RUNNING)));
        Files.writeString(ended.resolve(".writer.json"), "{\"host\": \"node\", \"process\": 7, \"job\": \"100_4\"}");
        assertEquals(RunStatus.RUNNING, begun.status(), "as far as is known");
        queue =
                """
                105|100|2|RUNNING|None
                106|100|3|PENDING|Priority
                107|100|5|CANCELLED|None
                100|100|6|FAILED|NonZeroExitCode
                """;
        assertEquals(3, submit());
        assertTrue(asked.stream().anyMatch(command -> command.contains("--array=4-6%3")), asked.toString());
        assertEquals(RunStatus.INTERRUPTED, begun.status(), "its job has left the queue");
        SeriesExecution stored = SeriesExecution.of(series);
        assertEquals(List.of("100", "102"), stored.jobs());
        assertEquals(List.of(4, 5, 6), stored.submitted().get(1).runs());
    }

    @Test
    void nothingIsSubmittedWhileTheSchedulerDoesNotAnswer() {
        submit();
        queueCode = 1;
        queue = "slurm_load_jobs error: Unable to contact slurm controller";
        assertThrows(Problem.class, this::submit);
        queue = "slurm_load_jobs error: Invalid job id specified";
        assertEquals(6, submit(), "it has forgotten the old jobs");
    }

    @Test
    void anArrayThatCannotBeGatheredIsNotLeftInTheQueue() {
        submissions = 666;
        assertThrows(Problem.class, this::submit);
        assertTrue(asked.contains("scancel 666"), asked.toString());
        assertEquals(List.of(), SeriesExecution.of(series).jobs());
    }

    @Test
    void jobsAreCancelledByArrayAndIndex() {
        submit();
        queue = "105|100|2|RUNNING|None\n100|100|6|PENDING|Resources\n107|100|5|COMPLETED|None\n";
        assertEquals(2, new SeriesControl(series, slurm).cancel(series.runs()));
        assertTrue(asked.contains("scancel 100_2 100_6"), asked.toString());
    }

    @Test
    void aJobThatIsEndingIsNotQueuedAgain() {
        queue = "RUNNING\n";
        assertTrue(slurm.requeue("100_2"));
        assertTrue(asked.contains("scontrol requeue 100_2"), asked.toString());
        asked.clear();
        queue = "COMPLETING\n";
        assertFalse(slurm.requeue("100_2"));
        assertEquals(1, asked.size());
    }

    @Test
    void numbersAreWrittenAsRanges() {
        assertEquals("1-3,7,9-10", SlurmRunner.ranges(List.of(1, 2, 3, 7, 9, 10)));
        assertEquals(
                "1-1000",
                SlurmRunner.ranges(IntStream.rangeClosed(1, 1000).boxed().toList()));
    }

    @Test
    void anOptionHasNoLineBreak() {
        assertThrows(Problem.class, () -> new SlurmOptions("a\nrm -r x", "", 1, "", "", 0, List.of(), List.of()));
        assertThrows(Problem.class, () -> new SlurmOptions("", "", 0, "", "", 0, List.of(), List.of()));
    }
}
