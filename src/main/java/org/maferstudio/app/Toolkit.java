package org.maferstudio.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.maferstudio.job.Problem;
import org.maferstudio.settings.Settings;

/** Starts the toolkit, opens the window, and waits until it is closed. */
final class Toolkit {
    /** How long a training that was asked to stop may take to save itself after the window has gone. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Toolkit() {}

    /**
     * Opens the window; returns when it was closed and what it asked to stop has saved itself.
     *
     * @param opened hears, on the screen's thread, that the window is open
     * @throws Problem if no window can be opened here
     */
    static void open(GuiOptions options, Consumer<Wiring> opened) throws InterruptedException {
        Settings.Theme systemTheme = SystemTheme.ask();
        CompletableFuture<Wiring> closed = new CompletableFuture<>();
        try {
            Platform.startup(() -> {
                try {
                    Platform.setImplicitExit(false);
                    show(options, systemTheme, closed, opened);
                } catch (RuntimeException | Error e) {
                    closed.completeExceptionally(e);
                }
            });
        } catch (UnsupportedOperationException | LinkageError e) {
            throw Problem.failure(
                    "The window cannot be opened here (" + e.getMessage()
                            + "). All commands work without one: mafer --help lists them.",
                    e);
        }
        try {
            Wiring wiring = closed.get();
            wiring.jobs().awaitKept(PATIENCE);
            wiring.close();
        } catch (ExecutionException e) {
            throw Problem.failure("The window cannot be opened: " + e.getCause() + ".", e.getCause());
        } finally {
            Platform.exit();
        }
    }

    private static void show(
            GuiOptions options, Settings.Theme systemTheme, CompletableFuture<Wiring> closed, Consumer<Wiring> opened) {
        Wiring wiring = new Wiring(options, systemTheme, Platform::runLater);
        Uncaught uncaught =
                new Uncaught(problem -> Platform.runLater(() -> wiring.tell(problem)), System::currentTimeMillis);
        Thread.setDefaultUncaughtExceptionHandler(uncaught);
        Thread.currentThread().setUncaughtExceptionHandler(uncaught);
        wiring.window().stage().setOnHidden(event -> {
            wiring.jobs().close();
            closed.complete(wiring);
        });
        wiring.window().show();
        options.experiment().ifPresent(wiring.desk()::showExperiment);
        opened.accept(wiring);
    }
}
