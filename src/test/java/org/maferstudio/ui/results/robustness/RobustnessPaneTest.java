package org.maferstudio.ui.results.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.ui.controls.FigurePane;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.results.ResultsViewModel;
import org.maferstudio.ui.results.ResultsWindow;
import org.maferstudio.ui.results.evaluation.ExperimentEvaluator;
import org.maferstudio.ui.workbench.Workbench;

/** One walk through the page. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class RobustnessPaneTest {
    @TempDir
    private Path folder;

    @Test
    void curvesClassesAndDifferencesAreShownAndWrongStrengthsCannotBeEvaluated(FxWindow window) {
        Experiment a = MadeRobustness.blurred(folder, "Baseline", 8, 7, 5, 2);
        Experiment b = MadeRobustness.blurred(folder, "Multi-resolution", 8, 8, 7, 6);
        try (BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
                    throw new AssertionError(problem);
                });
                Workspace workspace = Workspace.open(folder)) {
            ResultsViewModel results = FxWindow.onFx(() -> {
                Workbench workbench = new Workbench(workspace);
                ResultsViewModel made =
                        new ResultsViewModel(workbench, jobs, FileDialogs.CANCEL, ExperimentEvaluator.ENGINE);
                workbench.showExperiment(a.folder(), List.of(b.folder()));
                return made;
            });
            ResultsWindow.showResults(window, results, jobs, FileDialogs.CANCEL);
            window.robot().clickOn("Datasets");
            window.robot().clickOn("Degraded images");
            window.waitUntil(
                    "both networks are read",
                    () -> results.robustness()
                                    .comparisonProperty()
                                    .get()
                                    .networks()
                                    .size()
                            == 2);
            window.waitUntil("the figures are drawn", () -> jobs.busyProperty().get() == 0);
            TableView<?> differences = (TableView<?>) window.find(".robustness-differences");
            assertEquals(4, differences.getItems().size());
            for (Node figure : window.robot().lookup(".robustness .figure").queryAll()) {
                assertTrue(((FigurePane) figure).getFigure() != null);
                assertTrue(figure.getLayoutBounds().getHeight() > 150, figure::toString);
            }
            Node evaluate = window.find("#evaluate-degraded");
            assertFalse(evaluate.isDisabled());
            FxWindow.onFx(() -> {
                results.robustness().form().strengthsProperty().set("0");
                return true;
            });
            assertTrue(evaluate.isDisabled());
        }
    }
}
