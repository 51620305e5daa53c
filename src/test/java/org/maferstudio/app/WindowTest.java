package org.maferstudio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.Popover;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.workbench.LogBuffer;

@Tag("ui")
@ExtendWith(FxExtension.class)
class WindowTest {
    private static final List<String> PANES = List.of(
            "start", "datasets", "schedule", "training", "results", "embedding", "live", "analysis", "settings");
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

    /** Where plus lies depends on the keyboard: a key of its own, Shift and equals (US), or the number pad. */
    @Test
    void theFontGrowsAndShrinksByWhicheverKeyAKeyboardHasForIt(FxWindow window) {
        window.own(wiring.window().stage());
        int usual = Settings.DEFAULT_FONT_SIZE;
        assertEquals(font(usual + 1), fontAfter(window, KeyCode.SHIFT, KeyCode.EQUALS));
        assertEquals(font(usual + 2), fontAfter(window, KeyCode.EQUALS));
        assertEquals(font(usual + 3), fontAfter(window, KeyCode.SHIFT, KeyCode.PLUS));
        assertEquals(font(usual + 4), fontAfter(window, KeyCode.PLUS));
        assertEquals(font(usual + 5), fontAfter(window, KeyCode.ADD));
        assertEquals(font(usual + 4), fontAfter(window, KeyCode.MINUS));
        assertEquals(font(usual + 3), fontAfter(window, KeyCode.SHIFT, KeyCode.MINUS));
        assertEquals(font(usual + 2), fontAfter(window, KeyCode.SUBTRACT));
        assertEquals(font(usual), fontAfter(window, KeyCode.DIGIT0));
    }

    private static String font(int size) {
        return "-fx-font-size: " + size + "px;";
    }

    private String fontAfter(FxWindow window, KeyCode... keys) {
        List<KeyCode> all = new ArrayList<>(List.of(KeyCode.CONTROL));
        all.addAll(List.of(keys));
        window.robot().push(all.toArray(KeyCode[]::new));
        return FxWindow.onFx(() -> wiring.window().shell().getStyle());
    }

    @Test
    void closingRemembersThePaneInFront(FxWindow window) {
        window.own(wiring.window().stage());
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT5);
        FxWindow.onFx(() -> {
            wiring.window().close();
            return true;
        });
        SettingsStore store = new SettingsStore(folder.resolve("settings.json"));
        window.waitUntil("the settings are saved", () -> store.load().pane().equals("results"));
    }

    @Test
    void helpLeavesThePaneItsWidthAndEscapeClosesIt(FxWindow window) {
        window.own(wiring.window().stage());
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT5);
        double before = width(window.find(".results"));
        window.robot().push(KeyCode.F1);
        Node help = window.find(".help-view");
        window.waitUntil("help has its place", () -> help.getBoundsInParent().getWidth() > 0);
        assertEquals(before, width(window.find(".results")));
        Bounds place = FxWindow.onFx(() -> help.localToScene(help.getBoundsInLocal()));
        assertTrue(place.getMaxX() <= FxWindow.onFx(() -> help.getScene().getWidth()), "cut off at " + place);
        window.robot().push(KeyCode.ESCAPE);
        assertNull(FxWindow.onFx(help::getParent));
    }

    @Test
    void jobsAndCommandsCloseWithEscapeAndWithAClickElsewhere(FxWindow window) {
        window.own(wiring.window().stage());
        for (List<KeyCode> keys :
                List.of(List.of(KeyCode.CONTROL, KeyCode.J), List.of(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P))) {
            window.robot().push(keys.toArray(KeyCode[]::new));
            assertEquals(1, popups());
            window.robot().push(KeyCode.ESCAPE);
            assertEquals(0, popups(), "Escape");
            window.robot().push(keys.toArray(KeyCode[]::new));
            assertEquals(1, popups());
            window.robot().clickOn(window.find(".pane-header"));
            assertEquals(0, popups(), "a click");
        }
    }

    @Test
    void closingWhileSomethingTrainsAsksAndStopsItOnlyIfThatIsTheAnswer(FxWindow window) {
        window.own(wiring.window().stage());
        Job training = FxWindow.onFx(() -> wiring.jobs()
                .start(JobPlan.of("Training compact", WindowTest::untilAsked).weighing(JobPlan.Weight.KEPT)));
        window.waitUntil("it runs", () -> training.getState() == RunStatus.RUNNING);
        Platform.runLater(wiring.window()::close);
        window.waitUntil(
                "it asks",
                () -> window.robot().lookup("Keep running").tryQuery().isPresent());
        assertTrue(window.robot()
                .lookup("Still running: Training compact")
                .tryQuery()
                .isPresent());
        window.robot().clickOn("Keep running");
        assertTrue(FxWindow.onFx(wiring.window().stage()::isShowing));
        assertFalse(training.isStopRequested());

        Platform.runLater(wiring.window()::close);
        window.waitUntil(
                "it asks again",
                () -> window.robot().lookup("Stop and close").tryQuery().isPresent());
        window.robot().clickOn("Stop and close");
        window.waitUntil("it is closed", () -> !wiring.window().stage().isShowing());
        window.waitUntil("it has stopped in order", () -> training.getState() == RunStatus.STOPPED);
    }

    private static Integer untilAsked(Progress progress) throws InterruptedException {
        while (!progress.stopRequested()) {
            Thread.sleep(5);
        }
        return 0;
    }

    private static double width(Node node) {
        return FxWindow.onFx(() -> node.getBoundsInParent().getWidth());
    }

    /** Boxes above the window; tooltips are none. */
    private static int popups() {
        return FxWindow.onFx(() -> (int) Window.getWindows().stream()
                .filter(window -> window instanceof Popover && window.isShowing())
                .count());
    }

    private String front() {
        return FxWindow.onFx(() -> wiring.workbench().paneProperty().get());
    }
}
