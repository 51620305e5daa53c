package org.maferstudio.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.cli.Console;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mafer gui}: opens the window, or does something else where there is no display. */
@Command(name = "gui", description = "Open the window.")
public final class GuiCommand implements Callable<Integer> {
    private final Console console;
    private final Callable<Integer> withoutDisplay;

    @Option(names = "--workspace", paramLabel = "DIR", description = "The folder that holds the experiments.")
    private Path workspace;

    @Option(names = "--settings", paramLabel = "FILE", description = "The settings, instead of the usual file.")
    private Path settings;

    @Parameters(arity = "0..1", paramLabel = "EXPERIMENT_DIR|BUNDLE", description = "What to look at.")
    private Path experiment;

    /**
     * The window.
     *
     * @param withoutDisplay what to do if no window can be opened, after a message on the console; its value is the
     *     exit code
     */
    public GuiCommand(Console console, Callable<Integer> withoutDisplay) {
        this.console = console;
        this.withoutDisplay = withoutDisplay;
    }

    @Override
    public Integer call() throws Exception {
        if (experiment != null && !Experiment.isExperiment(experiment) && !Bundle.isBundle(experiment)) {
            throw Problem.input("There is no experiment in " + experiment
                    + ". Choose a folder that holds experiment.json or a bundle (.mafer), or give a folder of experiments"
                    + " as --workspace.");
        }
        DisplayCheck check = DisplayCheck.ofThisMachine();
        Optional<String> noDisplay = check.noDisplay();
        if (noDisplay.isPresent()) {
            if (experiment != null) {
                throw Problem.input(
                        noDisplay.get() + " Look at it without a window: mafer figure --kind confusion --out"
                                + " matrix.png " + experiment + ", mafer report or mafer compare.");
            }
            console.say(noDisplay.get());
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
