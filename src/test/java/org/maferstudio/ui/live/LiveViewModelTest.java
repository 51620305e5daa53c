package org.maferstudio.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.ChosenFiles;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.workbench.LiveRequest;
import org.maferstudio.ui.workbench.Workbench;
import org.maferstudio.video.SourceName;

/** The pane's doings without a toolkit, with drawn faces and without networks. */
@Timeout(60)
class LiveViewModelTest {
    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private Workspace workspace;
    private Workbench workbench;
    private LiveViewModel model;
    private Path target;

    private static LiveServices supplies(NetworkOpener opener, List<Path> shipped) {
        return new LiveServices(opener, () -> shipped);
    }

    @BeforeEach
    void open() throws Exception {
        workspace = Workspace.open(folder.resolve("workspace"));
        workbench = new Workbench(workspace);
        Experiment experiment = Experiment.create(
                folder.resolve("shipped"), RecipePreset.DEMO_BASE.recipe().named("Shipped"));
        Files.createDirectories(experiment.checkpoints());
        Files.writeString(experiment.checkpoints().resolve("best.safetensors"), "");
        FileDialogs dialogs = new ChosenFiles(() -> null, () -> target);
        model = new LiveViewModel(
                workbench,
                new DirectJobs(),
                dialogs,
                screen::add,
                supplies(folders -> List.of(), List.of(experiment.folder())));
        model.refresh();
    }

    @AfterEach
    void close() {
        model.stop();
        workspace.close();
    }

    /** Runs what the session sends to the screen, until this holds. */
    private void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            screen.take().run();
        }
    }

    @Test
    void networksThatComeAlongAreOfferedAndDrawnFacesAreTheSource() {
        assertEquals("Shipped", model.form().firstProperty().get().title());
        assertEquals("drawn", model.form().sourceProperty().get());
    }

    @Test
    void framesComeUntilItIsStoppedAndTheLastOneStays() throws InterruptedException {
        model.start();
        assertTrue(model.runningProperty().get());
        until(() -> model.readingProperty().get() != null);
        assertEquals(1, model.readingProperty().get().faces().size());
        model.stop();
        assertFalse(model.runningProperty().get());
        assertTrue(model.readingProperty().get() != null, "the last frame is still seen");
    }

    @Test
    void aFrozenFrameIsReadAgainAtAnotherResolution() throws InterruptedException {
        model.start();
        until(() -> model.readingProperty().get() != null);
        model.frozenProperty().set(true);
        model.showLowest();
        until(() -> model.readingProperty().get().resolution().equals(OptionalInt.of(8)));
        long held = model.readingProperty().get().frame().number();
        model.form().showNative();
        until(() -> model.readingProperty().get().resolution().isEmpty());
        assertEquals(held, model.readingProperty().get().frame().number());
    }

    @Test
    void aMissingSourceIsReportedAndNothingRuns() {
        model.form().sourceProperty().set("no such file.mp4");
        model.start();
        assertTrue(
                model.problemProperty().get().startsWith("Unknown source"),
                model.problemProperty().get());
        assertFalse(model.runningProperty().get());
    }

    @Test
    void aRequestIsShownImmediately() throws InterruptedException {
        workbench.showLive(new LiveRequest(SourceName.of("drawn:5"), List.of()));
        assertEquals("live", workbench.paneProperty().get());
        assertEquals("drawn:5", model.form().sourceProperty().get());
        until(() -> model.readingProperty().get() != null);
    }

    @Test
    void anExperimentWithoutANetworkIsReported() {
        Experiment matrices = Experiment.create(
                folder.resolve("matrices"), RecipePreset.DEMO_BASE.recipe().named("Matrices"));
        workbench.showLive(new LiveRequest(null, List.of(matrices.folder())));
        assertEquals(
                "Experiment matrices has no trained network. Choose another experiment.",
                model.problemProperty().get());
        assertFalse(model.runningProperty().get());
    }

    @Test
    void nothingIsStoredUnlessSomeoneRecords() throws Exception {
        model.start();
        until(() -> model.readingProperty().get() != null);
        target = folder.resolve("recorded");
        assertFalse(Files.exists(target));
        model.record();
        assertTrue(model.recordingProperty().get() != null);
        until(() -> model.recordingProperty().get().frames() > 2);
        model.record();
        assertEquals(null, model.recordingProperty().get());
        assertEquals(SourceName.Kind.RECORDING, SourceName.of(target.toString()).kind());
    }

    @Test
    void aFolderThatIsNotEmptyIsNotRecordedInto() throws Exception {
        model.start();
        until(() -> model.readingProperty().get() != null);
        target = folder;
        model.record();
        assertTrue(
                model.problemProperty().get().contains("is not empty"),
                model.problemProperty().get());
        assertEquals(null, model.recordingProperty().get());
    }

    @Test
    void withoutANetworkItSaysWhereOneComesFrom() throws Exception {
        LiveViewModel alone = new LiveViewModel(
                workbench,
                new DirectJobs(),
                FileDialogs.CANCEL,
                screen::add,
                supplies(
                        folders -> {
                            throw Problem.input("not asked");
                        },
                        List.of()));
        alone.refresh();
        alone.start();
        assertTrue(alone.problemProperty().get().startsWith("No network is available."));
    }
}
