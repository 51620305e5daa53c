package org.maferstudio.series.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.series.FakeRuns;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.SlurmOptions;

/** A laptop and a cluster that share nothing, on this computer. */
@EnabledOnOs(OS.LINUX)
class RemoteSeriesTest {
    private static final SlurmOptions JOBS = new SlurmOptions("", "", 1, "", "", 0, List.of(), List.of());

    @TempDir
    private Path folder;

    private FakeHost fake;
    private Path there;
    private Path data;
    private Series series;
    private RemoteHost host;

    @BeforeEach
    void aSeries() throws IOException {
        fake = new FakeHost(folder.resolve("host"));
        there = fake.home().resolve("it's \"a\" $HOME/series");
        fake.program("MAFER Studio (not packaged)", submitting());
        data = folder.resolve("laptop/my faces.csv");
        Files.createDirectories(data.getParent());
        Files.writeString(data, "emotion,pixels\n");
        Recipe recipe = RecipeJson.change(
                Recipe.DEFAULT.on(DatasetSource.of(data.toString())),
                Map.of("network.base", folder.resolve("laptop/base.safetensors").toString()));
        series = Series.create(folder.resolve("laptop/series"), recipe, new SeriesPlan(2, Fold.By.IMAGE, List.of(17L)));
        SeriesExecution.on(JOBS).store(series);
        host = RemoteHost.asked("cluster", there.toString(), fake.home() + "/data", "mafer", RemoteHost.Inputs.EXPECT);
    }

    /** A {@code mafer} that writes what was submitted where the real one does. */
    private String submitting() {
        return "cd \"$2\" && sed -i 's/\"submitted\": \\[\\]/\"submitted\": [{\"job\": \"17\", \"gather\": \"18\", \"runs\":"
                + " [1, 2]}]/' execution.json";
    }

    private RemoteSeries remote() {
        return new RemoteSeries(series, RemoteHost.of(series).orElse(host), fake.ssh());
    }

    private Optional<Integer> submit(RemoteHost.Inputs inputs) {
        RemoteHost known = RemoteHost.of(series).orElse(host);
        RemoteHost asked =
                new RemoteHost(known.host(), known.folder(), known.data(), known.program(), inputs, known.plan());
        return new RemoteSeries(series, asked, fake.ssh()).submit(series.runs(), Progress.NONE);
    }

    private String problem(RemoteHost.Inputs inputs) {
        return assertThrows(Problem.class, () -> submit(inputs)).getMessage();
    }

    private void sent() throws IOException {
        Files.writeString(data.resolveSibling("base.safetensors"), "weights");
        assertEquals(Optional.of(2), submit(RemoteHost.Inputs.SEND));
        fake.asks();
    }

    @Test
    void theHostGetsThePlanWithItsOwnPathsAndSubmitsIt() throws IOException {
        Files.writeString(data.resolveSibling("base.safetensors"), "weights");
        assertTrue(problem(RemoteHost.Inputs.EXPECT).contains("home/data/my faces.csv"));
        assertFalse(Files.exists(there), "nothing is planned there");
        assertEquals(Optional.of(2), submit(RemoteHost.Inputs.SEND));
        List<String> asks = fake.asks();
        assertEquals(
                List.of("mafer", "series", there.toString(), "--retry", "--task", "1,2"),
                asks.subList(asks.indexOf("mafer"), asks.indexOf("mafer") + 6));
        Series planned = Series.open(there);
        for (SeriesRun run : planned.runs()) {
            assertEquals(
                    List.of(fake.home() + "/data/my faces.csv"),
                    run.recipe().dataset().paths());
            assertEquals(
                    fake.home() + "/data/base.safetensors",
                    run.recipe().network().base());
        }
        assertEquals("emotion,pixels\n", Files.readString(fake.home().resolve("data/my faces.csv")));
        assertEquals("17", SeriesExecution.of(series).submitted().get(0).job());
        assertEquals(
                List.of(data.toString()),
                series.runs().get(0).recipe().dataset().paths(),
                "here, they stay");
    }

    @Test
    void onlyAnEmptyFolderOrTheSamePlanIsReplaced() throws IOException {
        Files.createDirectories(there);
        Files.writeString(there.resolve("thesis.tex"), "");
        Files.writeString(data.resolveSibling("base.safetensors"), "weights");
        assertTrue(problem(RemoteHost.Inputs.SEND).contains("Choose another --remote-dir"));
        Files.delete(there.resolve("thesis.tex"));
        sent();
        series = series.plus(
                List.of(new SeriesRun(3, "more", series.recipe())), series.plan(), List.of("course.epochs"));
        submit(RemoteHost.Inputs.EXPECT);
        assertEquals(3, Series.open(there).runs().size());
        Files.writeString(there.resolve("series.json"), "{}");
        assertTrue(problem(RemoteHost.Inputs.EXPECT).contains("or the series was changed there"));
    }

    @Test
    void experimentsAreFetchedOnceAndLookAsIfTheyWereTrainedHere() throws IOException {
        sent();
        Series planned = Series.open(there);
        Experiment first = FakeRuns.finish(planned, planned.runs().get(0), 10, 0.7);
        Experiment second = planned.member(planned.runs().get(1));
        second.update(manifest -> manifest.with(manifest.state().as(RunStatus.RUNNING)));
        Files.writeString(second.folder().resolve(".writer.json"), "{\"host\": \"node\", \"process\": 7}");
        Files.writeString(first.folder().resolve("checkpoints/best.safetensors"), "network");
        Files.writeString(first.folder().resolve("stray.bin"), "x");
        Files.createDirectories(there.resolve("other"));
        Files.writeString(there.resolve("other/experiment.json"), "{}");
        remote().fetch(Progress.NONE);

        SeriesResults results = SeriesResults.read(series);
        assertEquals(Map.of(RunStatus.FINISHED, 1L, RunStatus.RUNNING, 1L), results.counts());
        assertEquals(0.7, results.runs().get(0).measures().get("accuracy"), 1e-12);
        Experiment here = Experiment.open(series.folder(series.runs().get(0)));
        assertEquals(
                List.of(data.toString()), here.manifest().recipe().dataset().paths());
        assertFalse(here.hasNetwork());
        assertFalse(Files.exists(here.folder().resolve("stray.bin")));
        assertFalse(Files.exists(series.experiment().folder().resolve("other")));

        here.writeNotes("mine");
        here.update(ExperimentManifest::withTestEvaluation);
        fake.asks();
        remote().fetch(Progress.NONE);
        assertEquals(1, fake.asks().stream().filter("cluster"::equals).count(), "it only lists");

        Files.delete(second.folder().resolve(".writer.json"));
        first.update(manifest -> manifest.with(manifest.state().as(RunStatus.STOPPED)));
        remote().fetchWithNetworks(series.runs(), Progress.NONE);
        assertEquals(
                Map.of(RunStatus.STOPPED, 1L, RunStatus.INTERRUPTED, 1L),
                SeriesResults.read(series).counts());
        assertEquals("mine", here.notes());
        assertEquals(1, here.manifest().testEvaluations());
        assertTrue(here.hasNetwork());
    }

    @Test
    void whatTheHostGathersIsGatheredHere() throws IOException {
        sent();
        FakeRuns.finishAll(Series.open(there), 10, run -> 0.5);
        Files.writeString(there.resolve("summary.json"), "{\"folder\": \"of the host\"}");
        remote().fetch(Progress.NONE);
        String summary = Files.readString(series.experiment().folder().resolve("summary.json"));
        assertTrue(summary.contains("validation@native"), summary);
        assertEquals(RunStatus.FINISHED, series.experiment().manifest().state().status());
    }

    @Test
    void aHostThatSendsSomethingElseIsRefused() throws IOException {
        sent();
        FakeRuns.finishAll(Series.open(there), 10, run -> 0.5);
        Path evil = folder.resolve("evil");
        Files.createDirectories(evil.resolve("sub"));
        Files.writeString(evil.resolve("up"), "x");
        fake.script("tar", "cd " + evil.resolve("sub") + " && exec /bin/tar -cf - --format=gnu -P ../up");
        Problem problem = assertThrows(Problem.class, () -> remote().fetch(Progress.NONE));
        assertTrue(problem.getMessage().contains("a file that was not asked for: ../up"), problem.getMessage());
        fake.script("tar", "head -c 100000000 /dev/zero");
        problem = assertThrows(Problem.class, () -> remote().fetch(Progress.NONE));
        assertTrue(problem.getMessage().contains("more than was asked for"), problem.getMessage());
        fake.script(
                "tar",
                "ln -sf series.json link; exec /bin/tar -cf - --format=gnu --transform "
                        + "'s,^link,seed-17-fold-01/history.csv,' link");
        assertThrows(Problem.class, () -> remote().fetch(Progress.NONE));
    }

    @Test
    void aConnectionThatIsLostCostsOnePortion() throws IOException {
        sent();
        FakeRuns.finishAll(Series.open(there), 10, run -> 0.5);
        fake.script("tar", "/bin/tar \"$@\" | head -c 2000; exit 255");
        assertThrows(Problem.class, () -> remote().fetch(Progress.NONE));
        Files.delete(fake.bin().resolve("tar"));
        remote().fetch(Progress.NONE);
        assertEquals(2, series.finished().size());
    }

    @Test
    void aSeriesHasOneHost() throws IOException {
        RemoteSeries.on(host, series);
        RemoteSeries.on(host, series);
        RemoteHost other = RemoteHost.asked("elsewhere", host.folder(), host.data(), "mafer", RemoteHost.Inputs.EXPECT);
        assertThrows(Problem.class, () -> RemoteSeries.on(other, series));
    }

    @Test
    void aSharedFolderIsOnlySubmitted() throws IOException {
        RemoteHost shared = RemoteHost.asked("cluster", "", "", "mafer", RemoteHost.Inputs.EXPECT);
        RemoteSeries remote = new RemoteSeries(series, shared, fake.ssh());
        assertEquals(Optional.of(2), remote.submit(series.runs(), Progress.NONE));
        assertFalse(Files.exists(there));
        fake.script("sha256sum", "echo another");
        assertTrue(assertThrows(Problem.class, () -> remote.submit(series.runs(), Progress.NONE))
                .getMessage()
                .contains("does not have the folder"));
    }
}
