package org.maferstudio.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.workbench.PlacementRequest;
import org.maferstudio.ui.workbench.Workbench;

/** Through the pane by mouse and keyboard, once without and once with networks. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class LiveViewTest {
    @TempDir
    private Path folder;

    private Workbench workbench;

    private LiveViewModel open(
            FxWindow window, BackgroundJobs jobs, Workspace workspace, NetworkOpener opener, List<Path> shipped) {
        workbench = new Workbench(workspace);
        LiveViewModel model = FxWindow.onFx(() -> new LiveViewModel(
                workbench, jobs, FileDialogs.CANCEL, Platform::runLater, new LiveServices(opener, () -> shipped)));
        window.show(() -> {
            LiveView view = new LiveView(
                    model,
                    new FigureRenderer(jobs, FileDialogs.CANCEL, new SimpleObjectProperty<>(FigureStyle.light())));
            view.shown();
            return new VBox(view.primaryAction().orElseThrow(), view.node());
        });
        window.waitUntil(
                "a network is offered", () -> model.form().firstProperty().get() != null);
        return model;
    }

    private static BackgroundJobs jobs() {
        return new BackgroundJobs(Platform::runLater, problem -> {
            throw new AssertionError(problem);
        });
    }

    private Path withoutNetwork() throws Exception {
        Experiment experiment = Experiment.create(folder.resolve("shipped"), RecipePreset.DEMO_BASE.recipe());
        Files.createDirectories(experiment.checkpoints());
        Files.writeString(experiment.checkpoints().resolve("best.safetensors"), "");
        return experiment.folder();
    }

    /** The open windows, less tooltips. */
    private static List<Window> stages() {
        return Window.getWindows().stream().filter(Stage.class::isInstance).toList();
    }

    private static Window stage(FxWindow window) {
        return window.find("#live-resolution").getScene().getWindow();
    }

    @Test
    void keysFreezeDownsamplePresentAndStopDrawnFaces(FxWindow window) throws Exception {
        try (BackgroundJobs jobs = jobs();
                Workspace workspace = Workspace.open(folder.resolve("w"))) {
            LiveViewModel model = open(window, jobs, workspace, folders -> List.of(), List.of(withoutNetwork()));
            window.robot().clickOn(window.find("#live-start"));
            window.waitUntil(
                    "a frame is shown", () -> model.readings().readingProperty().get() != null);
            window.waitUntil("the slider has the keys", () -> window.find("#live-resolution")
                    .isFocused());
            window.robot().push(KeyCode.SPACE);
            window.waitUntil("it stands still", () -> model.frozenProperty().get());
            FxWindow.onFx(() -> {
                model.form().placeProperty().set(1);
                return true;
            });
            window.robot().push(KeyCode.OPEN_BRACKET);
            window.waitUntil("the frozen face is read at 8 px", () -> OptionalInt.of(8)
                    .equals(model.readings().readingProperty().get().resolution()));
            Window home = FxWindow.onFx(() -> stage(window));
            List<Window> before = FxWindow.onFx(LiveViewTest::stages);
            window.robot().push(KeyCode.F11);
            window.waitUntil("it is presented, and hears keys", () -> stages().stream()
                    .anyMatch(stage -> !before.contains(stage) && stage.isFocused()));
            window.robot().push(KeyCode.ESCAPE);
            window.waitUntil(
                    "the pane is whole again",
                    () -> stages().equals(before) && stage(window).equals(home));
            window.robot().clickOn(window.find("#live-start"));
            window.waitUntil("it stops", () -> !model.runningProperty().get());
            window.waitUntil("all work is done", () -> jobs.busyProperty().get() == 0);
        }
    }

    @Test
    @Tag("engine")
    void twoNetworksReadTheSameFaceAtEveryResolution(FxWindow window) {
        List<Path> shipped = IncludedExperiments.entries().stream()
                .filter(IncludedExperiments.Entry::network)
                .map(entry -> IncludedExperiments.open(entry, folder.resolve("gallery"))
                        .folder())
                .toList();
        try (BackgroundJobs jobs = jobs();
                Workspace workspace = Workspace.open(folder.resolve("w"))) {
            LiveViewModel model = open(window, jobs, workspace, NetworkOpener.ENGINE, shipped);
            assertEquals("sample", FxWindow.onFx(() -> {
                model.form().offerSources(List.of("sample", "camera:0"));
                return model.form().sourceProperty().get();
            }));
            window.robot().clickOn(window.find("#live-start"));
            window.waitUntil(
                    "every resolution is read",
                    () -> model.readings().sweepProperty().get() != null);
            assertEquals(2, FxWindow.onFx(() -> model.readings().columns().size()));
            List<String> answers = FxWindow.onFx(() -> window.find(".live-sweep").lookupAll(".live-prediction").stream()
                    .map(node -> ((Label) node).getText())
                    .toList());
            assertEquals(12, answers.size());
            assertTrue(answers.stream().allMatch(text -> text.matches("[A-Z][a-z]+ \\d+\\h%")), answers.toString());
            explainTheFrozenFace(window, model);
            FxWindow.onFx(() -> {
                model.stop();
                return true;
            });
            window.waitUntil("the last face can be explained", () -> window.find(".explanation")
                    .isVisible());
            window.waitUntil("all work is done", () -> jobs.busyProperty().get() == 0);
        }
    }

    /** Maps replace the columns of both networks while the frame is frozen; the face can be placed meanwhile. */
    private void explainTheFrozenFace(FxWindow window, LiveViewModel model) {
        window.robot().push(KeyCode.SPACE);
        window.waitUntil(
                "the choice of maps is there", () -> window.find(".explanation").isVisible());
        window.robot().clickOn("Grad-CAM");
        window.waitUntil(
                "both networks are explained at six resolutions",
                () -> model.explanation().figureProperty().get() != null
                        && model.explanation().figureProperty().get().rows().stream()
                                .allMatch(row -> row.explanations().size() == 6)
                        && model.explanation().figureProperty().get().rows().size() == 2);
        assertFalse(FxWindow.onFx(() -> window.find(".live-networks").isVisible()));
        window.robot().clickOn(window.find("#live-place"));
        PlacementRequest request = FxWindow.onFx(workbench.placementRequestProperty()::get);
        assertEquals(2, request.faces().size(), "the face of each network");
        assertEquals("embedding", workbench.paneProperty().get());
        FxWindow.onFx(() -> {
            model.frozenProperty().set(false);
            return true;
        });
        window.waitUntil(
                "the columns are back", () -> window.find(".live-networks").isVisible());
        assertFalse(FxWindow.onFx(() -> window.find(".explanation").isVisible()));
        assertFalse(FxWindow.onFx(() -> window.find("#live-place").isVisible()));
    }
}
