package org.maferstudio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.settings.Settings;
import org.maferstudio.ui.controls.FileDialogs;

/** The numbers above the figures are whole, however long the name of what they were measured on. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class HeadlineRoomTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1100, 1200, 1280})
    void noNumberLiesBelowTheNamesOfThePages(int width, FxWindow window) {
        Path first = IncludedExperiments.open(IncludedExperiments.entries().get(0), folder.resolve("gallery"))
                .folder();
        GuiOptions options =
                GuiOptions.of(folder.resolve("settings.json"), folder.resolve("workspace"), null, FileDialogs.CANCEL);
        Wiring wiring = FxWindow.onFx(() -> {
            Wiring made = new Wiring(options, Settings.Theme.LIGHT, Platform::runLater);
            made.window().show();
            window.own(made.window().stage());
            made.workbench().showExperiment(first);
            return made;
        });
        window.resize(width);
        window.find(".headline .headline-value");
        window.waitUntil("all is drawn", () -> wiring.jobs().busyProperty().get() == 0);
        List<String> below = FxWindow.onFx(() -> {
            Parent root = window.find(".headline").getScene().getRoot();
            root.applyCss();
            root.layout();
            root.layout();
            Bounds pages = bounds(window.find("#results-pages"));
            double inside = root.getScene().getWidth();
            List<String> found = new ArrayList<>();
            int numbers = 0;
            for (Node number : ((Parent) window.find(".headline")).getChildrenUnmodifiable()) {
                if (number.isVisible() && number.isManaged()) {
                    numbers++;
                    if (bounds(number).intersects(pages) || bounds(number).getMaxX() > inside) {
                        found.add("number " + numbers + " is at " + bounds(number) + ", the pages at " + pages);
                    }
                }
            }
            assertTrue(numbers >= 3, numbers + " numbers");
            assertTrue(pages.getMaxX() <= inside, "the pages end at " + pages.getMaxX());
            return found;
        });
        assertEquals(List.of(), below);
        FxWindow.onFx(() -> {
            wiring.window().close();
            return true;
        });
        window.waitUntil("all is saved", () -> wiring.jobs().busyProperty().get() == 0);
        wiring.close();
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
