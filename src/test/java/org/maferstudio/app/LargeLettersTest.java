package org.maferstudio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.settings.WindowBounds;
import org.maferstudio.ui.controls.FigurePane;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.results.MadeExperiments;

/** Charts keep a height at which they can be read when the font is large. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class LargeLettersTest {
    private static final double LEAST_EM = 12;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # width, height, font size
            1280,    720,    20
            # as 1600 x 1000 at 20 px, on the screen of these tests
            1280,    800,    16
            """)
    void noVisibleChartOfTheResultsCollapses(int width, int height, int fontSize, FxWindow window) {
        Path workspace = folder.resolve("workspace");
        MadeExperiments.evaluated(workspace, "base", 8, 3);
        MadeExperiments.evaluated(workspace, "multi", 7, 6);
        Path settings = folder.resolve("settings.json");
        new SettingsStore(settings)
                .save(Settings.defaults()
                        .withTheme(Settings.Theme.LIGHT)
                        .withFontSize(fontSize)
                        .withWindow(new WindowBounds(0, 0, width, height, false)));
        GuiOptions options = GuiOptions.of(settings, workspace, null, FileDialogs.CANCEL);
        Wiring wiring = FxWindow.onFx(() -> {
            Wiring made = new Wiring(options, Settings.Theme.LIGHT, Platform::runLater);
            made.window().show();
            window.own(made.window().stage());
            return made;
        });
        window.clickOn("#nav-results");
        List<String> low = new ArrayList<>();
        for (int tab = 0; tab < 4; tab++) {
            TabPane tabs = (TabPane) window.find(".results-charts .tab-pane");
            int index = tab;
            FxWindow.onFx(() -> {
                tabs.getSelectionModel().select(index);
                return true;
            });
            window.waitUntil("all is drawn", () -> wiring.jobs().busyProperty().get() == 0);
            low.addAll(FxWindow.onFx(
                    () -> low("tab " + index, fontSize, window.find(".results").getScene())));
        }
        for (String page : List.of("Compare", "Slices", "Labels", "Paper", "Datasets", "Degraded images")) {
            window.robot()
                    .clickOn(window.robot()
                            .from(window.find(page.equals("Degraded images") ? "#other-images" : "#results-pages"))
                            .lookup(page)
                            .<Node>query());
            window.waitUntil("all is drawn", () -> wiring.jobs().busyProperty().get() == 0);
            low.addAll(FxWindow.onFx(
                    () -> low(page, fontSize, window.find(".results").getScene())));
        }
        assertEquals(List.of(), low);
        FxWindow.onFx(() -> {
            wiring.window().close();
            return true;
        });
        window.waitUntil("all is saved", () -> wiring.jobs().busyProperty().get() == 0);
        wiring.close();
    }

    private static List<String> low(String where, int fontSize, Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        List<String> found = new ArrayList<>();
        collect(where, fontSize, scene.getRoot(), found);
        return found;
    }

    /** The visible figures that are lower than they may be. */
    private static void collect(String where, int fontSize, Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof FigurePane figure && figure.getFigure() != null) {
            double em = figure.getHeight() / fontSize;
            if (Math.min(em, figure.getWidth() / fontSize) < LEAST_EM) {
                found.add("%s: %.1f x %.1f em: %s"
                        .formatted(where, figure.getWidth() / fontSize, em, figure.getAccessibleText()));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(where, fontSize, child, found));
        }
    }
}
