package org.maferstudio.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Rectangle2D;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.ui.jobs.BackgroundJobs;

@Tag("ui")
@ExtendWith(FxExtension.class)
class FigurePaneTest {
    private final SimpleObjectProperty<FigureStyle> look = new SimpleObjectProperty<>(FigureStyle.light());

    @Test
    void theFigureIsPaintedOffTheScreensThreadAtThePanesSize(FxWindow window) {
        AtomicInteger onScreen = new AtomicInteger();
        try (BackgroundJobs jobs = jobs()) {
            FigurePane pane =
                    window.show(() -> new FigurePane(new FigureRenderer(jobs, FileDialogs.CANCEL, look), "red"));
            FxWindow.onFx(() -> {
                pane.setFigure(filled(java.awt.Color.RED, onScreen));
                return true;
            });
            window.waitUntil("the figure is red", () -> colour(window).equals(Color.RED));
            assertEquals(0, onScreen.get(), "painted on the screen's thread");
        }
    }

    @Test
    void theNewestFigureStays(FxWindow window) {
        AtomicInteger onScreen = new AtomicInteger();
        try (BackgroundJobs jobs = jobs()) {
            FigurePane pane =
                    window.show(() -> new FigurePane(new FigureRenderer(jobs, FileDialogs.CANCEL, look), "blue"));
            for (int i = 0; i < 20; i++) {
                java.awt.Color colour = i == 19 ? java.awt.Color.BLUE : java.awt.Color.GREEN;
                FxWindow.onFx(() -> {
                    pane.setFigure(filled(colour, onScreen));
                    return true;
                });
            }
            window.waitUntil(
                    "all is painted",
                    () -> jobs.busyProperty().get() == 0 && colour(window).equals(Color.BLUE));
        }
    }

    private static BackgroundJobs jobs() {
        return new BackgroundJobs(Platform::runLater, problem -> {
            throw new AssertionError(problem);
        });
    }

    private static Color colour(FxWindow window) {
        return window.picture().getPixelReader().getColor(640, 360);
    }

    private static Figure filled(java.awt.Color colour, AtomicInteger onScreen) {
        return (g, width, height, style) -> {
            if (Platform.isFxApplicationThread()) {
                onScreen.incrementAndGet();
            }
            g.setColor(colour);
            g.fill(new Rectangle2D.Double(0, 0, width, height));
        };
    }
}
