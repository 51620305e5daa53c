package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ConsoleTrainingListener;
import org.maferstudio.experiment.Series;
import org.maferstudio.series.SeriesTask;
import org.maferstudio.training.TrainingOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Trains one run of a series, as the processes of a series and the jobs of a cluster do. */
@Command(
        name = "run-task",
        description = {
            "Train one run of a series.",
            "Resumes a run that was begun, and returns at once if it is finished. Only one process trains a run."
        })
final class RunTaskCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the series.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "N", description = "Number of the run, from 1.")
    private int number;

    RunTaskCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Series series = Series.open(folder);
        SeriesTask task = new SeriesTask(series, number);
        TrainingOutcome outcome = task.train(console.progress("train"), new ConsoleTrainingListener(console));
        return TrainCommand.report(outcome, series.folder(task.run()), console);
    }
}
