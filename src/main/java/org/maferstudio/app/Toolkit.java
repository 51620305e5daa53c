package org.maferstudio.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Saving;
import org.maferstudio.settings.Settings;

/** Starts the toolkit, opens the window, and waits until it is closed. */
final class Toolkit {
    /** Maximum time for a stopping training to save its checkpoint after the window has closed. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Toolkit() {}

    /**
     * Opens the window; returns when it is closed and stopped work has been saved.
     *
     * @param opened called on the JavaFX thread when the window is open
     * @param onStop receives the action to run when the system ends the program, immediately and on any thread; by then
     *     the toolkit does not respond
     * @throws Problem if no window can be opened here
     */
    static void open(GuiOptions options, Consumer<Wiring> opened, Consumer<Runnable> onStop)
            throws InterruptedException {
        Settings.Theme systemTheme = SystemTheme.current();
        CompletableFuture<Wiring> closed = new CompletableFuture<>();
        AtomicBoolean ended = new AtomicBoolean();
        try {
            Platform.startup(() -> {
                try {
                    Platform.setImplicitExit(false);
                    Wiring wiring = show(options, systemTheme, closed, opened);
                    onStop.accept(() -> {
                        ended.set(true);
                        wiring.jobs().stopSaving();
                        closed.complete(wiring);
                    });
                } catch (RuntimeException | Error e) {
                    closed.completeExceptionally(e);
                }
            });
        } catch (UnsupportedOperationException | LinkageError e) {
            throw Problem.failure(
                    "The window cannot be opened (" + e.getMessage()
                            + "). All other commands work without a window; see mafer --help.",
                    e);
        }
        try {
            Wiring wiring = closed.get();
            Saving saving = Saving.of("the window to close");
            wiring.jobs().awaitSaving(PATIENCE);
            wiring.close();
            saving.close();
        } catch (ExecutionException e) {
            throw Problem.failure("The window cannot be opened: " + e.getCause() + ".", e.getCause());
        } finally {
            if (!ended.get()) { // The toolkit has already ended and would never respond.
                Platform.exit();
            }
        }
    }

    private static Wiring show(
            GuiOptions options, Settings.Theme systemTheme, CompletableFuture<Wiring> closed, Consumer<Wiring> opened) {
        Wiring wiring = new Wiring(options, systemTheme, Platform::runLater);
        UncaughtExceptions uncaught = new UncaughtExceptions(
                problem -> Platform.runLater(() -> wiring.showProblem(problem)), System::currentTimeMillis);
        Thread.setDefaultUncaughtExceptionHandler(uncaught);
        Thread.currentThread().setUncaughtExceptionHandler(uncaught);
        wiring.window().stage().setOnHidden(event -> {
            wiring.jobs().close();
            closed.complete(wiring);
        });
        wiring.window().show();
        options.experiment().ifPresent(experiment -> {
            wiring.workbench().show("results");
            wiring.openings().open(experiment);
        });
        opened.accept(wiring);
        return wiring;
    }
}
