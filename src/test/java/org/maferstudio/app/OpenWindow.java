package org.maferstudio.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.maferstudio.settings.Settings;
import org.maferstudio.ui.controls.FileDialogs;

/** A real window in a process that opens several, one after another; the toolkit has been started. */
final class OpenWindow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Wiring wiring;

    private OpenWindow(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Opens it and waits until it is shown. */
    static OpenWindow on(Path settings, Path workspace) throws Exception {
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
        return new OpenWindow(opened.get());
    }

    Wiring wiring() {
        return wiring;
    }

    /** Closes it once its trainings have saved. */
    @Override
    public void close() throws Exception {
        wiring.jobs().stopKept();
        wiring.jobs().awaitKept(PATIENCE);
        new WindowDriver(wiring).run(() -> {
            wiring.window().stage().hide();
            wiring.close();
        });
    }
}
