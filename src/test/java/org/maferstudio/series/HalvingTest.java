package org.maferstudio.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.files.Sha256;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.training.TinyRecipe;
import org.maferstudio.training.Training;
import org.maferstudio.training.TrainingListener;

class HalvingTest {
    @TempDir
    private Path folder;

    private final List<String> messages = new ArrayList<>();

    @ParameterizedTest(name = "{0} settings, {1} epochs, by {2}: {3}")
    @CsvSource(
            textBlock =
                    """
            9,  12, 3, 2 4 12
            6,  6,  3, 2 6
            27, 81, 3, 3 9 27 81
            4,  8,  2, 2 4 8
            3,  4,  3, 2 4
            1,  8,  2, 8
            20, 2,  3, 2
            """)
    void roundsEndWithAllEpochs(int settings, int epochs, int factor, String rounds) {
        assertEquals(
                Stream.of(rounds.split(" ")).map(Integer::valueOf).toList(), Halving.epochs(settings, epochs, factor));
    }

    @Test
    void theBestInThreeGoOnAndNoneThatFailed() {
        List<Halving.Scored> scored = List.of(
                new Halving.Scored(Map.of("a", "1"), 0.3),
                new Halving.Scored(Map.of("a", "2"), Double.NaN),
                new Halving.Scored(Map.of("a", "3"), 0.5),
                new Halving.Scored(Map.of("a", "4"), 0.4));
        assertEquals(List.of(Map.of("a", "3"), Map.of("a", "4")), Halving.kept(scored, 3));
        assertEquals(List.of(), Halving.kept(scored.subList(1, 2), 3));
    }

    private Series series(String name, Recipe recipe, String sweep) {
        SeriesDraft draft = new SeriesDraft(
                preset -> recipe, List.of(Sweep.parse(sweep)), SeriesPlan.ONCE, SeriesDraft.Search.GRID);
        return Series.create(folder.resolve(name), recipe, draft.replications(), draft.varied(), draft.runs());
    }

    private Recipe recipe(int epochs) {
        return RecipeJson.change(TinyRecipe.on(TinyFaces.write(folder, 4, 2)), Map.of("course.epochs", epochs));
    }

    @Test
    @Tag("engine")
    void poorSettingsStopEarlyAndTheOthersEndAsInTheWholeGrid() throws IOException {
        Recipe recipe = recipe(4);
        Series series = series("s", recipe, "lr=0.0000001,0.01,0.003");
        SeriesExecution execution = SeriesExecution.local(2).halvedBy(3);
        assertEquals(
                LocalRunner.Ending.DONE,
                new HalvingRunner(series, execution, Progress.NONE, messages::add).train(),
                messages::toString);
        Halving halving = Halving.of(series).orElseThrow();
        assertTrue(halving.isDone());
        assertEquals(8, Halving.Shape.of(3, 4, 3).epochs(), "as announced before the start");
        assertEquals(List.of(2, 4), halving.rounds());
        Set<Integer> stopped = halving.stopped(series);
        assertEquals(2, stopped.size());
        Map<String, Object> described = SeriesDescription.of(SeriesResults.read(series), "accuracy");
        assertEquals(stopped.stream().sorted().toList(), ((Map<?, ?>) described.get("halving")).get("stopped_runs"));
        SeriesResults results = SeriesResults.read(series);
        assertTrue(results.isDecided());
        assertFalse(results.isComplete());
        assertEquals(8, results.epochsDone(), "4 + 2 + 2 of 12");
        assertEquals(RunStatus.FINISHED, series.experiment().manifest().state().status());
        assertEquals(RunStatus.STOPPED, results.runs().get(0).status());

        RunOutcome winner = results.best("accuracy").orElseThrow().runs().get(0);
        assertFalse(stopped.contains(winner.run().number()));
        Experiment whole =
                Experiment.create(folder.resolve("whole"), winner.run().recipe());
        new Training(Progress.NONE, TrainingListener.NONE).resume(whole);
        assertEquals(
                Sha256.of(whole.checkpoints().resolve("last.safetensors")),
                Sha256.of(winner.folder().resolve("checkpoints/last.safetensors")));

        messages.clear();
        new HalvingRunner(series, execution, Progress.NONE, messages::add).train();
        assertEquals(2, messages.size(), "only the rounds: nothing is trained again");
    }

    @Test
    void halvingNeedsEqualEpochsAFactorAndThisComputer() {
        Series series = series("e", recipe(2), "e=2,3");
        assertThrows(Problem.class, () -> Halving.commonEpochs(series.runs()));
        assertThrows(Problem.class, () -> SeriesExecution.local(1).halvedBy(1));
        SlurmOptions options = new SlurmOptions("", "", 1, "", "", 0, List.of(), List.of());
        assertThrows(Problem.class, () -> SeriesExecution.on(options).halvedBy(3));
    }
}
