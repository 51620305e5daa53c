package org.maferstudio.app;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.maferstudio.settings.Settings;
import org.maferstudio.ui.parts.FileDialogs;

/** Starts the toolkit, opens the window, and waits until it is closed. */
final class Toolkit {
    private Toolkit() {}

    /**
     * Opens the window; returns when it was closed.
     *
     * @param opened hears, on the screen's thread, that the window is open
     */
    static void open(GuiOptions options, FileDialogs dialogs, Consumer<Wiring> opened) throws InterruptedException {
        Settings.Theme systemTheme = SystemTheme.ask();
        CountDownLatch closed = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(() -> {
            Wiring wiring = new Wiring(options, Platform::runLater, systemTheme, dialogs);
            wiring.window().stage().setOnHidden(event -> {
                wiring.close();
                closed.countDown();
            });
            wiring.window().show();
            options.experiment().ifPresent(wiring.desk()::showExperiment);
            opened.accept(wiring);
        });
        closed.await();
        Platform.exit();
    }
}
