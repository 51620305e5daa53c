package org.maferstudio.ui.results;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.StackPane;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.controls.Thumbnails;
import org.maferstudio.ui.jobs.BackgroundJobs;

/** The pane of results in the window of a test. */
public final class ResultsWindow {
    private ResultsWindow() {}

    /** Shows the pane, whatever there is to show. */
    public static void show(FxWindow window, ResultsViewModel model, BackgroundJobs jobs, FileDialogs dialogs) {
        window.show(() -> {
            FigureRenderer figures = new FigureRenderer(jobs, dialogs, new SimpleObjectProperty<>(FigureStyle.light()));
            ResultsView view = new ResultsView(
                    model,
                    figures,
                    new Thumbnails<>(jobs, sample -> sample.pixels().read(), 64));
            view.shown();
            return (StackPane) view.node();
        });
    }

    /** Shows the pane, and waits until results are read and drawn. */
    public static void showResults(FxWindow window, ResultsViewModel model, BackgroundJobs jobs, FileDialogs dialogs) {
        show(window, model, jobs, dialogs);
        window.waitUntil(
                "the results are shown",
                () -> model.stateProperty().get() == ResultsViewModel.State.SHOWN
                        && jobs.busyProperty().get() == 0);
    }
}
