package org.maferstudio.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.workbench.Preferences;
import org.maferstudio.ui.workbench.Workbench;

/** The one click of the first pane, with the window in between. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class StartViewTest {
    @TempDir
    private Path folder;

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Experiment> made = new ArrayList<>();
    private BackgroundJobs jobs;
    private Workspace workspace;
    private Workbench workbench;

    @BeforeEach
    void open(FxWindow window) {
        jobs = new BackgroundJobs(Platform::runLater, problem -> {
            throw new AssertionError(problem);
        });
        workspace = Workspace.open(folder.resolve("workspace"));
        workbench = new Workbench(workspace);
        window.show(() -> {
            SettingsStore store = new SettingsStore(folder.resolve("settings.json"));
            Preferences preferences = new Preferences(store, Settings.defaults(), jobs);
            StartView view = new StartView(new StartViewModel(workbench, preferences, jobs, this::demo, folder));
            view.shown();
            return (ScrollPane) view.node();
        });
    }

    @AfterEach
    void close() {
        jobs.close();
        workspace.close();
    }

    /** Two networks in no time, the second once the test says so. */
    private List<Experiment> demo(Workspace in, Progress progress, TrainingListener listener) {
        made.add(in.create(Recipe.DEFAULT.named("drawn-base"), LocalDateTime.of(2026, 3, 1, 9, 5)));
        progress.report(0.5, "drawn-base, epoch 1 of 1");
        listener.onValidation(new HistoryRow(1, 2, 128, 2, 0.2, 1.9, 0.25, 0.05, 0, 3));
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        made.add(in.create(Recipe.DEFAULT.named("drawn-multi"), LocalDateTime.of(2026, 3, 1, 9, 6)));
        return made;
    }

    @Test
    void oneClickTrainsAndEndsInTheResultsOfBothNetworks(FxWindow window) {
        window.robot().clickOn("Train on drawn faces");
        window.waitUntil("the card tells how far it is", () -> window.robot()
                .lookup("Click to stop (50\u00a0%)")
                .tryQuery()
                .isPresent());
        window.waitUntil("the first network is among the experiments", () -> window.robot()
                .lookup("drawn-base")
                .tryQueryAs(Label.class)
                .isPresent());
        goOn.countDown();
        window.waitUntil("the results are shown", () -> "results"
                .equals(workbench.paneProperty().get()));
        assertEquals(made.get(1).folder(), FxWindow.onFx(workbench.experimentProperty()::get));
        assertEquals(List.of(made.get(0).folder()), FxWindow.onFx(workbench.comparedProperty()::get));
        calm(window);
    }

    @Test
    void theCardIsReachedByTabAndPressedBySpace(FxWindow window) {
        goOn.countDown();
        window.robot().push(KeyCode.TAB).push(KeyCode.TAB).push(KeyCode.SPACE);
        window.waitUntil("the results are shown", () -> "results"
                .equals(workbench.paneProperty().get()));
        assertEquals(2, made.size());
        calm(window);
    }

    /** The folder goes with the test; nobody may still read in it. */
    private void calm(FxWindow window) {
        window.waitUntil("all work is done", () -> jobs.busyProperty().get() == 0);
    }
}
