package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.SeriesTable;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Problem;
import org.maferstudio.series.ChosenEvaluation;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesControl;
import org.maferstudio.series.SeriesDescription;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SeriesGathering;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.Slurm;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the runs and results of a series, and continues or cancels it. */
@Command(
        name = "series",
        description = {
            "Show a series: its runs, and the results of each setting over seeds and folds.",
            "Intervals are 95 %% intervals of the mean by Student's t, with runs as independent samples."
        })
final class SeriesCommand implements Callable<Integer> {
    private static final long WATCH_MILLIS = 5000;

    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the series.")
    private Path folder;

    @ArgGroup
    private Action action = new Action();

    /** What to do, at most one. */
    static final class Action {
        @Option(
                names = "--watch",
                description = "Print changes until no run is trained or queued. Ctrl+C ends only this.")
        private boolean watch;

        @Option(
                names = "--retry",
                description = "Train what failed, was stopped or was never started, where it was started before.")
        private boolean retry;

        @Option(
                names = "--cancel",
                description = "Ask runs to save and end: jobs of a cluster, and processes on this computer.")
        private boolean cancel;

        @Option(
                names = "--test",
                description = "Evaluate the best setting on the test split, and count it. Networks that were evaluated "
                        + "before are not evaluated again.")
        private boolean test;

        @Option(
                names = "--gather",
                description = "Write the summary of all finished runs, as the end of a series does.")
        private boolean gather;
    }

    @Option(
            names = "--task",
            split = ",",
            paramLabel = "N",
            description = "Numbers of the runs to retry or cancel (default: all).")
    private List<Integer> tasks = new ArrayList<>();

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "With --retry, the number of runs at the same time on this computer (default: as before).")
    private Integer atOnce;

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            description = "Measure on the validation split that selects the best setting: accuracy, "
                    + "mean_class_accuracy, macro_f1, or at a lower resolution accuracy@16 (default: accuracy).")
    private String measure = RunOutcome.ACCURACY;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    SeriesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Series series = Series.open(folder);
        List<SeriesRun> runs = SeriesControl.runs(series, tasks);
        if (action.retry) {
            return new SeriesStart(console, series).run(execution(series), runs);
        }
        if (action.gather) {
            SeriesGathering.gather(series);
        } else if (action.cancel) {
            int asked = new SeriesControl(series, new Slurm()).cancel(runs);
            console.message(
                    asked > 0
                            ? CountText.of(asked, "job or process", "jobs or processes") + " asked to save and end."
                            : "Nothing of it runs here or in the queue.");
            return ExitCode.DONE;
        } else if (action.test && !isTested(series)) {
            return ExitCode.STOPPED;
        } else if (action.watch) {
            watch(series);
        }
        show(series);
        return ExitCode.DONE;
    }

    private boolean isTested(Series series) {
        return new ChosenEvaluation(series, series.recipe().machine(), console.progress("test"), console::message)
                .run(measure)
                .isPresent();
    }

    private SeriesExecution execution(Series series) {
        SeriesExecution stored = SeriesExecution.of(series);
        if (atOnce == null || stored.where() == SeriesExecution.Where.SLURM) {
            return stored;
        }
        if (atOnce < 1) {
            throw Problem.input("--at-once must be at least 1, got " + atOnce + ".");
        }
        return stored.atOnce(atOnce);
    }

    private void show(Series series) {
        SeriesResults results = SeriesResults.read(series);
        if (json) {
            console.json(SeriesDescription.of(results, measure));
        } else {
            String queue = SeriesTable.queue(
                    new SeriesControl(series, new Slurm()).queue().values());
            new SeriesTable(results, measure).lines(queue).forEach(console::print);
        }
    }

    /** Prints a line whenever the number of runs of a status changes. */
    private void watch(Series series) {
        SeriesControl control = new SeriesControl(series, new Slurm());
        String before = "";
        boolean busy = true;
        while (busy && !console.stopRequested()) {
            SeriesResults results = SeriesResults.read(series);
            String now = new SeriesTable(results, measure).counts()
                    + SeriesTable.queue(control.queue().values());
            if (!now.equals(before)) {
                console.message(now);
                before = now;
            }
            busy = control.isBusy(results);
            for (int i = 0; busy && i < 10 && !console.stopRequested(); i++) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(WATCH_MILLIS / 10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
