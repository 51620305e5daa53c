package org.maferstudio.ui.networkimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.ChosenFiles;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.network.onnx.OnnxFixtures;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.results.ResultsViewModel;
import org.maferstudio.ui.results.ResultsWindow;
import org.maferstudio.ui.results.evaluation.ExperimentEvaluator;
import org.maferstudio.ui.workbench.Workbench;

/** One walk through the dialog, with a real network. */
@Tag("ui")
@Tag("engine")
@ExtendWith(FxExtension.class)
class NetworkImportWalkTest {
    @TempDir
    private Path folder;

    @Test
    void aContractIsLoadedCorrectedCheckedAndImported(FxWindow window) throws Exception {
        AtomicReference<Path> chosen = new AtomicReference<>(OnnxFixtures.file("four48"));
        ChosenFiles dialogs = new ChosenFiles(chosen::get, chosen::get);
        try (BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
                    throw new AssertionError(problem);
                });
                Workspace workspace = Workspace.open(folder)) {
            Workbench workbench = new Workbench(workspace);
            ResultsViewModel results =
                    FxWindow.onFx(() -> new ResultsViewModel(workbench, jobs, dialogs, ExperimentEvaluator.ENGINE));
            ResultsWindow.show(window, results, jobs, dialogs);
            NetworkImportViewModel model = results.exchange().networkImport();
            FxWindow.onFx(() -> {
                workbench.datasetSourceProperty().set(DatasetSource.of("drawn"));
                workbench.datasetProperty().set(DrawnFaces.dataset(1));
                workbench.datasetNameProperty().set("Drawn faces");
                model.choose();
                return true;
            });
            window.waitUntil("the file is read", () -> model.fileProperty().get() != null);
            chosen.set(OnnxFixtures.FOLDER.resolve("four48.json"));
            window.robot().clickOn("Load\u2026");
            window.waitUntil(
                    "the network has seen the images",
                    () -> model.images().imagesProperty().get() != null);
            window.waitUntil(
                    "they are shown",
                    () -> window.find(".network-import")
                                    .lookupAll(".network-import-tile")
                                    .size()
                            == CheckImage.COUNT);
            // In a window of this height one has to scroll to it.
            Button check = (Button) window.find("#network-import-check");
            FxWindow.onFx(() -> {
                check.fire();
                return true;
            });
            window.waitUntil(
                    "it is checked", () -> model.check().reportProperty().get() != null);
            assertTrue(FxWindow.onFx(() -> model.check().reportProperty().get().sentence())
                    .startsWith("Accuracy on 300 images with this contract"));
            ComboBox<?> alignment = (ComboBox<?>) window.find("#network-import-alignment");
            FxWindow.onFx(() -> {
                alignment.getSelectionModel().select(List.of(Alignment.values()).indexOf(Alignment.EYES));
                return true;
            });
            window.waitUntil(
                    "it is seen with the new contract",
                    () -> model.images().imagesProperty().get() != null
                            && model.check().reportProperty().get() == null);
            window.clickOn("#network-import-save");
            window.waitUntil(
                    "it is listed",
                    () -> results.experiments().selectedProperty().get() != null
                            && results.experiments()
                                    .selectedProperty()
                                    .get()
                                    .name()
                                    .equals("four48"));
            Path made = FxWindow.onFx(() -> workbench.experimentProperty().get());
            assertEquals(
                    Alignment.EYES,
                    Experiment.open(made).manifest().input().orElseThrow().alignment());
            assertEquals(false, FxWindow.onFx(() -> model.openProperty().get()));
        }
    }
}
