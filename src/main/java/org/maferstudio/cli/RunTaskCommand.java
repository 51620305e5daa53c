package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ConsoleTrainingListener;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.ComputeHost;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SeriesTask;
import org.maferstudio.series.Slurm;
import org.maferstudio.training.TrainingOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--until-epoch",
            paramLabel = "N",
            description =
                    "Stop after this epoch; the rest can follow later, with the same result (default: 0, train to "
                            + "the end).")
    private int untilEpoch;

    RunTaskCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Series series = Series.open(folder);
        SeriesTask task = new SeriesTask(series, number);
        ConsoleTrainingListener listener = new ConsoleTrainingListener(console);
        if (untilEpoch > 0) {
            boolean done = task.trainUntil(untilEpoch, console.progress("train"), listener);
            console.message((done ? "Trained until epoch " + untilEpoch : "Stopped") + " and saved.");
            return done ? ExitCode.DONE : ExitCode.STOPPED;
        }
        TrainingOutcome outcome = task.train(console.progress("train"), listener);
        int code = TrainCommand.report(outcome, series.folder(task.run()), console);
        if (code == ExitCode.STOPPED) {
            requeue(series);
        }
        return code;
    }

    /** A job that was asked to stop before its time limit starts again later; one that was cancelled does not. */
    private void requeue(Series series) {
        Optional<String> job =
                ComputeHost.job().filter(own -> SeriesExecution.of(series).isJob(own, number));
        if (job.isPresent() && new Slurm().requeue(job.get())) {
            console.message("The job " + job.get() + " is queued again and will resume.");
        }
    }
}
