package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ThumbnailArchive;
import org.maferstudio.files.OutputFile;
import org.maferstudio.job.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Packs an experiment into one file for others to look at. */
@Command(
        name = "bundle",
        description = "Pack an experiment into one file that opens anywhere, to look at: recipe, history, predictions, "
                + "embeddings, notes, with checksums. Weights never go along, pictures only with --pictures.")
final class BundleCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", description = "The experiment's folder.")
    private Path folder;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.mafer",
            description = "The file; an earlier bundle there is replaced.")
    private Path out;

    @Option(
            names = "--pictures",
            description =
                    "Pack the samples' pictures at 48 pixels, too. For FER2013 they are the dataset itself, and most"
                            + " licences forbid passing faces on.")
    private boolean pictures;

    @Mixin
    private ForceOption force;

    BundleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        force.check(out, OutputFile.Kind.BUNDLE);
        Experiment experiment = Experiment.open(folder);
        Bundle.write(
                experiment,
                out,
                pictures ? Optional.of(ThumbnailArchive.of(experiment, Progress.NONE)) : Optional.empty());
        console.print(out.toString());
        return ExitCode.DONE;
    }
}
