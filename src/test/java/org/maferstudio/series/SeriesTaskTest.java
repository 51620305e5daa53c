package org.maferstudio.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.FolderLock;
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
import org.maferstudio.training.TrainingListener;
import org.maferstudio.training.TrainingOutcome;

@Tag("engine")
class SeriesTaskTest {
    @TempDir
    private Path folder;

    private Recipe recipe;

    @BeforeEach
    void makeRecipe() {
        recipe = RecipeJson.change(TinyRecipe.on(TinyFaces.write(folder, 4, 2)), Map.of("course.epochs", 2));
    }

    private Series plan(String name) {
        SeriesDraft draft = new SeriesDraft(
                preset -> recipe,
                List.of(),
                new SeriesPlan(0, Fold.By.USUAL, List.of(17L, 18L)),
                SeriesDraft.Search.GRID);
        return new SeriesPlanning(folder.resolve(name), draft)
                .create(Progress.NONE)
                .orElseThrow();
    }

    private static TrainingOutcome train(Series series, int number) {
        return new SeriesTask(series, number).train(Progress.NONE, TrainingListener.NONE);
    }

    @Test
    void aTaskResumesWhatWasBegunAndDoesNothingTwice() throws IOException {
        Series through = plan("through");
        assertEquals(RunStatus.FINISHED, train(through, 2).ending());
        Series parts = plan("parts");
        SeriesTask task = new SeriesTask(parts, 2);
        assertTrue(task.trainUntil(1, Progress.NONE, TrainingListener.NONE));
        Experiment member = Experiment.open(parts.folder(task.run()));
        assertEquals(RunStatus.STOPPED, member.manifest().state().status());
        assertEquals(1, member.manifest().state().epoch());
        assertTrue(task.trainUntil(1, Progress.NONE, TrainingListener.NONE), "it is done");
        assertFalse(train(parts, 2).finishedBefore());
        assertTrue(train(parts, 2).finishedBefore());
        assertEquals(
                Sha256.of(through.folder(task.run()).resolve("checkpoints/last.safetensors")),
                Sha256.of(member.checkpoints().resolve("last.safetensors")));
        assertFalse(Files.exists(parts.folder(parts.runs().get(0))), "the other run has not started");
    }

    @Test
    void aDatasetThatHasChangedSinceThePlanIsRefused() {
        Series series = plan("s");
        TinyFaces.write(folder, 5, 2);
        Problem problem = assertThrows(Problem.class, () -> train(series, 1));
        assertTrue(problem.getMessage().contains("dataset"), problem.getMessage());
        TinyFaces.write(folder, 4, 2);
        assertEquals(RunStatus.FINISHED, train(series, 1).ending());
    }

    @Test
    void aRunHasOneWriter() {
        Series series = plan("s");
        try (FolderLock lock = series.member(series.runs().get(0)).lock()) {
            Problem problem = assertThrows(Problem.class, () -> train(series, 1));
            assertTrue(problem.getMessage().contains(lock.folder().toString()), problem.getMessage());
        }
    }

    @Test
    void aStopBeforeTheFirstStepLeavesARunThatCanBeTrained() {
        Series series = plan("s");
        Progress stopped = new Progress() {
            @Override
            public void report(double fraction, String message) {
                // Not shown.
            }

            @Override
            public boolean stopRequested() {
                return true;
            }
        };
        assertEquals(
                RunStatus.STOPPED,
                new SeriesTask(series, 1).train(stopped, TrainingListener.NONE).ending());
        assertEquals(RunStatus.STOPPED, RunOutcome.all(series).get(0).status());
        assertEquals(RunStatus.FINISHED, train(series, 1).ending());
    }
}
