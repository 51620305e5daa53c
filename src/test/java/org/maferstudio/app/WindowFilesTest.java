package org.maferstudio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.fixture.WatchedFiles;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.settings.Settings;
import org.maferstudio.ui.controls.FileDialogs;

/** No pane touches a file on the thread that paints the window. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class WindowFilesTest {
    private static final LabelSet LABELS = LabelSet.fer2013();

    @TempDir
    private Path folder;

    @Test
    void openingEveryPaneWorkingInItAndClosingTouchesNoFileOnTheScreensThread(FxWindow window) {
        WatchedFiles files = new WatchedFiles();
        Path place = files.watch(folder);
        DatasetSource faces = TinyFaces.write(folder, 8, 3);
        evaluated(faces);
        GuiOptions options =
                GuiOptions.of(place.resolve("settings.json"), place.resolve("workspace"), null, FileDialogs.CANCEL);
        Wiring wiring = FxWindow.onFx(() -> {
            Wiring made = new Wiring(options, Settings.Theme.LIGHT, Platform::runLater);
            made.window().show();
            window.own(made.window().stage());
            return made;
        });
        FxWindow.onFx(() -> {
            wiring.workbench().datasetSourceProperty().set(faces);
            return true;
        });
        for (String pane : FxWindow.onFx(() -> wiring.window().shell().paneIds())) {
            window.robot().clickOn(window.find("#nav-" + pane));
            calm(window, wiring);
        }
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT5);
        calm(window, wiring);
        FxWindow.onFx(() -> {
            TourScene.of("results", wiring).forEach(scene -> scene.actions().run());
            return true;
        });
        calm(window, wiring);
        window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        FxWindow.onFx(() -> {
            wiring.window().close();
            return true;
        });
        calm(window, wiring);
        assertEquals(List.of(), files.touchedOnScreen());
        assertTrue(files.touchedElsewhere() > 20, "only " + files.touchedElsewhere() + " files were looked at");
        wiring.close();
    }

    private static void calm(FxWindow window, Wiring wiring) {
        window.waitUntil("all work is done", () -> wiring.jobs().busyProperty().get() == 0);
    }

    private void evaluated(DatasetSource faces) {
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            for (int i = 0; i < 2; i++) {
                Experiment experiment = workspace.create(
                        Recipe.DEFAULT.named("run-" + i).on(faces), LocalDateTime.of(2026, 1, 1, 12, i));
                List<Prediction> rows = new ArrayList<>();
                for (int label = 0; label < LABELS.size(); label++) {
                    float[] probabilities = new float[LABELS.size()];
                    probabilities[label] = 1;
                    rows.add(new Prediction("s" + label, "", label, label, probabilities));
                }
                experiment.write(new Predictions(LABELS, "test", Resolution.NATIVE, rows));
            }
        }
    }
}
