package org.maferstudio.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.experiment.WriterClaim;
import org.maferstudio.files.Sha256;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.training.TinyRecipe;
import org.maferstudio.training.Training;
import org.maferstudio.training.TrainingListener;

/** Processes that train, as {@code mafer train --on local} starts them. */
@Tag("engine")
class LocalRunnerTest {
    @TempDir
    private Path folder;

    private final List<String> messages = new ArrayList<>();

    private Recipe recipe(int epochs) {
        return RecipeJson.change(
                TinyRecipe.on(TinyFaces.write(folder, 4, 2)), Map.of("course.epochs", epochs, "machine.threads", 2));
    }

    private Series series(String name, Recipe recipe) {
        return Series.create(folder.resolve(name), recipe, new SeriesPlan(0, Fold.By.USUAL, List.of(17L, 18L)));
    }

    private LocalRunner.Ending train(Series series, int atOnce) {
        return new LocalRunner(series, atOnce, Progress.NONE, messages::add).train(series.runs());
    }

    private static List<String> results(Series series) throws IOException {
        List<String> sums = new ArrayList<>();
        for (Experiment member : series.finished()) {
            sums.add(Sha256.of(member.checkpoints().resolve("last.safetensors")));
            sums.add(Sha256.of(member.folder().resolve("predictions/validation@native.csv")));
        }
        return sums;
    }

    @Test
    void twoAtOnceGiveTheSameResultsAsOneAfterTheOther() throws IOException {
        Recipe recipe = recipe(1);
        Series one = series("one", recipe);
        new Training(Progress.NONE, TrainingListener.NONE).resume(one.experiment());
        Series two = series("two", recipe);
        assertEquals(LocalRunner.Ending.DONE, train(two, 2), messages::toString);
        assertEquals(4, results(two).size());
        assertEquals(results(one), results(two), "bit for bit");
        assertEquals(
                one.experiment().manifest().state(), two.experiment().manifest().state());
        messages.clear();
        assertEquals(LocalRunner.Ending.DONE, train(two, 2));
        assertEquals(List.of(), messages, "what is finished is not started again");
    }

    @Test
    void thePlanCanChangeWhileRunsAreTrained() {
        Series series = series("changed", recipe(1));
        Progress changing = new Progress() {
            private boolean changed;

            @Override
            public void report(double fraction, String message) {
                // Not shown.
            }

            @Override
            public boolean stopRequested() {
                if (!changed
                        && Experiment.isExperiment(series.folder(series.runs().get(0)))) {
                    changed = true;
                    SeriesRun more = series.plan()
                            .runs(series.recipe().with(series.recipe().course().withSeed(19)))
                            .get(0);
                    series.plus(List.of(new SeriesRun(3, "seed-19", more.recipe())), series.plan(), series.varied());
                    new PlanChange(Series.open(series.experiment().folder())).without(2);
                }
                return false;
            }
        };
        assertEquals(
                LocalRunner.Ending.DONE,
                new LocalRunner(series, 1, changing, messages::add).train(series.runs()),
                messages::toString);
        Series now = Series.open(series.experiment().folder());
        assertEquals(2, now.finished().size());
        assertFalse(Experiment.isExperiment(now.experiment().folder().resolve("seed-18")), "it was removed");
        assertTrue(Experiment.isExperiment(now.experiment().folder().resolve("seed-19")), "it was added");
    }

    /** Kills the first process that has made a step, once. */
    private static final class Killer implements Progress {
        private final Series series;
        private boolean killed;

        Killer(Series series) {
            this.series = series;
        }

        @Override
        public void report(double fraction, String message) {
            // Not shown.
        }

        @Override
        public boolean stopRequested() {
            for (Experiment member : killed ? List.<Experiment>of() : series.members()) {
                if (member.manifest().state().epoch() > 0) {
                    WriterClaim.holder(member.folder())
                            .flatMap(WriterClaim.Holder::handle)
                            .ifPresent(process -> killed = process.destroyForcibly());
                }
            }
            return false;
        }
    }

    @Test
    void aProcessThatIsKilledIsResumedWithTheSameResult() throws IOException {
        Recipe recipe = recipe(12);
        Series whole = series("whole", recipe);
        new Training(Progress.NONE, TrainingListener.NONE).resume(whole.experiment());
        Series series = series("killed", recipe);
        Killer killer = new Killer(series);
        LocalRunner.Ending ending = new LocalRunner(series, 1, killer, messages::add).train(series.runs());
        assertEquals(LocalRunner.Ending.DONE, ending, messages::toString);
        assertTrue(killer.killed);
        assertTrue(messages.stream().anyMatch(line -> line.contains("it is resumed")), messages::toString);
        assertEquals(results(whole), results(series));
    }

    @Test
    void aRunThatFailsDoesNotStopTheOthersAndTheReasonIsSaid() {
        Recipe recipe = recipe(1);
        SeriesDraft draft = new SeriesDraft(
                preset -> recipe, List.of(Sweep.parse("lr=1e30,0.001")), SeriesPlan.ONCE, SeriesDraft.Search.GRID);
        Series series = Series.create(folder.resolve("s"), recipe, draft.replications(), draft.varied(), draft.runs());
        assertEquals(LocalRunner.Ending.FAILED, train(series, 2));
        List<RunOutcome> outcomes = RunOutcome.all(series);
        assertEquals(RunStatus.FAILED, outcomes.get(0).status());
        assertEquals(RunStatus.FINISHED, outcomes.get(1).status());
        assertTrue(
                messages.stream().anyMatch(line -> line.contains(outcomes.get(0).problem())), messages::toString);
        assertEquals(RunStatus.STOPPED, series.experiment().manifest().state().status());
    }
}
