package org.maferstudio.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.cli.output.Console;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mafer gui}: opens the window, or runs a fallback without a display. */
@Command(name = "gui", description = "Open the window.")
public final class GuiCommand implements Callable<Integer> {
    private final Console console;
    private final Callable<Integer> withoutDisplay;

    @Option(names = "--workspace", paramLabel = "DIR", description = "Folder of experiments.")
    private Path workspace;

    @Option(names = "--settings", paramLabel = "FILE", description = "Settings file to use instead of the default one.")
    private Path settings;

    @Parameters(arity = "0..1", paramLabel = "EXPERIMENT_DIR|BUNDLE", description = "Experiment or bundle to open.")
    private Path experiment;

    /**
     * Creates the command.
     *
     * @param withoutDisplay the fallback if no window can be opened, after a message on the console; returns the exit
     *     code
     */
    public GuiCommand(Console console, Callable<Integer> withoutDisplay) {
        this.console = console;
        this.withoutDisplay = withoutDisplay;
    }

    @Override
    public Integer call() throws Exception {
        if (experiment != null && !Experiment.isExperiment(experiment) && !Bundle.isBundle(experiment)) {
            throw Problem.input("No experiment found in " + experiment
                    + ". Choose a folder that contains experiment.json, or a bundle (.mafer). To open a "
                    + "folder of experiments, use --workspace.");
        }
        DisplayCheck check = DisplayCheck.ofThisMachine();
        Optional<String> noDisplay = check.noDisplay();
        if (noDisplay.isPresent()) {
            if (experiment != null) {
                throw Problem.input(
                        noDisplay.get() + " Without a window, use mafer figure --kind confusion --out matrix.png "
                                + experiment + ", mafer report or mafer compare.");
            }
            console.message(noDisplay.get());
            return withoutDisplay.call();
        }
        check.missingPackages().ifPresent(sentence -> {
            throw Problem.failure(sentence);
        });
        NativeFileDialogs dialogs = new NativeFileDialogs();
        Toolkit.open(
                GuiOptions.of(settings, workspace, experiment, dialogs),
                wiring -> dialogs.setOwner(wiring.window().stage()),
                console::onStopRequest);
        return 0;
    }
}
