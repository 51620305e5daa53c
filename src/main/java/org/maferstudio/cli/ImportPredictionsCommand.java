package org.maferstudio.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.maferstudio.results.ForeignTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an experiment of predictions that another program wrote. */
@Command(
        name = "import-predictions",
        description = "Make an experiment of predictions that another program wrote as csv: a column of labels, one of "
                + "predictions, or p_<class> columns. Columns are found by their usual names, such as gt_label.")
final class ImportPredictionsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ImportOptions options;

    @Option(
            names = "--column",
            paramLabel = "WHAT=NAME",
            description = "Which column is which, where its name is unusual; WHAT is one of ${COMPLETION-CANDIDATES}.")
    private Map<ForeignTable.Column, String> columns = Map.of();

    ImportPredictionsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ForeignTable.Request request =
                new ForeignTable.Request(columns, options.labels(), options.split(), options.resolution());
        ForeignTable.Found found = options.read("--column, --labels", () -> ForeignTable.read(options.file(), request));
        return options.keep(found.predictions(), found.notes(), console);
    }
}
