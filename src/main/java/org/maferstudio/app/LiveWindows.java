package org.maferstudio.app;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.maferstudio.cli.LiveWindow;
import org.maferstudio.cli.output.Console;
import org.maferstudio.job.Problem;
import org.maferstudio.ui.workbench.LiveRequest;
import org.maferstudio.video.SourceName;

/** Opens the window on the live view. */
final class LiveWindows implements LiveWindow {
    private final Console console;

    LiveWindows(Console console) {
        this.console = console;
    }

    @Override
    public int show(SourceName source, OptionalInt resolution, List<Path> experiments) throws Exception {
        DisplayCheck check = DisplayCheck.ofThisMachine();
        check.noDisplay().ifPresent(sentence -> {
            throw Problem.input(sentence + " Add --headless to run without a window.");
        });
        check.missingPackages().ifPresent(sentence -> {
            throw Problem.failure(sentence);
        });
        NativeFileDialogs dialogs = new NativeFileDialogs();
        Toolkit.open(
                GuiOptions.of(null, null, null, dialogs),
                wiring -> {
                    dialogs.setOwner(wiring.window().stage());
                    wiring.workbench().showLive(new LiveRequest(source, resolution, experiments));
                },
                console::onStopRequest);
        return 0;
    }
}
