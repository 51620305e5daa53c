package org.maferstudio.series.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.series.FakeRuns;
import org.maferstudio.series.LocalRunner;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.Slurm;
import org.maferstudio.series.SlurmOptions;

/** A scheduler that only answers, and a host that does not. */
class PlacedSeriesTest {
    private static final SlurmOptions JOBS = new SlurmOptions("", "", 1, "", "", 0, List.of(), List.of());

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private final Slurm slurm = new Slurm(this::answer);
    private String queue = "";
    private int submissions = 100;
    private Series series;

    private Slurm.Answer answer(List<String> command) {
        asked.add(String.join(" ", command));
        return switch (command.get(0)) {
            case "sbatch" -> new Slurm.Answer(0, submissions++ + "\n");
            case "squeue" -> new Slurm.Answer(0, queue);
            default -> new Slurm.Answer(0, "");
        };
    }

    @BeforeEach
    void makeSeries() {
        series = Series.create(
                folder.resolve("a series"), Recipe.DEFAULT, new SeriesPlan(3, Fold.By.IMAGE, List.of(17L, 18L)));
        SeriesExecution.on(JOBS).store(series);
    }

    private PlacedSeries placed() {
        return new PlacedSeries(series, Optional.empty(), slurm);
    }

    @Test
    void whatIsInTheQueueIsFollowedUntilTheJobsHaveEndedAndAStopCancelsThem() throws IOException {
        assertEquals(Optional.of(6), placed().submit(series.runs(), Progress.NONE));
        queue = "105|100|2|RUNNING|None\n110|100|6|PENDING|Resources\n";
        PlacedSeries submitted = placed();
        assertTrue(PlacedSeries.isOnCluster(series));
        assertTrue(submitted.isBusy());
        List<String> said = new ArrayList<>();
        boolean[] stop = {false};
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String message) {
                said.add(message);
                stop[0] = true;
                if (asked.contains("scancel 100_2 100_6")) {
                    queue = "";
                }
            }

            @Override
            public boolean stopRequested() {
                return stop[0];
            }
        };
        assertEquals(LocalRunner.Ending.STOPPED, submitted.follow(progress));
        assertEquals("On Slurm: 6 runs: 6 waiting; in the queue: 1 pending (Resources), 1 running", said.get(0));
        stop[0] = true;
        series.runs().forEach(run -> FakeRuns.finish(series, run, 10, 0.5));
        assertEquals(LocalRunner.Ending.DONE, submitted.follow(Progress.NONE));
    }

    @Test
    void aJobThatCouldNotStartGivesTheLastLineOfItsLog() throws IOException {
        assertEquals(Optional.of(6), placed().submit(series.runs(), Progress.NONE));
        Path log = series.experiment().folder().resolve("logs/run-0002.txt");
        Files.writeString(log, "starting\nmodule: command not found\n");
        assertEquals(LocalRunner.Ending.FAILED, placed().follow(Progress.NONE));
        RunOutcome failure = SeriesResults.states(series).firstFailure().orElseThrow();
        assertEquals(2, failure.run().number());
        assertEquals("module: command not found", failure.problem());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aHostThatDoesNotAnswerIsAskedAgainAndItsSeriesCountsAsBusy() throws IOException {
        RemoteHost host = RemoteHost.asked("cluster", "/series", "", "mafer", RemoteHost.Inputs.EXPECT);
        FakeHost fake = new FakeHost(folder.resolve("host"));
        fake.script("ssh", "echo no route; exit 255");
        PlacedSeries placed = new PlacedSeries(
                series,
                Optional.of(new RemoteSeries(series, host, fake.ssh())),
                new Slurm(command -> new Slurm.Answer(255, "")));
        assertFalse(placed.isBusy());
        new SeriesExecution(
                        SeriesExecution.Where.SLURM,
                        1,
                        0,
                        JOBS,
                        List.of(new SeriesExecution.Submission("17", "18", List.of(1))))
                .store(series);
        assertTrue(placed.isBusy());
        List<String> silence = new ArrayList<>();
        placed.watch(
                new PlacedSeries.Watcher() {
                    @Override
                    public void onState(SeriesResults results, Collection<Slurm.Job> jobs) {
                        throw new AssertionError("nothing was fetched");
                    }

                    @Override
                    public void onSilence(Problem why) {
                        silence.add(why.getMessage());
                    }
                },
                () -> !silence.isEmpty());
        assertEquals(1, silence.size());
    }
}
