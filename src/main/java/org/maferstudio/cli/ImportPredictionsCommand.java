package org.maferstudio.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.ImportOptions;
import org.maferstudio.cli.output.Console;
import org.maferstudio.results.imports.ImportedPredictions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Imports predictions of another program as an experiment. */
@Command(
        name = "import-predictions",
        description = {
            "Import predictions made by another program as an experiment.",
            "Reads CSV with any separator, JSON, NumPy's npz, and xlsx; text files may be "
                    + "gzipped. Columns are recognised by common names such as gt_label, Actual, y_pred, "
                    + "p_<class>, or the names of the expressions."
        })
final class ImportPredictionsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ImportOptions options;

    @Option(
            names = "--column",
            paramLabel = "WHAT=NAME",
            description = "Assign a column whose name is not recognised. WHAT is one of " + "${COMPLETION-CANDIDATES}.")
    private Map<ImportedPredictions.Column, String> columns = Map.of();

    @Option(
            names = "--scores",
            paramLabel = "KIND",
            defaultValue = "AUTO",
            description = "Kind of the scores by class: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}, "
                    + "detected from the values).")
    private ImportedPredictions.Scores scores;

    @Option(
            names = "--leave-out-unreadable",
            description = "Skip rows that cannot be read, even if they are more than 1 %% of all rows.")
    private boolean leaveOut;

    ImportPredictionsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ImportedPredictions.Request request = new ImportedPredictions.Request(
                columns,
                options.labels(),
                scores,
                leaveOut ? ImportedPredictions.Unreadable.LEAVE_OUT : ImportedPredictions.Unreadable.REFUSE,
                options.split(),
                options.resolution());
        ImportedPredictions.Found found = options.read(
                "--column, --labels, --scores, --leave-out-unreadable",
                () -> ImportedPredictions.read(options.file(), request));
        return options.save(found.predictions(), found.notes(), console);
    }
}
