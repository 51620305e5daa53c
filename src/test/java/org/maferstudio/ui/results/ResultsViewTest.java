package org.maferstudio.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.report.figures.ConfusionFigure;
import org.maferstudio.report.figures.DifferenceFigure;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.results.Normalisation;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.results.evaluation.ExperimentEvaluator;
import org.maferstudio.ui.results.samples.CellSelection;
import org.maferstudio.ui.workbench.Workbench;
import org.testfx.util.WaitForAsyncUtils;

/** One walk through the pane, by mouse and by keyboard. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class ResultsViewTest {
    private static final FigureStyle LOOK = FigureStyle.light();

    @TempDir
    private Path folder;

    @Test
    void thereIsATabOfValuesWhileTheSelectedExperimentPredictsThem(FxWindow window) {
        MadeExperiments.evaluated(folder, "classes", 8, 3);
        MadeExperiments.bare(folder, "valence")
                .write(MadeExperiments.withValence(MadeExperiments.predictions("test", Resolution.NATIVE, 8)));
        try (BackgroundJobs jobs = jobs();
                Workspace workspace = Workspace.open(folder)) {
            ResultsViewModel model = show(window, workspace, jobs);
            select(model, "valence");
            window.waitUntil("there is a tab", () -> tabs(window).contains("Values"));
            window.robot().clickOn("Values");
            window.waitUntil("the table is shown", () -> window.robot()
                    .lookup(".value-table .table-row-cell")
                    .tryQuery()
                    .isPresent());
            select(model, "classes");
            window.waitUntil("there is none", () -> !tabs(window).contains("Values"));
        }
    }

    private static void select(ResultsViewModel model, String name) {
        FxWindow.onFx(() -> {
            model.experiments().rows().stream()
                    .filter(row -> row.name().equals(name))
                    .findFirst()
                    .ifPresent(model.experiments().selectedProperty()::set);
            return true;
        });
    }

    private static List<String> tabs(FxWindow window) {
        TabPane pane = (TabPane) window.find(".results-charts .tab-pane");
        return FxWindow.onFx(() -> pane.getTabs().stream().map(Tab::getText).toList());
    }

    private ResultsViewModel show(FxWindow window, Workspace workspace, BackgroundJobs jobs) {
        ResultsViewModel model = FxWindow.onFx(() ->
                new ResultsViewModel(new Workbench(workspace), jobs, FileDialogs.CANCEL, ExperimentEvaluator.ENGINE));
        ResultsWindow.showResults(window, model, jobs, FileDialogs.CANCEL);
        return model;
    }

    @Test
    void aCellIsClickedAResolutionChosenAndAnExperimentTicked(FxWindow window) {
        MadeExperiments.evaluated(folder, "base", 8, 3);
        MadeExperiments.evaluated(folder, "multi", 7, 6);
        try (BackgroundJobs jobs = jobs();
                Workspace workspace = Workspace.open(folder)) {
            ResultsViewModel model = show(window, workspace, jobs);

            // What watches the width must survive a collection.
            System.gc();
            Node list = window.find(".results-list");
            window.resize(900);
            window.waitUntil("the list makes room", () -> !list.isVisible());
            window.resize(1280);
            window.waitUntil("the list is back", list::isVisible);
            // The matrix moves with the next layout.
            WaitForAsyncUtils.waitForFxEvents();

            click(window, model, 4, 5);
            window.waitUntil(
                    "samples are listed", () -> model.samples().samples().size() == 3);

            window.clickOn(".sample-list .thumbnail");
            assertEquals("4-7", text(window, ".sample-detail .label"), "the surest of the wrong ones");
            window.robot().push(KeyCode.SHIFT, KeyCode.RIGHT);
            assertEquals("Mean of 2 selected samples", text(window, ".sample-detail .label"));
            window.robot().push(KeyCode.CONTROL, KeyCode.C);
            assertEquals(
                    "4-7\tsadness\tsurprise\t0.8300\n4-8\tsadness\tsurprise\t0.8200",
                    FxWindow.onFx(() -> Clipboard.getSystemClipboard().getString()));
            window.robot().push(KeyCode.ESCAPE);
            assertEquals(
                    null, FxWindow.onFx(() -> model.samples().pickedProperty().get()));
            click(window, model, 4, 5);

            window.robot()
                    .push(KeyCode.RIGHT)
                    .push(KeyCode.LEFT)
                    .push(KeyCode.UP)
                    .push(KeyCode.ENTER);
            Node matrix = window.find(".confusion-matrix");
            Node cell = FxWindow.onFx(() -> (Node) matrix.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM));
            assertEquals(
                    matrix.getAccessibleText(),
                    FxWindow.onFx(() -> cell.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
            assertTrue(matrix.getAccessibleText().contains("predicted as surprise"), matrix.getAccessibleText());
            assertEquals(
                    new CellSelection(3, 5),
                    FxWindow.onFx(() -> model.samples().choice().orElseThrow()));
            window.robot().push(KeyCode.ESCAPE);
            assertEquals(
                    null, FxWindow.onFx(() -> model.samples().pickedProperty().get()));

            double half = height(window.find(".results-charts .tab-pane"));
            window.robot().clickOn("Training");
            window.waitUntil(
                    "the curves of the training have the whole height",
                    () -> height(window.find(".results-charts .tab-pane")) > 1.5 * half);
            window.robot().clickOn(".results-charts .tab-label");

            window.robot().clickOn("Paper");
            window.waitUntil("it says which numbers the paper has", () -> window.robot()
                    .lookup((Label label) ->
                            label.getText() != null && label.getText().contains("RAF-DB"))
                    .tryQuery()
                    .isPresent());
            window.robot().clickOn("Datasets");
            window.waitUntil(
                    "its page is shown", () -> window.find(".paper-page").isVisible());
            window.robot().clickOn("Figures");

            Slider slider = (Slider) window.find(".resolution-slider .slider");
            FxWindow.onFx(() -> {
                slider.requestFocus();
                return true;
            });
            window.robot().push(KeyCode.LEFT);
            assertEquals(
                    Resolution.of(8),
                    FxWindow.onFx(() -> model.shown().resolutionProperty().get()));

            // The first row is the one that is shown already.
            window.clickOn(".experiments .check-box", 1);
            window.waitUntil(
                    "the two are compared",
                    () -> !model.shown().comparisonProperty().get().isEmpty()
                            && jobs.busyProperty().get() == 0);
            assertEquals(
                    2,
                    FxWindow.onFx(
                            () -> model.shown().figuresProperty().get().shown().size()));
            compareDoubtAndTabulate(window, model, jobs);
        }
    }

    /** The other pages: one experiment minus another, the samples broken, doubtful labels, and the table. */
    private static void compareDoubtAndTabulate(FxWindow window, ResultsViewModel model, BackgroundJobs jobs) {
        window.robot().clickOn("Compare").clickOn("Difference");
        window.waitUntil(
                "the difference is shown",
                () -> model.comparison().figureProperty().get() instanceof DifferenceFigure);
        Node broken = window.robot()
                .lookup((Button button) ->
                        button.getText() != null && button.getText().startsWith("Broken"))
                .query();
        window.robot().clickOn(broken);
        window.waitUntil("they are listed", () -> !model.samples().samples().isEmpty());
        window.robot().push(KeyCode.ESCAPE);
        window.robot().clickOn("Labels");
        Node uncertain = window.robot()
                .lookup((TableCell<?, ?> cell) -> cell.isVisible() && "Anger".equals(cell.getText()))
                .query();
        window.robot().clickOn(uncertain).push(KeyCode.W);
        window.waitUntil(
                "it is marked", () -> model.labelReview().countsProperty().get().endsWith(" 1 marked"));
        window.robot().push(KeyCode.CONTROL, KeyCode.Z);
        window.waitUntil(
                "and no more", () -> model.labelReview().countsProperty().get().endsWith(" 0 marked"));
        slice(window, model);
        window.robot().clickOn("Figures").clickOn("All columns");
        window.waitUntil(
                "the table has accuracies",
                () -> window.find(".experiments-pane").isVisible()
                        && jobs.busyProperty().get() == 0
                        && window.robot().lookup("Native, %").tryQuery().isPresent());
        window.robot().clickOn("Back to the figures");
        window.waitUntil(
                "it is closed",
                () -> !model.experiments().table().openProperty().get());
    }

    /** A slice is selected in its table, and its faces are shown on request. */
    private static void slice(FxWindow window, ResultsViewModel model) {
        window.robot().clickOn("Slices");
        window.waitUntil(
                "the classes are slices", () -> !model.slices().columnNames().isEmpty());
        Node fear = window.robot()
                .lookup((TableCell<?, ?> cell) -> cell.isVisible() && "fear (few images)".equals(cell.getText()))
                .query();
        window.robot().clickOn(fear);
        window.waitUntil("they are selected", () -> model.samples().samples().size() == 10);
        window.robot().clickOn("Show images");
        window.waitUntil("they are listed", () -> window.find(".sample-list").isVisible());
        window.robot().push(KeyCode.ESCAPE);
        window.waitUntil("none are", () -> model.samples().samples().isEmpty());
    }

    private static double height(Node node) {
        return FxWindow.onFx(() -> node.getLayoutBounds().getHeight());
    }

    private static String text(FxWindow window, String selector) {
        return ((Label) window.find(selector)).getText();
    }

    private static void click(FxWindow window, ResultsViewModel model, int trueClass, int predicted) {
        Node pane = window.find(".confusion-matrix");
        ConfusionFigure figure =
                FxWindow.onFx(() -> model.shown().figuresProperty().get().confusion(Normalisation.ROWS));
        Point2D at = FxWindow.onFx(() -> {
            var bounds = pane.getLayoutBounds();
            Rectangle2D cell = figure.bounds(
                    new ConfusionFigure.Cell(0, trueClass, predicted),
                    new Figure.Size(bounds.getWidth(), bounds.getHeight()),
                    LOOK);
            double x = predicted == ConfusionFigure.ALL ? cell.getMinX() - 20 : cell.getCenterX();
            double y = trueClass == ConfusionFigure.ALL ? cell.getMaxY() + 8 : cell.getCenterY();
            return pane.localToScreen(x, y);
        });
        window.robot().clickOn(at);
    }

    private static BackgroundJobs jobs() {
        return new BackgroundJobs(Platform::runLater, problem -> {
            throw new AssertionError(problem);
        });
    }
}
