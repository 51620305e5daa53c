package org.maferstudio.ui.results.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.ParallelFigure;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.series.FakeRuns;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SettingResult;
import org.maferstudio.series.report.SeriesFigureKind;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.workbench.Workbench;

@Tag("ui")
@ExtendWith(FxExtension.class)
class SeriesPaneTest {
    @TempDir
    private Path folder;

    @Test
    void settingsAreATableWhoseSelectedRowShowsItsRuns(FxWindow window) {
        Series series = SelectedSeriesTest.series(folder.resolve("s"), 0.9);
        try (Workspace workspace = Workspace.open(folder);
                BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
                    throw new AssertionError(problem);
                })) {
            SelectedSeries model = FxWindow.onFx(() -> new SelectedSeries(new Workbench(workspace), jobs, problem -> {
                throw new AssertionError(problem);
            }));
            window.show(() -> new SeriesPane(
                    model,
                    new FigureRenderer(jobs, FileDialogs.CANCEL, new SimpleObjectProperty<>(FigureStyle.light()))));
            FxWindow.onFx(() -> {
                model.select(series.experiment().folder());
                return true;
            });
            TableView<SettingResult> settings = table(window, "#series-settings");
            TabPane below = (TabPane) window.find("#series-below");
            @SuppressWarnings("unchecked") // the second tab
            TableView<RunOutcome> runs =
                    (TableView<RunOutcome>) below.getTabs().get(1).getContent();
            window.waitUntil(
                    "the settings are listed", () -> settings.getItems().size() == 2);
            assertEquals(
                    List.of("Learning rate", "Runs", "Accuracy", "SD", "95\u00a0% interval"),
                    FxWindow.onFx(() -> settings.getColumns().stream()
                            .map(column -> column.getText())
                            .toList()));
            assertEquals(4, FxWindow.onFx(() -> runs.getItems().size()));
            FxWindow.onFx(() -> {
                settings.getSelectionModel().select(1);
                return true;
            });
            assertEquals(List.of("lr-0.003-seed-1", "lr-0.003-seed-2"), FxWindow.onFx(() -> runs.getItems().stream()
                    .map(run -> run.run().name())
                    .toList()));
            FxWindow.onFx(() -> {
                model.measureProperty().set("macro_f1");
                return true;
            });
            assertEquals(
                    "Macro F1", FxWindow.onFx(() -> settings.getColumns().get(2).getText()));
        }
    }

    @Test
    void draggingAlongAnAxisFiltersTheTableAndTheKeyboardDoesToo(FxWindow window) {
        Series series = SelectedSeriesTest.series(folder.resolve("s"), 0.9);
        try (Workspace workspace = Workspace.open(folder);
                BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
                    throw new AssertionError(problem);
                })) {
            SelectedSeries model = FxWindow.onFx(() -> new SelectedSeries(new Workbench(workspace), jobs, problem -> {
                throw new AssertionError(problem);
            }));
            window.show(() -> new SeriesPane(
                    model,
                    new FigureRenderer(jobs, FileDialogs.CANCEL, new SimpleObjectProperty<>(FigureStyle.light()))));
            FxWindow.onFx(() -> {
                model.figures().kindProperty().set(SeriesFigureKind.PARALLEL);
                model.select(series.experiment().folder());
                return true;
            });
            window.waitUntil(
                    "the lines are drawn",
                    () -> model.figures().filter().figureProperty().get() != null);
            ParallelPane pane = (ParallelPane) window.find(".parallel");
            window.waitUntil("it has a size", () -> pane.getWidth() > 100);
            TableView<SettingResult> settings = table(window, "#series-settings");
            FxWindow.onFx(() -> {
                ParallelFigure figure =
                        model.figures().filter().figureProperty().get();
                Rectangle2D area = figure.area(new Figure.Size(pane.getWidth(), pane.getHeight()), FigureStyle.light());
                Point2D top = pane.localToScene(figure.x(0, area), area.getMinY());
                Point2D middle = pane.localToScene(figure.x(0, area), area.getCenterY());
                Event.fireEvent(pane, mouse(MouseEvent.MOUSE_PRESSED, top, true));
                Event.fireEvent(pane, mouse(MouseEvent.MOUSE_DRAGGED, middle, false));
                Event.fireEvent(pane, mouse(MouseEvent.MOUSE_RELEASED, middle, false));
                return true;
            });
            assertEquals(1, FxWindow.onFx(() -> settings.getItems().size()));
            assertEquals("Learning rate: 0.003; 1 of 2 settings", FxWindow.onFx(pane::getAccessibleText));
            FxWindow.onFx(() -> {
                key(pane, KeyCode.ESCAPE);
                key(pane, KeyCode.DOWN);
                key(pane, KeyCode.DOWN);
                return true;
            });
            assertEquals("Learning rate: 0.001; 1 of 2 settings", FxWindow.onFx(pane::getAccessibleText));
        }
    }

    @Test
    void anotherSeriesWithMoreMeasuresKeepsTheChosenOne(FxWindow window) {
        Series first = SelectedSeriesTest.series(folder.resolve("a"), 0.9);
        Series second = SelectedSeriesTest.series(folder.resolve("b"), 0.8);
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        FxWindow.onFx(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
            return true;
        });
        second.members().forEach(run -> run.write(FakeRuns.predictions("validation", 100, 0.4, 1, Resolution.of(16))));
        try (Workspace workspace = Workspace.open(folder);
                BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
                    throw new AssertionError(problem);
                })) {
            SelectedSeries model = FxWindow.onFx(() -> new SelectedSeries(new Workbench(workspace), jobs, problem -> {
                throw new AssertionError(problem);
            }));
            window.show(() -> new SeriesPane(
                    model,
                    new FigureRenderer(jobs, FileDialogs.CANCEL, new SimpleObjectProperty<>(FigureStyle.light()))));
            for (Series series : List.of(first, second)) {
                FxWindow.onFx(() -> {
                    model.measureProperty().set("macro_f1");
                    model.select(series.experiment().folder());
                    return true;
                });
                window.waitUntil(
                        "it is shown",
                        () -> model.resultsProperty().get() != null
                                && model.resultsProperty()
                                        .get()
                                        .series()
                                        .experiment()
                                        .folder()
                                        .equals(series.experiment().folder()));
            }
            assertEquals(4, FxWindow.onFx(() -> model.measures().size()));
            assertEquals("macro_f1", FxWindow.onFx(() -> model.measureProperty().get()));
            assertEquals(List.of(), uncaught);
        }
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, Point2D at, boolean still) {
        return new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                still,
                null);
    }

    private static void key(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @SuppressWarnings("unchecked") // the table of this id
    private static <R> TableView<R> table(FxWindow window, String id) {
        return (TableView<R>) window.find(id);
    }
}
