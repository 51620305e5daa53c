package org.maferstudio.cli;

import java.util.List;
import java.util.Optional;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.SeriesTable;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.CountText;
import org.maferstudio.series.LocalRunner;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesPlanning;
import org.maferstudio.series.SeriesResults;

/** Plans a series and trains its runs, for the commands that do. */
final class SeriesExecution {
    private final Console console;
    private final SeriesPlanning planning;

    SeriesExecution(Console console, SeriesPlanning planning) {
        this.console = console;
        this.planning = planning;
    }

    /** Creates or extends the series, and trains what is not finished. */
    int run(int atOnce) {
        Optional<Series> series = planning.create(console.progress("plan"));
        if (series.isEmpty()) {
            console.message("Stopped before the training began; nothing was written.");
            return ExitCode.STOPPED;
        }
        return local(console, series.get(), series.get().runs(), atOnce);
    }

    /** Trains runs on this computer. */
    static int local(Console console, Series series, List<SeriesRun> runs, int atOnce) {
        console.message(CountText.of(runs.size(), "run") + ", " + atOnce + " at once, each with "
                + CountText.of(series.recipe().machine().threadsHere(), "thread"));
        LocalRunner.Ending ending =
                new LocalRunner(series, atOnce, console.progress("series"), console::message).train(runs);
        new SeriesTable(SeriesResults.read(series), RunOutcome.MEASURES.get(0))
                .lines()
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
