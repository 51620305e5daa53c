package org.maferstudio.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.maferstudio.results.imports.ImportedMatrix;
import org.maferstudio.schedule.Resolution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an experiment of a confusion matrix that another program wrote. */
@Command(
        name = "import-matrix",
        description =
                "Make an experiment of a confusion matrix: csv with any separator, numpy's npy, npz or print, xlsx, "
                        + "LaTeX, Markdown, JSON, or the table of Weights and Biases. Totals are left out. Samples by class of "
                        + "known test splits tell whether rows and classes are as given.")
final class ImportMatrixCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ImportOptions options;

    @Option(
            names = "--rows",
            defaultValue = "TRUTH",
            description = "What its rows are: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ImportedMatrix.Rows rows;

    @Option(
            names = "--samples-by-class",
            split = ",",
            paramLabel = "N",
            description = "How many samples each class has, in the order of the classes, where the cells are shares or"
                    + " percentages.")
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
        return options.keep(ImportedMatrix.predictions(found.matrix(), split, resolution), found.notes(), console);
    }
}
