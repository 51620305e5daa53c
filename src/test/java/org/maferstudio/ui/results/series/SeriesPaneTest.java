package org.maferstudio.ui.results.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SettingResult;
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
            TableView<RunOutcome> runs = table(window, "#series-runs");
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

    @SuppressWarnings("unchecked") // the table of this id
    private static <R> TableView<R> table(FxWindow window, String id) {
        return (TableView<R>) window.find(id);
    }
}
