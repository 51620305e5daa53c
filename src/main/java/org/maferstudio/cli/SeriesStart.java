package org.maferstudio.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.SeriesTable;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.CountText;
import org.maferstudio.job.DurationText;
import org.maferstudio.job.Progress;
import org.maferstudio.series.LocalRunner;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesEstimate;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.SeriesRunner;
import org.maferstudio.series.remote.PlacedSeries;
import org.maferstudio.training.TrainingForecast;
import org.maferstudio.training.benchmark.InferenceSpeed;

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
            return submit(runs);
        }
        Progress progress = console.progress("series");
        return ended(new SeriesRunner(series, progress, console::message).train(execution, runs));
    }

    /** Prints how many runs are to be trained, and about how long that takes; not on a cluster, whose computers differ. */
    void estimate(SeriesExecution execution, Map<DatasetSource, TrainingForecast.Load> loads) {
        if (execution.where() == SeriesExecution.Where.SLURM) {
            return;
        }
        List<RunOutcome> outcomes = SeriesResults.read(series).runs();
        SeriesEstimate estimate = SeriesEstimate.fromFinished(outcomes, execution.atOnce());
        if (estimate.source() == SeriesEstimate.Source.UNKNOWN && estimate.runs() > 0) {
            estimate = SeriesEstimate.fromSpeed(
                    outcomes,
                    execution.atOnce(),
                    loads,
                    recipe -> InferenceSpeed.of(recipe, console.progress("measure")));
        }
        console.message(CountText.of(estimate.runs(), "run") + " to train, " + execution.atOnce()
                + " at once, each with "
                + CountText.of(series.recipe().machine().threadsHere(), "thread") + time(estimate)
                + (execution.halving() > 0 ? ", less with halving." : "."));
    }

    private static String time(SeriesEstimate estimate) {
        return switch (estimate.source()) {
            case FINISHED_RUNS -> ": about " + duration(estimate) + ", from the finished runs";
            case MEASURED_SPEED -> ": about " + duration(estimate) + ", from the speed of the network here";
            case UNKNOWN -> "";
        };
    }

    private static String duration(SeriesEstimate estimate) {
        return DurationText.of(Duration.ofMillis((long) (1000 * estimate.seconds())));
    }

    private int submit(List<SeriesRun> runs) {
        Optional<Integer> submitted = PlacedSeries.of(series).submit(runs, console.progress("send"));
        if (submitted.isEmpty()) {
            console.message("Stopped before anything was submitted.");
            return ExitCode.STOPPED;
        }
        console.message(
                submitted.get() == 0
                        ? "Every run is finished or in the queue."
                        : CountText.of(submitted.get(), "run") + " submitted. To follow them, run mafer series "
                                + series.experiment() + " --watch.");
        return ExitCode.DONE;
    }

    private int ended(LocalRunner.Ending ending) {
        new SeriesTable(SeriesResults.read(series), RunOutcome.ACCURACY)
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
