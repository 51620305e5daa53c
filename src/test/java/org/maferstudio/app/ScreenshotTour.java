package org.maferstudio.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import javafx.stage.Window;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.job.Problem;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.workbench.LogBuffer;

/**
 * Goes through every pane of an open window, saves a screenshot of it and of its {@link TourScene scenes}, and clicks its
 * primary action.
 *
 * <p>Fails if the window does not become idle in time, if the log has a warning, or if a text is truncated or has low
 * contrast.
 */
final class ScreenshotTour {
    private static final int PULSES_AFTER_CLICK = 30;

    /** Enough for the first points of a curve. */
    private static final int PULSES_OF_TRAINING = 180;

    private final Wiring wiring;
    private final WindowDriver driver;
    private final Path out;
    private final String suffix;
    private final Set<String> unreadable = new LinkedHashSet<>();

    /**
     * A tour of an open window.
     *
     * @param out folder for the screenshots
     * @param suffix of their names, such as {@code dark-1280x720}
     */
    ScreenshotTour(Wiring wiring, Path out, String suffix) {
        this.wiring = wiring;
        this.driver = new WindowDriver(wiring);
        this.out = out;
        this.suffix = suffix;
    }

    /** Takes the screenshots; returns once the window is as it was. */
    void run() throws IOException, InterruptedException {
        Files.createDirectories(out);
        driver.hidePointer();
        driver.run(() -> wiring.workbench().datasetSourceProperty().set(DatasetSource.of("drawn")));
        for (String pane : driver.ask(() -> wiring.window().shell().paneIds())) {
            driver.show(pane);
            save(pane);
            for (TourScene scene : driver.ask(() -> TourScene.of(pane, wiring))) {
                driver.run(scene.actions());
                driver.awaitIdle();
                save(pane + "-" + scene.name());
            }
            clickPrimaryAction(pane);
        }
        if (!unreadable.isEmpty()) {
            throw Problem.failure("Some texts cannot be read:\n  " + String.join("\n  ", unreadable));
        }
    }

    private void clickPrimaryAction(String pane) throws IOException, InterruptedException {
        driver.run(() -> wiring.window().shell().firePrimaryAction());
        if (pane.equals("training")) {
            driver.await(() -> wiring.training().monitor().figureProperty().get() != null, PULSES_OF_TRAINING);
        }
        driver.await(() -> true, PULSES_AFTER_CLICK);
        if (driver.ask(() -> Window.getWindows().size() > 1)) {
            save(pane + "-popup");
        } else if (pane.equals("training")) {
            save(pane + "-running");
        }
        failOnWarnings();
        driver.run(() -> {
            wiring.jobs().listed().forEach(Job::requestStop);
            List.copyOf(Window.getWindows()).stream()
                    .filter(window -> window != wiring.window().stage())
                    .forEach(Window::hide);
        });
        driver.awaitIdle();
    }

    private void save(String name) throws IOException, InterruptedException {
        failOnWarnings();
        driver.save(out.resolve(name + "-" + suffix + ".png"));
        driver.run(() -> {
            for (Window window : Window.getWindows()) {
                Parent content = window.getScene().getRoot();
                TruncatedTexts.in(content).forEach(text -> unreadable.add(name + ": " + text));
                LowContrastTexts.in(content).forEach(text -> unreadable.add(name + ": " + text));
            }
        });
    }

    private void failOnWarnings() throws IOException, InterruptedException {
        List<LogBuffer.Line> warnings = driver.ask(() ->
                wiring.log().lines().stream().filter(LogBuffer.Line::isWarning).toList());
        for (LogBuffer.Line line : warnings) {
            throw Problem.failure(
                    "The log has a warning from " + line.source() + ": " + line.text() + " " + line.trace());
        }
    }
}
