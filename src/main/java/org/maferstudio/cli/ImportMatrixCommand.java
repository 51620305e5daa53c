package org.maferstudio.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.ImportOptions;
import org.maferstudio.cli.output.Console;
import org.maferstudio.results.imports.ImportedMatrix;
import org.maferstudio.schedule.Resolution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Imports a confusion matrix of another program as an experiment. */
@Command(
        name = "import-matrix",
        description = {
            "Import a confusion matrix made by another program as an experiment.",
            "Reads CSV with any separator, NumPy's npy, npz or printed form, xlsx, LaTeX, "
                    + "Markdown, JSON, and the table of Weights and Biases. Rows and columns with totals "
                    + "are skipped. The class counts of known test splits are used to check the orientation "
                    + "and the order of the classes."
        })
final class ImportMatrixCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ImportOptions options;

    @Option(
            names = "--rows",
            paramLabel = "MEANING",
            defaultValue = "TRUTH",
            description = "Meaning of the rows: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ImportedMatrix.Rows rows;

    @Option(
            names = "--samples-by-class",
            split = ",",
            paramLabel = "N",
            description = "Number of samples of each class, in the order of the classes; required if the cells "
                    + "are shares or percentages.")
    private List<Long> samplesByClass = List.of();

    ImportMatrixCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String split = options.split();
        Resolution resolution = options.resolution();
        ImportedMatrix.Found found = options.read("--rows, --labels, --samples-by-class", () -> {
            var request = new ImportedMatrix.Request(options.labels(), rows, samplesByClass);
            return ImportedMatrix.read(options.file(), request);
        });
        return options.save(ImportedMatrix.predictions(found.matrix(), split, resolution), found.notes(), console);
    }
}
