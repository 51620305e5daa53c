package org.maferstudio.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mafer gui}: opens the window. */
@Command(name = "gui", description = "Open the window.")
public final class GuiCommand implements Callable<Integer> {
    @Option(names = "--workspace", paramLabel = "DIR", description = "The folder that holds the experiments.")
    private Path workspace;

    @Option(names = "--settings", paramLabel = "FILE", description = "The settings, instead of the usual file.")
    private Path settings;

    @Parameters(arity = "0..1", paramLabel = "EXPERIMENT_DIR | BUNDLE", description = "What to look at.")
    private Path experiment;

    @Override
    public Integer call() throws InterruptedException {
        NativeFileDialogs dialogs = new NativeFileDialogs(() -> null);
        Toolkit.open(GuiOptions.of(settings, workspace, experiment), dialogs, wiring -> {});
        return 0;
    }
}
