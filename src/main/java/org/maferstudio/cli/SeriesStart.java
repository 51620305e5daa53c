package org.maferstudio.cli;

import java.util.List;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.SeriesTable;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Progress;
import org.maferstudio.series.HalvingRunner;
import org.maferstudio.series.LocalRunner;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.Slurm;
import org.maferstudio.series.SlurmRunner;

/**
 * Trains runs of a series, for the commands that do.
 *
 * @param console to print to
 * @param series that has the runs
 */
record SeriesStart(Console console, Series series) {
    /** Trains what is not finished, here or on a cluster. */
    int run(SeriesExecution execution, List<SeriesRun> runs) {
        if (execution.where() == SeriesExecution.Where.SLURM) {
            return submit(execution, runs);
        }
        console.message(CountText.of(runs.size(), "run") + ", " + execution.atOnce() + " at once, each with "
                + CountText.of(series.recipe().machine().threadsHere(), "thread"));
        Progress progress = console.progress("series");
        return ended(
                execution.halving() > 0
                        ? new HalvingRunner(series, execution, progress, console::message).train()
                        : new LocalRunner(series, execution.atOnce(), progress, console::message).train(runs));
    }

    private int submit(SeriesExecution execution, List<SeriesRun> runs) {
        int submitted = new SlurmRunner(series, new Slurm()).submit(execution, runs);
        console.message(
                submitted == 0
                        ? "Every run is finished or in the queue."
                        : CountText.of(submitted, "run") + " submitted. To follow them, run mafer series "
                                + series.experiment() + " --watch.");
        return ExitCode.DONE;
    }

    private int ended(LocalRunner.Ending ending) {
        new SeriesTable(SeriesResults.read(series), RunOutcome.MEASURES.get(0))
                .lines("")
                .forEach(console::print);
        return switch (ending) {
            case DONE -> ExitCode.DONE;
            case FAILED -> ExitCode.FAILED;
            case STOPPED -> {
                console.message(
                        "Stopped and saved. To continue, run mafer series " + series.experiment() + " --retry.");
                yield ExitCode.STOPPED;
            }
        };
    }
}
