package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.SeriesTable;
import org.maferstudio.experiment.Series;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesDescription;
import org.maferstudio.series.SeriesResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the runs and results of a series. */
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

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            description = "Measure on the validation split that selects the best setting: accuracy, "
                    + "mean_class_accuracy, macro_f1, or at a lower resolution accuracy@16 (default: accuracy).")
    private String measure = RunOutcome.MEASURES.get(0);

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    SeriesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SeriesResults results = SeriesResults.read(Series.open(folder));
        if (json) {
            console.json(SeriesDescription.of(results, measure));
        } else {
            new SeriesTable(results, measure).lines().forEach(console::print);
        }
        return ExitCode.DONE;
    }
}
