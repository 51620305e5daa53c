package org.maferstudio.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.maferstudio.job.Problem;
import org.maferstudio.settings.Settings;

/** Starts the toolkit, opens the window, and waits until it is closed. */
final class Toolkit {
    private Toolkit() {}

    /**
     * Opens the window; returns when it was closed.
     *
     * @param opened hears, on the screen's thread, that the window is open
     * @throws Problem if no window can be opened here
     */
    static void open(GuiOptions options, Consumer<Wiring> opened) throws InterruptedException {
        Settings.Theme systemTheme = SystemTheme.ask();
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
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
            closed.get();
        } catch (ExecutionException e) {
            throw Problem.failure("The window cannot be opened: " + e.getCause() + ".", e.getCause());
        } finally {
            Platform.exit();
        }
    }

    private static void show(
            GuiOptions options,
            Settings.Theme systemTheme,
            CompletableFuture<Boolean> closed,
            Consumer<Wiring> opened) {
        Wiring wiring = new Wiring(options, systemTheme, Platform::runLater);
        Uncaught uncaught =
                new Uncaught(problem -> Platform.runLater(() -> wiring.tell(problem)), System::currentTimeMillis);
        Thread.setDefaultUncaughtExceptionHandler(uncaught);
        Thread.currentThread().setUncaughtExceptionHandler(uncaught);
        wiring.window().stage().setOnHidden(event -> {
            wiring.close();
            closed.complete(true);
        });
        wiring.window().show();
        options.experiment().ifPresent(wiring.desk()::showExperiment);
        opened.accept(wiring);
    }
}
