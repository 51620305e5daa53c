package org.maferstudio.ui.training.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.workbench.Workbench;

/** Plans a series by mouse and keyboard, and counts the clicks that the manual names. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class SeriesDialogTest {
    @TempDir
    private Path folder;

    private final List<Series> started = new ArrayList<>();
    private final List<SeriesExecution> executions = new ArrayList<>();
    private FxWindow window;
    private int clicks;

    /** Notes what it gets. */
    private final class Queue implements SeriesQueue {
        @Override
        public void add(Series series, SeriesExecution execution) {
            started.add(series);
            executions.add(execution);
        }

        @Override
        public void extended(Path series) {
            throw new AssertionError("a new one was planned");
        }
    }

    @Test
    void fiveRatesTwoSchedulesAndThreeSeedsTakeNineClicks(FxWindow opened) {
        window = opened;
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"));
                BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
                    throw new AssertionError(problem);
                })) {
            SeriesBase base = new SeriesBase(
                    new SimpleObjectProperty<>(
                            RecipeJson.change(RecipePreset.COMPACT.recipe(), Map.of("machine.threads", 1))
                                    .on(TinyFaces.write(folder, 2, 1))),
                    RecipePreset::recipe,
                    recipe -> 60);
            SeriesViewModel model = FxWindow.onFx(
                    () -> new SeriesViewModel(new Workbench(workspace), jobs, base, new FakeClusters(), new Queue()));
            window.show(() -> {
                Button open = new Button("Series…");
                open.setId("series-open");
                open.setOnAction(event -> model.open());
                SeriesDialog dialog = new SeriesDialog(model);
                VBox.setVgrow(dialog.node(), Priority.ALWAYS);
                return new VBox(open, dialog.node());
            });
            click("#series-open", 0);
            type(".series-values", 0, "log 1e-4..1e-2 x 5");
            click("#series-add", 0);
            click(".series-row .combo-box", 1);
            window.robot().clickOn("Downsampling");
            clicks++;
            type(".series-values", 1, "off; cr-simplified");
            type("#series-seeds", 0, "17, 18, 19");
            type("#series-at-once .text-field", 0, "2");
            window.waitUntil("30 runs are planned", () -> model.runs().size() == 30);
            assertTrue(
                    FxWindow.onFx(() -> model.summaryProperty().get()).startsWith("30 runs, about "),
                    () -> model.summaryProperty().get());
            click("#series-start", 0);
            assertEquals(9, clicks);
            window.waitUntil("the series is in the queue", () -> !started.isEmpty());
            assertEquals(30, started.get(0).runs().size());
            assertEquals(List.of(SeriesExecution.local(2)), executions);
        }
    }

    private void click(String selector, int index) {
        window.clickOn(selector, index);
        clicks++;
    }

    private void type(String selector, int index, String text) {
        click(selector, index);
        window.robot().push(KeyCode.CONTROL, KeyCode.A);
        window.robot().write(text);
        TextField field = (TextField) FxWindow.onFx(
                () -> List.copyOf(window.find(".series").lookupAll(selector)).get(index));
        assertEquals(text, FxWindow.onFx(field::getText));
    }
}
