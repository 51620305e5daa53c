package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Packs an experiment into one file for others to look at. */
@Command(
        name = "bundle",
        description = "Pack an experiment into one file that opens anywhere, to look at: recipe, history, predictions, "
                + "embeddings, notes, with checksums. Neither pictures nor weights go along.")
final class BundleCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", description = "The experiment's folder.")
    private Path folder;

    @Option(names = "--out", required = true, paramLabel = "FILE.mafer", description = "The file; replaced if there.")
    private Path out;

    BundleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Bundle.write(Experiment.open(folder), out);
        console.print(out.toString());
        return ExitCode.DONE;
    }
}
