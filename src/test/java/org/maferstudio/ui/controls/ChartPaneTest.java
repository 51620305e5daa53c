package org.maferstudio.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.report.figures.FigureRegion;
import org.maferstudio.report.figures.HistoryFigure;
import org.maferstudio.report.figures.Made;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.ui.jobs.BackgroundJobs;

@Tag("ui")
@ExtendWith(FxExtension.class)
class ChartPaneTest {
    @Test
    void keysZoomAndAFigureThatGrowsKeepsTheZoomUntilHome(FxWindow window) {
        try (BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
            throw new AssertionError(problem);
        })) {
            SimpleObjectProperty<FigureStyle> look = new SimpleObjectProperty<>(FigureStyle.light());
            FigurePane figure =
                    FxWindow.onFx(() -> new FigurePane(new FigureRenderer(jobs, FileDialogs.CANCEL, look), "history"));
            SpotPane pane = window.show(() -> new SpotPane(figure));
            show(figure, 20);
            window.waitUntil(
                    "every validation has its column", () -> spots(figure).size() == 20);
            // At once, so that what is shown next is the chart after both.
            FxWindow.onFx(() -> {
                pressed(pane, KeyCode.ADD, "+");
                pressed(pane, KeyCode.ADD, "+");
                return true;
            });
            window.waitUntil("fewer validations are shown", () -> spots(figure).size() < 20);
            int shown = spots(figure).size();
            show(figure, 21);
            window.waitUntil(
                    "the next validation came",
                    () -> figure.getFigure() instanceof HistoryFigure history
                            && history.series().get(0).rows().size() == 21);
            FxWindow.onFx(() -> {
                figure.layout();
                return true;
            });
            assertTrue(Math.abs(shown - spots(figure).size()) <= 1, "the zoom stays");
            press(pane, KeyCode.HOME, "");
            window.waitUntil("all validations are shown", () -> spots(figure).size() == 21);
            press(pane, KeyCode.ADD, "+");
            window.waitUntil("fewer validations are shown", () -> spots(figure).size() < 21);
            FxWindow.onFx(() -> {
                figure.setFigure(HistoryFigure.of(Made.history(9, 0.5)));
                return true;
            });
            window.waitUntil(
                    "another training is shown whole", () -> spots(figure).size() == 9);
            press(pane, KeyCode.RIGHT, "");
            assertTrue(pane.getAccessibleText().startsWith("Epoch 1, "), pane.getAccessibleText());
        }
    }

    @Test
    void theNumbersOfEveryAxisAreReadableInTheDarkWhileNothingIsValidated(FxWindow window) {
        try (BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
            throw new AssertionError(problem);
        })) {
            SimpleObjectProperty<FigureStyle> style = new SimpleObjectProperty<>(FigureStyle.dark());
            List<HistoryRow> unvalidated = Made.history(4, 0.7).stream()
                    .map(row -> new HistoryRow(
                            row.epoch(),
                            row.step(),
                            row.images(),
                            row.trainLoss(),
                            row.trainAccuracy(),
                            Double.NaN,
                            Double.NaN,
                            row.learningRate(),
                            row.loweringProbability(),
                            row.seconds()))
                    .toList();
            FigurePane figure =
                    FxWindow.onFx(() -> new FigurePane(new FigureRenderer(jobs, FileDialogs.CANCEL, style), "history"));
            window.showDark(() -> new SpotPane(figure));
            for (int rows = 1; rows <= unvalidated.size(); rows++) {
                HistoryFigure grown = HistoryFigure.of(unvalidated.subList(0, rows));
                long before = drawn(window.picture());
                FxWindow.onFx(() -> {
                    figure.setFigure(grown);
                    return true;
                });
                window.waitUntil("the chart is painted", () -> drawn(window.picture()) != before);
            }
            assertEquals(0, black(window.picture()), "pixels as dark as no colour of the dark style");
        }
    }

    private static long drawn(Image image) {
        Color background = image.getPixelReader().getColor(0, 0);
        return pixels(image, pixel -> !pixel.equals(background));
    }

    private static long black(Image image) {
        return pixels(image, pixel -> pixel.getBrightness() < 0.02);
    }

    private static long pixels(Image image, Predicate<Color> which) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += which.test(image.getPixelReader().getColor(x, y)) ? 1 : 0;
            }
        }
        return count;
    }

    private static void show(FigurePane figure, int validations) {
        FxWindow.onFx(() -> {
            figure.setFigure(HistoryFigure.of(Made.history(30, 0.7).subList(0, validations)));
            return true;
        });
    }

    private static List<FigureRegion> spots(FigurePane figure) {
        return figure.spotsProperty().get();
    }

    private static void press(SpotPane pane, KeyCode code, String text) {
        FxWindow.onFx(() -> {
            pressed(pane, code, text);
            return true;
        });
    }

    private static void pressed(SpotPane pane, KeyCode code, String text) {
        pane.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, false, false, false));
    }
}
