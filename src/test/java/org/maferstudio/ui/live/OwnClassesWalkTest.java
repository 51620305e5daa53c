package org.maferstudio.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.workbench.Workbench;

/** Own classes by mouse: drawn faces are collected while buttons are held, trained on, shown live and saved. */
@Tag("ui")
@Tag("engine")
@ExtendWith(FxExtension.class)
class OwnClassesWalkTest {
    @TempDir
    private Path folder;

    @Test
    void classesAreCollectedTrainedShownLiveAndSaved(FxWindow window) {
        Path network = IncludedExperiments.open(IncludedExperiments.entries().get(0), folder.resolve("gallery"))
                .folder();
        try (BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
                    throw new AssertionError(problem);
                });
                Workspace workspace = Workspace.open(folder.resolve("w"))) {
            LiveViewModel model = FxWindow.onFx(() -> new LiveViewModel(
                    new Workbench(workspace),
                    jobs,
                    FileDialogs.CANCEL,
                    Platform::runLater,
                    new LiveServices(NetworkOpener.ENGINE, () -> List.of(network))));
            window.show(() -> {
                LiveView view = new LiveView(
                        model,
                        new FigureRenderer(jobs, FileDialogs.CANCEL, new SimpleObjectProperty<>(FigureStyle.light())));
                view.shown();
                HBox head = new HBox(view.primaryAction().orElseThrow());
                head.getChildren().addAll(view.secondaryActions());
                VBox.setVgrow(view.node(), Priority.ALWAYS);
                return new VBox(head, view.node());
            });
            window.waitUntil(
                    "a network is offered", () -> model.form().firstProperty().get() != null);
            window.robot().clickOn(window.find("#live-start"));
            window.waitUntil(
                    "a frame is shown", () -> model.readings().readingProperty().get() != null);
            window.robot().clickOn(window.find("#live-own-classes"));
            TextField name = (TextField) window.find("#own-class-name-1");
            FxWindow.onFx(() -> {
                name.setText("grin");
                return true;
            });
            for (int take = 0; take < 2; take++) {
                hold(window, model, "#own-class-hold-1", 6);
                hold(window, model, "#own-class-hold-2", 6);
            }
            window.robot().clickOn(window.find("#own-train"));
            window.waitUntil(
                    "the live view shows the classes",
                    () -> model.readings().columns().get(0).labels().names().equals(List.of("grin", "Class 2")));
            window.waitUntil(
                    "they have probabilities",
                    () -> model.readings().columns().get(0).probabilities().length == 2);
            Button save = (Button) window.find("#own-save");
            FxWindow.onFx(() -> {
                save.fire();
                return true;
            });
            window.waitUntil("it is saved", () -> !workspace.experiments().isEmpty());
            FxWindow.onFx(() -> {
                model.close();
                return true;
            });
            window.waitUntil("all work is done", () -> jobs.busyProperty().get() == 0);
            Experiment saved = workspace.experiments().get(0);
            assertEquals(List.of("grin", "Class 2"), saved.manifest().labels());
            assertTrue(saved.hasNetwork());
        }
    }

    private static void hold(FxWindow window, LiveViewModel model, String button, int samples) {
        Node node = window.find(button);
        int before = FxWindow.onFx(() -> samples(model));
        window.robot().moveTo(node);
        window.robot().press(MouseButton.PRIMARY);
        window.waitUntil("samples are collected", () -> samples(model) >= before + samples);
        window.robot().release(MouseButton.PRIMARY);
    }

    private static int samples(LiveViewModel model) {
        return model.own().samples();
    }
}
