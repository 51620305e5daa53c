package org.maferstudio.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.training.TinyRecipe;

class SeriesPlanningTest {
    @TempDir
    private Path folder;

    private Recipe recipe;

    private SeriesPlanning planning(SeriesPlan plan, String... sweeps) {
        if (recipe == null) {
            recipe = TinyRecipe.on(TinyFaces.write(folder, 4, 2));
        }
        SeriesDraft.Base base = preset -> recipe.fixedHere();
        return new SeriesPlanning(
                folder.resolve("s"),
                new SeriesDraft(base, Stream.of(sweeps).map(Sweep::parse).toList(), plan, SeriesDraft.Search.GRID));
    }

    private static SeriesPlan seeds(Long... seeds) {
        return new SeriesPlan(0, Fold.By.USUAL, List.of(seeds));
    }

    private static List<String> names(Series series) {
        return series.runs().stream().map(SeriesRun::name).toList();
    }

    @Test
    void thePlanOnDiskIsThePlan() {
        Series made = planning(seeds(17L, 18L), "lr=0.001,0.003")
                .create(Progress.NONE)
                .orElseThrow();
        Series read = Series.open(folder.resolve("s"));
        assertEquals(made.runs(), read.runs());
        assertEquals(made.recipe(), read.recipe());
        assertEquals(List.of("optimiser.learningRate"), read.varied());
        assertEquals(4, read.runs().size());
        assertTrue(read.isSweep());
        assertEquals(64, read.runs().get(0).dataset().length(), "the fingerprint of its dataset");
    }

    @Test
    void everyFoldHasItsOwnFingerprintAndARunRefusesAnotherDataset() {
        Series series = planning(new SeriesPlan(3, Fold.By.IMAGE, List.of()))
                .create(Progress.NONE)
                .orElseThrow();
        List<SeriesRun> runs = series.runs();
        assertNotEquals(runs.get(0).dataset(), runs.get(1).dataset());
        Experiment member = series.member(runs.get(1));
        assertEquals(runs.get(1).dataset(), member.manifest().dataset().fingerprint());
    }

    @Test
    void theSameCommandWithMoreValuesAddsRuns() {
        Series before = planning(SeriesPlan.ONCE, "lr=0.001,0.003")
                .create(Progress.NONE)
                .orElseThrow();
        before.experiment().update(manifest -> manifest.with(manifest.state().as(RunStatus.FINISHED)));
        assertEquals(List.of(), planning(SeriesPlan.ONCE, "lr=0.001").newRuns());
        Series more = planning(seeds(17L, 18L), "lr=0.001,0.003,0.01")
                .create(Progress.NONE)
                .orElseThrow();
        assertEquals(
                List.of(
                        "lr-0.001",
                        "lr-0.003",
                        "lr-0.001-seed-18",
                        "lr-0.003-seed-18",
                        "lr-0.01-seed-17",
                        "lr-0.01-seed-18"),
                names(more),
                "17 is the recipe's seed");
        assertEquals(6, more.runs().get(5).number());
        assertEquals(RunStatus.STOPPED, more.experiment().manifest().state().status(), "there is more to do");
        Series wider = planning(seeds(17L), "lr=0.001", "bs=8,16")
                .create(Progress.NONE)
                .orElseThrow();
        assertEquals(List.of("optimiser.learningRate", "course.batch"), wider.varied());
        assertEquals("lr-0.001-bs-16-seed-17", names(wider).get(6));
        assertEquals(
                Map.of("optimiser.learningRate", "0.001", "course.batch", "8"),
                SeriesResults.read(wider).settings().get(0).varied(),
                "runs that did not vary it have the recipe's batch");
    }

    @Test
    void aSeriesTakesNoRunsThatDifferInSomethingElse() {
        assertTrue(planning(SeriesPlan.ONCE, "lr=0.001,0.003")
                .create(Progress.NONE)
                .isPresent());
        recipe = RecipeJson.change(recipe, Map.of("course.epochs", 9));
        Problem problem = assertThrows(
                Problem.class, () -> planning(SeriesPlan.ONCE, "lr=0.01").newRuns());
        assertTrue(problem.getMessage().contains("course.epochs 2, not 9"), problem.getMessage());
    }

    @Test
    void nothingIsCreatedForADatasetThatHasNoSuchFolds() {
        SeriesPlanning planning = planning(new SeriesPlan(3, Fold.By.SUBJECT, List.of()), "lr=0.001,0.003");
        assertThrows(Problem.class, () -> planning.create(Progress.NONE));
        assertFalse(Files.exists(folder.resolve("s")));
    }

    @Test
    void aFolderWithSomethingElseIsLeftAlone() {
        Experiment.create(folder.resolve("s"), Recipe.DEFAULT);
        assertThrows(Problem.class, () -> planning(SeriesPlan.ONCE, "lr=0.001").newRuns());
    }

    @Test
    void sweptDatasetsAreOnesOfTheirOwn() {
        Path other = folder.resolve("other");
        other.toFile().mkdirs();
        DatasetSource second = TinyFaces.write(other, 5, 2);
        planning(SeriesPlan.ONCE);
        Series series = planning(SeriesPlan.ONCE, "dataset=" + recipe.dataset().line() + "," + second.line())
                .create(Progress.NONE)
                .orElseThrow();
        assertNotEquals(series.runs().get(0).dataset(), series.runs().get(1).dataset());
        assertEquals(Optional.empty(), series.runs().get(0).recipe().dataset().fold());
    }
}
