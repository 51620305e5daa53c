package org.maferstudio.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.maferstudio.settings.Settings;
import org.maferstudio.ui.controls.FileDialogs;

/** Opens real windows, one after another, in a process that has started the toolkit. */
final class OpenWindow {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private OpenWindow() {}

    /** What is done with an open window, on a thread other than JavaFX's. */
    interface Visit {
        void of(Wiring wiring) throws Exception;
    }

    /** Opens a window, visits it, and closes it once its trainings have saved. */
    static void visit(Path settings, Path workspace, Visit visit) throws Exception {
        CompletableFuture<Wiring> opened = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                GuiOptions options = GuiOptions.of(settings, workspace, null, FileDialogs.CANCEL);
                Wiring wiring = new Wiring(options, Settings.Theme.LIGHT, Platform::runLater);
                wiring.window().show();
                opened.complete(wiring);
            } catch (RuntimeException | Error e) {
                opened.completeExceptionally(e);
            }
        });
        Wiring wiring = WindowDriver.await(opened);
        try {
            visit.of(wiring);
        } finally {
            wiring.jobs().stopSaving();
            wiring.jobs().awaitSaving(PATIENCE);
            new WindowDriver(wiring).run(() -> {
                wiring.window().stage().hide();
                wiring.close();
            });
        }
    }
}
