package org.maferstudio.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.workbench.DatasetTitles;
import org.maferstudio.ui.workbench.Preferences;
import org.maferstudio.ui.workbench.Workbench;

class StartViewModelTest {
    private final DirectJobs jobs = new DirectJobs();
    private Workspace workspace;
    private Workbench workbench;
    private StartViewModel model;
    private List<Experiment> made = List.of();

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = Workspace.open(folder);
        workbench = new Workbench(workspace);
        model = new StartViewModel(
                workbench,
                new Preferences(new SettingsStore(folder.resolve("s.json")), Settings.defaults(), jobs),
                jobs,
                this::demo,
                folder.resolve("gallery"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theNewestExperimentsComeFirstWithTheirTimes() {
        create("first", 9);
        create("second", 10);
        workbench.notifyExperimentsChanged();
        assertEquals(
                List.of("second 2026-03-01 10:05", "first 2026-03-01 09:05"),
                model.experiments().stream().map(e -> e.name() + " " + e.when()).toList());
    }

    @Test
    void aFinishedExperimentOpensInResultsAndAnyOtherInTraining() {
        Experiment experiment = create("run", 9);
        model.refresh();
        model.open(model.experiments().get(0));
        assertEquals("training", workbench.paneProperty().get());
        experiment.update(manifest -> manifest.with(manifest.state().as(RunStatus.FINISHED)));
        model.refresh();
        model.open(model.experiments().get(0));
        assertEquals("results", workbench.paneProperty().get());
        assertEquals(experiment.folder(), workbench.experimentProperty().get());
    }

    @Test
    void trainingOnDrawnFacesIsOneClickThatEndsInTheResultsOfTheSecondNetwork() {
        made = List.of(create("base", 9), create("multi", 10));
        model.trainOnDrawnFaces();
        assertNull(model.demoJobProperty().get());
        assertEquals("results", workbench.paneProperty().get());
        assertEquals(made.get(1).folder(), workbench.experimentProperty().get());
        assertEquals(2, model.experiments().size());
    }

    @Test
    void aSecondClickAsksTheTrainingOnDrawnFacesToStopAndNoResultsAreShown() {
        HeldJobs held = new HeldJobs();
        StartViewModel waiting = new StartViewModel(
                workbench,
                new Preferences(new SettingsStore(workspace.folder().resolve("s.json")), Settings.defaults(), held),
                held,
                this::demo,
                workspace.folder().resolve("gallery"));
        waiting.trainOnDrawnFaces();
        Job job = waiting.demoJobProperty().get();
        assertNotNull(job);
        waiting.trainOnDrawnFaces();
        assertTrue(job.isStopRequested());
        held.releaseAll();
        assertNull(waiting.demoJobProperty().get());
        assertEquals("start", workbench.paneProperty().get());
    }

    @Test
    void aRecentExperimentNamesItsDatasetAsTheUserDoes() {
        Recipe recipe = Recipe.DEFAULT.named("run").on(DatasetSource.of("/faces/fer"));
        workspace.create(recipe, LocalDateTime.of(2026, 3, 1, 9, 5));
        model.refresh();
        assertEquals(
                List.of(recipe.network().name()),
                model.experiments().stream().map(RecentExperiment::detail).toList());
        String line = recipe.dataset().line();
        workbench.datasetTitlesProperty().set(new DatasetTitles(Map.of(line, "My faces")));
        assertEquals(
                List.of("My faces"),
                model.experiments().stream().map(RecentExperiment::detail).toList());
    }

    private List<Experiment> demo(Workspace in, Progress progress, TrainingListener listener) {
        return progress.stopRequested() ? List.of() : made;
    }

    @Test
    void theFaceIsShownFromFewPixelsToItsFullSize() {
        model.refresh();
        assertEquals(
                List.of(8, 12, 16, 24, 32, 48, 64, 96),
                model.faces().stream().map(StartViewModel.LoweredFace::side).toList());
    }

    private Experiment create(String name, int hour) {
        return workspace.create(Recipe.DEFAULT.named(name), LocalDateTime.of(2026, 3, 1, hour, 5));
    }
}
