package org.maferstudio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.ui.parts.FileDialogs;
import org.maferstudio.ui.parts.LogBuffer;

@Tag("ui")
@ExtendWith(FxExtension.class)
class WindowTest {
    private static final List<String> PANES =
            List.of("start", "datasets", "schedule", "training", "results", "settings");
    private static final Executor SCREEN = Platform::runLater;

    @TempDir
    private Path folder;

    private Wiring wiring;

    @BeforeEach
    void open(FxWindow window) {
        wiring = FxWindow.onFx(() -> {
            GuiOptions options = GuiOptions.of(
                    folder.resolve("settings.json"), folder.resolve("workspace"), null, FileDialogs.CANCEL);
            Wiring made = new Wiring(options, Settings.Theme.LIGHT, SCREEN);
            made.window().show();
            window.own(made.window().stage());
            return made;
        });
    }

    @AfterEach
    void close() {
        FxWindow.onFx(() -> {
            wiring.close();
            return true;
        });
    }

    @Test
    void everyPaneOpensByClickAndByKeyWithoutAWarning(FxWindow window) {
        window.own(wiring.window().stage());
        for (String pane : PANES) {
            window.robot().clickOn(window.find("#nav-" + pane));
            assertEquals(pane, front());
        }
        for (int i = 0; i < PANES.size(); i++) {
            window.robot().push(KeyCode.CONTROL, KeyCode.getKeyCode(Integer.toString(i + 1)));
            assertEquals(PANES.get(i), front());
            assertTrue(((ToggleButton) window.find("#nav-" + PANES.get(i))).isSelected());
        }
        window.waitUntil("all work is done", () -> wiring.jobs().busyProperty().get() == 0);
        assertEquals(
                List.of(),
                wiring.log().lines().stream().filter(LogBuffer.Line::isWarning).toList());
    }

    @Test
    void helpFollowsThePaneInFront(FxWindow window) {
        window.own(wiring.window().stage());
        window.robot().push(KeyCode.F1);
        for (String pane : PANES) {
            window.robot().clickOn(window.find("#nav-" + pane));
            assertFalse(((VBox) window.find(".help-page")).getChildren().isEmpty());
        }
        window.robot().push(KeyCode.F1);
        assertTrue(FxWindow.onFx(
                () -> wiring.window().shell().lookupAll(".help-page").isEmpty()));
    }

    @Test
    void theThemeChangesByKeyAndIsRemembered(FxWindow window) {
        window.own(wiring.window().stage());
        window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        SettingsStore store = new SettingsStore(folder.resolve("settings.json"));
        window.waitUntil("the settings are saved", () -> store.load().theme() == Settings.Theme.DARK);
    }

    @Test
    void closingRemembersThePaneInFront(FxWindow window) {
        window.own(wiring.window().stage());
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT5);
        FxWindow.onFx(() -> {
            wiring.window().close();
            return true;
        });
        assertEquals(
                "results",
                new SettingsStore(folder.resolve("settings.json")).load().pane());
    }

    private String front() {
        return FxWindow.onFx(() -> wiring.desk().paneProperty().get());
    }
}
