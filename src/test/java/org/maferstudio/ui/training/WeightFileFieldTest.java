package org.maferstudio.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.ChosenFiles;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.workbench.Workbench;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/** One walk over the field of the weight file, by mouse and by keyboard. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class WeightFileFieldTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsChosenItsLayersAreShownAndItIsCleared(FxWindow window) {
        Path file = write();
        try (BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
                    throw new AssertionError(problem);
                });
                Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            TrainingViewModel model = FxWindow.onFx(() -> new TrainingViewModel(
                    new Workbench(workspace), jobs, new WatchedTrainer(), new ChosenFiles(() -> file, () -> null)));
            window.show(() -> (StackPane) new TrainingView(
                            model,
                            new FigureRenderer(
                                    jobs, FileDialogs.CANCEL, new SimpleObjectProperty<>(FigureStyle.light())))
                    .node());
            seeBelow(window);
            window.robot().clickOn(window.find("#choose-base"));
            window.waitUntil(
                    "the file is told",
                    () -> model.base().sentenceProperty().get().startsWith("Safetensors: "));
            seeBelow(window);
            window.robot().clickOn(window.find("#base-layers"));
            window.waitUntil("the layers are listed", () -> window.robot()
                    .lookup(".base-report .list-cell")
                    .tryQuery()
                    .isPresent());
            window.robot().push(KeyCode.ESCAPE);
            assertTrue(window.robot().lookup(".base-report").tryQuery().isEmpty(), "Escape closes the list");
            window.robot().clickOn(window.find("#clear-base"));
            assertEquals("", FxWindow.onFx(() -> model.base().sentenceProperty().get()));
            assertEquals(
                    "",
                    FxWindow.onFx(
                            () -> model.form().recipeProperty().get().network().base()));
        }
    }

    /** The field lies below the edge of the form. */
    private static void seeBelow(FxWindow window) {
        FxWindow.onFx(() -> {
            ScrollPane form = (ScrollPane) window.find(".recipe .scroll-pane");
            Node field = window.find("#choose-base");
            double y = form.getContent().sceneToLocal(field.localToScene(0, 0)).getY();
            double above = form.getContent().getLayoutBounds().getHeight()
                    - form.getViewportBounds().getHeight();
            form.setVvalue(Math.min(1, Math.max(0, (y - 200) / above)));
            form.layout();
            return true;
        });
    }

    private Path write() {
        NetworkSpec spec = NetworkSpec.of(NetworkSpec.SE_RESNET_18, 1);
        List<Tensor> tensors = new ArrayList<>();
        for (LoadReport.Entry entry :
                LoadReport.of(spec, 7, WeightFile.of(List.of(), Map.of())).entries()) {
            long[] shape = entry.shape().stream().mapToLong(Long::longValue).toArray();
            int size = (int) entry.shape().stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
            tensors.add(Tensor.ofFloats(entry.name(), new float[size], shape));
        }
        Path file = folder.resolve("base.safetensors");
        Safetensors.write(file, WeightFile.of(tensors, Map.of()));
        assertTrue(Files.exists(file));
        return file;
    }
}
