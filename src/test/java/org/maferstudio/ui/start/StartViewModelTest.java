package org.maferstudio.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Facts;
import org.maferstudio.experiment.Recipe;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.ui.parts.Desk;
import org.maferstudio.ui.parts.Preferences;

class StartViewModelTest {
    private final DirectJobs jobs = new DirectJobs();
    private Workspace workspace;
    private Desk desk;
    private StartViewModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = Workspace.open(folder);
        desk = new Desk(workspace);
        model = new StartViewModel(desk, new Preferences(new SettingsStore(folder.resolve("s.json")), jobs), jobs);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theNewestExperimentsComeFirstWithTheirTimes() {
        create("first", 9);
        create("second", 10);
        desk.tellExperimentsChanged();
        assertEquals(
                List.of("second 2026-03-01 10:05", "first 2026-03-01 09:05"),
                model.experiments().stream().map(e -> e.name() + " " + e.when()).toList());
    }

    @Test
    void aFinishedExperimentOpensInResultsAndAnyOtherInTraining() {
        Experiment experiment = create("run", 9);
        model.refresh();
        model.open(model.experiments().get(0));
        assertEquals("training", desk.paneProperty().get());
        experiment.update(facts -> facts.with(facts.state().as(Facts.Status.FINISHED)));
        model.refresh();
        model.open(model.experiments().get(0));
        assertEquals("results", desk.paneProperty().get());
        assertEquals(experiment.folder(), desk.experimentProperty().get());
    }

    @Test
    void trainingOnDrawnFacesPutsThemOnTheDesk() {
        model.trainOnDrawnFaces();
        assertEquals(DatasetSource.of("drawn"), desk.datasetSourceProperty().get());
        assertEquals("training", desk.paneProperty().get());
    }

    @Test
    void theFaceIsShownAtEverFewerPixels() {
        model.refresh();
        assertEquals(
                List.of(96, 64, 48, 32, 24, 16, 12, 8),
                model.faces().stream().map(StartViewModel.LoweredFace::side).toList());
    }

    private Experiment create(String name, int hour) {
        return workspace.create(Recipe.DEFAULT.named(name), LocalDateTime.of(2026, 3, 1, hour, 5));
    }
}
