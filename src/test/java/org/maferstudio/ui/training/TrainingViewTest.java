package org.maferstudio.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.fixture.WatchedFiles;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.workbench.Workbench;

/** Walks through the pane, by mouse and by keyboard. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class TrainingViewTest {
    private static final String NONE = "–";

    @TempDir
    private Path folder;

    private final WatchedFiles files = new WatchedFiles();
    private final WatchedTrainer trainer = new WatchedTrainer();
    private BackgroundJobs jobs;
    private Workspace workspace;
    private Dataset dataset;
    private Workbench workbench;
    private TrainingViewModel model;
    private FxWindow window;

    @BeforeEach
    void open(FxWindow opened) {
        window = opened;
        jobs = new BackgroundJobs(Platform::runLater, problem -> {
            throw new AssertionError(problem);
        });
        workspace = Workspace.open(files.watch(folder).resolve("workspace"));
        DatasetSource source = TinyFaces.write(folder, 20, 3);
        dataset = Datasets.open(source, Progress.NONE);
        workbench = new Workbench(workspace);
        model = FxWindow.onFx(() -> new TrainingViewModel(workbench, jobs, trainer, FileDialogs.CANCEL));
        show(source);
    }

    private void show(DatasetSource source) {
        window.show(() -> {
            workbench.datasetSourceProperty().set(source);
            workbench.datasetProperty().set(dataset);
            FigureRenderer figures =
                    new FigureRenderer(jobs, FileDialogs.CANCEL, new SimpleObjectProperty<>(FigureStyle.light()));
            TrainingView view = new TrainingView(model, figures);
            view.shown();
            VBox root = new VBox(view.primaryAction().orElseThrow(), view.node());
            VBox.setVgrow(view.node(), Priority.ALWAYS);
            return root;
        });
    }

    @AfterEach
    void close() {
        jobs.close();
        workspace.close();
        dataset.close();
    }

    @Test
    @Tag("engine")
    void aTrainingRunsPausesResumesStopsAndEndsWithoutWorkOnTheJavaFxThread() {
        unfold();
        type("Name", "tiny");
        type("Epochs", "2");
        type("Batch size", "8");
        type("Resize to (px)", "32");
        type("Crop to (px)", "32");
        type("Final resolutions (px)", "8");
        type("Threads (0: all)", "1");
        window.robot().clickOn(".accent");
        window.waitUntil("it is in the queue", () -> !model.queue().runs().isEmpty());
        QueuedRun run = FxWindow.onFx(() -> model.queue().runs().get(0));
        seeItRun(run);

        window.robot().clickOn(button("Pause: save and wait"));
        waitFor(run, RunStatus.PAUSED);

        goOnByKeyboard(run);
        seeItRun(run);
        assertTrue(FxWindow.onFx(() -> run.getState().isActive()));

        window.robot().clickOn(button("Stop: save, then start the next training run"));
        waitFor(run, RunStatus.STOPPED);

        trainer.release();
        window.robot().clickOn(button("Resume tiny"));
        waitFor(run, RunStatus.FINISHED);
        assertEquals(
                List.of("start", "resume", "resume"),
                trainer.calls().stream().filter(call -> !call.equals("measure")).toList());
        Experiment experiment = Experiment.open(run.folder().orElseThrow());
        assertEquals(2, experiment.history().rows().size());
        assertEquals(
                List.of("validation@8.csv", "validation@native.csv"),
                experiment.predictionFiles().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());

        window.robot().clickOn(button("Show the results"));
        assertEquals("results", FxWindow.onFx(() -> workbench.paneProperty().get()));
        assertEquals(List.of(), files.touchedOnScreen());
        assertEquals(List.of(), trainer.callsOnScreen());
        assertTrue(files.touchedElsewhere() > 0, "the files were not watched");
    }

    /** Until it is taken: a list that changes at that very moment takes the keyboard elsewhere. */
    private void goOnByKeyboard(QueuedRun run) {
        window.waitUntil("the keyboard makes it go on", () -> {
            Button goOn = buttonOrNull("Resume tiny");
            if (goOn != null && run.getState() == RunStatus.PAUSED) {
                goOn.requestFocus();
                goOn.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SPACE, false, false, false, false));
                goOn.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.SPACE, false, false, false, false));
            }
            return run.getState() != RunStatus.PAUSED;
        });
    }

    /** RunStatus, fraction, curves, speed, time left, memory and device, in the model and in the labels. */
    private void seeItRun(QueuedRun run) {
        RunMonitor monitor = model.monitor();
        window.waitUntil(
                "it runs and tells how far it is",
                () -> run.getState() == RunStatus.RUNNING
                        && run.fractionProperty().get() > 0
                        && run.fractionProperty().get() < 1
                        && monitor.figureProperty().get() != null
                        && !monitor.timeLeftProperty().get().equals(NONE)
                        && !monitor.speedProperty().get().equals(NONE)
                        && !monitor.memoryProperty().get().equals(NONE));
        assertTrue(FxWindow.onFx(() -> monitor.deviceProperty().get().startsWith("cpu")));
        List<String> shown = window.robot().lookup(".run-number").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
        assertTrue(shown.contains(FxWindow.onFx(() -> monitor.timeLeftProperty().get())), shown.toString());
        assertTrue(window.find(".queue-line .progress-bar").isVisible());
    }

    private void waitFor(QueuedRun run, RunStatus state) {
        window.waitUntil(
                "it is " + state + ", not " + run.getState() + ": "
                        + run.detailProperty().get(),
                () -> run.getState() == state);
    }

    @Test
    void whoPausesByKeyboardContinuesByKeyboard() {
        QueuedRun run =
                new QueuedRun(FxWindow.onFx(() -> model.form().recipeProperty().get()), RunStatus.STOPPED);
        FxWindow.onFx(() -> {
            model.queue().offer(run);
            return true;
        });
        window.waitUntil("it is listed", () -> buttonOrNull("Remove from the list; keep the folder") != null);
        FxWindow.onFx(() -> {
            run.stateProperty().set(RunStatus.RUNNING);
            button("Pause: save and wait").requestFocus();
            run.stateProperty().set(RunStatus.PAUSED);
            return true;
        });
        assertEquals("Resume " + run.name(), focusOwner().getAccessibleText());
        FxWindow.onFx(() -> {
            run.stateProperty().set(RunStatus.STOPPED);
            return true;
        });
        assertEquals("Resume " + run.name(), focusOwner().getAccessibleText(), "a click too many ends nothing");
    }

    @Test
    void everyControlIsReachedByTab() {
        FxWindow.onFx(() -> {
            root().getScene().lookup(".recipe .text-field").requestFocus();
            return true;
        });
        Set<Node> reached = new HashSet<>();
        Node first = focusOwner();
        do {
            reached.add(focusOwner());
            window.robot().push(KeyCode.TAB);
        } while (focusOwner() != first && reached.size() < 200);
        List<Node> missed = FxWindow.onFx(() -> nodes(root()).stream()
                .filter(node -> node.isFocusTraversable() && isSeen(node) && !node.isDisabled())
                .filter(node -> !reached.contains(node))
                .toList());
        assertEquals(List.of(), missed);
        assertTrue(reached.size() > 20, reached.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 20})
    void noLabelOfTheFormIsCut(int fontSize) {
        FxWindow.onFx(() -> {
            root().setStyle("-fx-font-size: " + fontSize + "px");
            model.form().presetProperty().set(org.maferstudio.recipe.RecipePreset.PAPER_FINETUNE);
            nodes(root()).stream().filter(TitledPane.class::isInstance).forEach(pane -> ((TitledPane) pane)
                    .setExpanded(true));
            return true;
        });
        List<String> cut = FxWindow.onFx(() -> {
            root().applyCss();
            root().layout();
            List<String> found = new ArrayList<>();
            for (Node node : nodes(window.find(".recipe-fields"))) {
                if (node instanceof Label label && isSeen(label) && label.lookup(".text") instanceof Text text) {
                    if (!text.getText().equals(label.getText())) {
                        found.add(label.getText());
                    }
                }
            }
            return found;
        });
        assertEquals(List.of(), cut);
    }

    private void unfold() {
        FxWindow.onFx(() -> {
            nodes(root()).stream().filter(TitledPane.class::isInstance).forEach(pane -> ((TitledPane) pane)
                    .setExpanded(true));
            return true;
        });
    }

    private Node focusOwner() {
        return FxWindow.onFx(() -> root().getScene().getFocusOwner());
    }

    private void type(String label, String text) {
        TextField field = (TextField) FxWindow.onFx(() -> nodes(root()).stream()
                .filter(node -> node instanceof TextField && label.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + label)));
        FxWindow.onFx(() -> {
            field.requestFocus();
            field.selectAll();
            return true;
        });
        window.robot().write(text);
        assertEquals(text, FxWindow.onFx(field::getText));
    }

    private Button button(String accessibleText) {
        window.waitUntil("there is a button " + accessibleText, () -> buttonOrNull(accessibleText) != null);
        return FxWindow.onFx(() -> buttonOrNull(accessibleText));
    }

    private Button buttonOrNull(String accessibleText) {
        return nodes(root()).stream()
                .filter(node -> node instanceof Button && accessibleText.equals(node.getAccessibleText()))
                .map(Button.class::cast)
                .findFirst()
                .orElse(null);
    }

    private Parent root() {
        return window.find(".training").getScene().getRoot();
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static List<Node> nodes(Node top) {
        List<Node> all = new ArrayList<>(List.of(top));
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Parent parent) {
                all.addAll(parent.getChildrenUnmodifiable());
            }
        }
        return all;
    }
}
