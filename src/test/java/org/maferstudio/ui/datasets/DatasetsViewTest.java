package org.maferstudio.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.controls.Thumbnails;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.workbench.Preferences;
import org.maferstudio.ui.workbench.Workbench;

@Tag("ui")
@ExtendWith(FxExtension.class)
class DatasetsViewTest {
    @TempDir
    Path folder;

    private final AtomicReference<DatasetsViewModel> model = new AtomicReference<>();
    private final BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
        throw new AssertionError(problem);
    });
    private Workspace workspace;

    @AfterEach
    void close() {
        jobs.close();
        workspace.close();
    }

    @Test
    void aFolderIsOpenedCheckedAndItsIssuesAreShown(FxWindow window) throws IOException {
        for (int i = 0; i < 40; i++) {
            Path file = folder.resolve((i % 2 == 0 ? "faces/train/happy/" : "faces/test/sad/") + i + ".png");
            Files.createDirectories(file.getParent());
            byte[] values = new byte[48 * 48];
            for (int k = 0; k < values.length; k++) {
                values[k] = (byte) ((k / 48 / 6 * 8 + k % 48 / 6) * 37 * (i / 2 + 1));
            }
            Files.write(file, ImageFile.png(new RasterImage(48, 48, 1, values)));
        }
        workspace = Workspace.open(folder.resolve("workspace"));
        window.show(this::pane);
        FxWindow.onFx(() -> {
            model.get().open(List.of(folder.resolve("faces")));
            return true;
        });
        window.waitUntil("it is examined", () -> !model.get().topics().isEmpty());
        window.waitUntil("nothing is left to do", () -> jobs.busyProperty().get() == 0);
        window.clickOn(".thumbnail");
        window.robot().push(KeyCode.RIGHT);
        assertEquals(
                "test/sad/11.png",
                FxWindow.onFx(() -> model.get().selectedProperty().get().id()));
        window.robot().clickOn(window.find(".issue .show"));
        assertTrue(FxWindow.onFx(() -> model.get().filterProperty().get().topic() != null));
        assertEquals(40, FxWindow.onFx(() -> model.get().shown().size()));
    }

    private Parent pane() {
        Preferences preferences =
                new Preferences(new SettingsStore(folder.resolve("settings.json")), Settings.defaults(), jobs);
        model.set(new DatasetsViewModel(new Workbench(workspace), preferences, jobs, FileDialogs.CANCEL));
        FigureRenderer figures =
                new FigureRenderer(jobs, FileDialogs.CANCEL, new SimpleObjectProperty<>(FigureStyle.light()));
        return (Parent) new DatasetsView(
                        model.get(),
                        figures,
                        new Thumbnails<>(jobs, sample -> sample.pixels().read(), 128))
                .node();
    }
}
