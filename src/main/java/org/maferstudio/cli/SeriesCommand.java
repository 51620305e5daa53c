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
import org.maferstudio.series.SettingResult;
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

    @Option(
            names = "--networks",
            description =
                    "Fetch the networks of all finished runs from the host of the series, too (default: only those "
                            + "that --test needs).")
    private boolean networks;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    SeriesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Series series = Series.open(folder);
        List<SeriesRun> runs = SeriesControl.runs(series, tasks);
        RemoteUpdates updates = new RemoteUpdates(series, console);
        if (action.retry) {
            updates.fetch(List.of());
            return new SeriesStart(console, series).run(execution(series), runs);
        }
        if (action.gather) {
            SeriesGathering.gather(series);
        } else if (action.cancel) {
            updates.fetch(List.of());
            int asked = updates.control().cancel(runs);
            console.message(
                    asked > 0
                            ? CountText.of(asked, "job or process", "jobs or processes") + " asked to save and end."
                            : "Nothing of it runs here or in the queue.");
            return ExitCode.DONE;
        } else if (action.test) {
            updates.fetch(List.of());
            updates.fetch(runs(SeriesResults.read(series)
                    .best(measure)
                    .map(SettingResult::runs)
                    .orElse(List.of())));
            if (!isTested(series)) {
                return ExitCode.STOPPED;
            }
        } else if (action.watch) {
            watch(updates);
        }
        show(series, updates);
        return ExitCode.DONE;
    }

    private static List<SeriesRun> runs(List<RunOutcome> outcomes) {
        return outcomes.stream().map(RunOutcome::run).toList();
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

    private void show(Series series, RemoteUpdates updates) {
        // The job that gathers has no network.
        boolean current = !action.gather && updates.isFetched();
        SeriesResults results = SeriesResults.read(series);
        if (networks) {
            updates.fetch(
                    runs(results.runs().stream().filter(RunOutcome::isFinished).toList()));
        }
        if (json) {
            console.json(SeriesDescription.of(results, measure));
        } else {
            String queue = current ? SeriesTable.queue(updates.control().queue().values()) : "";
            new SeriesTable(results, measure).lines(queue).forEach(console::print);
        }
    }

    /** Prints a line whenever the number of runs of a status changes. */
    private void watch(RemoteUpdates updates) {
        String[] before = {""};
        updates.watch((results, queue) -> {
            String now = new SeriesTable(results, measure).counts() + SeriesTable.queue(queue);
            if (!now.equals(before[0])) {
                console.message(now);
                before[0] = now;
            }
        });
    }
}
