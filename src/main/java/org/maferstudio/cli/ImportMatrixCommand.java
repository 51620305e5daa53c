package org.maferstudio.cli;

import java.util.concurrent.Callable;
import org.maferstudio.results.ForeignMatrix;
import org.maferstudio.schedule.Resolution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an experiment of a confusion matrix that another program wrote. */
@Command(
        name = "import-matrix",
        description = "Make an experiment of a confusion matrix of counts, as csv or as JSON "
                + "{\"labels\": [...], \"confusion\": [[...], ...]}. Known test splits tell whether the truth stands in the "
                + "rows.")
final class ImportMatrixCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ImportOptions options;

    @Option(
            names = "--rows",
            defaultValue = "TRUTH",
            description = "What its rows are: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ForeignMatrix.Rows rows;

    ImportMatrixCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String split = options.split();
        Resolution resolution = options.resolution();
        ForeignMatrix.Found found =
                options.read("--rows, --labels", () -> ForeignMatrix.read(options.file(), options.labels(), rows));
        return options.keep(ForeignMatrix.predictions(found.matrix(), split, resolution), found.notes(), console);
    }
}
