package org.maferstudio.ui.results.importexport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.results.MadeExperiments;
import org.maferstudio.ui.results.ResultsViewModel;
import org.maferstudio.ui.results.ResultsWindow;
import org.maferstudio.ui.results.evaluation.ExperimentEvaluator;
import org.maferstudio.ui.workbench.Workbench;

/** One walk through the sheets. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class ImportExportViewTest {
    @TempDir
    private Path folder;

    @Test
    void aFigureIsSeenSavedAndATableImported(FxWindow window) throws Exception {
        MadeExperiments.evaluated(folder, "base", 8, 3);
        Answers answers = new Answers(folder);
        answers.choose(
                Files.writeString(folder.resolve("theirs.csv"), "image,gt_label,prediction\na,sad,sad\nb,sad,happy\n"));
        try (BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
                    throw new AssertionError(problem);
                });
                Workspace workspace = Workspace.open(folder)) {
            Workbench workbench = new Workbench(workspace);
            ResultsViewModel model =
                    FxWindow.onFx(() -> new ResultsViewModel(workbench, jobs, answers, ExperimentEvaluator.ENGINE));
            ResultsWindow.showResults(window, model, jobs, answers);
            ImportExport exchange = model.exchange();
            open(exchange::exportFigure);
            ImageView preview = (ImageView) window.find(".figure-preview .image-view");
            window.waitUntil("the preview is painted", () -> preview.getImage() != null);
            window.robot().clickOn("Grey").clickOn("SVG").clickOn("Save\u2026");
            window.waitUntil(
                    "it is saved",
                    () -> Files.exists(folder.resolve("confusion-2026-01-01-120000-base-native.svg"))
                            && !exchange.figures().openProperty().get());
            open(exchange::exportFigure);
            window.waitUntil("the pane-dialog is open again", () -> window.find(".figure-dialog")
                    .isVisible());
            window.robot().push(KeyCode.ESCAPE);
            assertEquals(
                    false, FxWindow.onFx(() -> exchange.figures().openProperty().get()));
            open(exchange::exportBundle);
            window.waitUntil("the pane-dialog is open", () -> window.find(".bundle-dialog")
                    .isVisible());
            window.robot().push(KeyCode.ESCAPE);
            assertEquals(
                    false, FxWindow.onFx(() -> exchange.bundle().openProperty().get()));
            open(exchange::importResults);
            window.waitUntil(
                    "the table is understood",
                    () -> exchange.imports().readyExpression().get());
            window.robot().clickOn("Import");
            window.waitUntil(
                    "it is looked at",
                    () -> model.experiments().rows().size() == 2
                            && model.experiments()
                                    .selectedProperty()
                                    .get()
                                    .name()
                                    .equals("theirs")
                            && model.shown().headlineProperty().get().n().equals("2"));
            assertTrue(FxWindow.onFx(() -> model.problemProperty().get()).isEmpty());
        }
    }

    private static void open(Runnable command) {
        FxWindow.onFx(() -> {
            command.run();
            return true;
        });
    }
}
