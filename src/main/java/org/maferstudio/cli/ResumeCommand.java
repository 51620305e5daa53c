package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ConsoleTrainingListener;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.training.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Resumes a training that was stopped or killed. */
@Command(name = "resume", description = "Resume a training run from its last checkpoint.")
final class ResumeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the experiment or series.")
    private Path folder;

    ResumeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Training training = new Training(console.progress("train"), new ConsoleTrainingListener(console));
        return TrainCommand.report(training.resume(Experiment.open(folder)), folder, console);
    }
}
