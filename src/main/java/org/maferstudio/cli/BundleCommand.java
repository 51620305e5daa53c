package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.ForceOption;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ThumbnailArchive;
import org.maferstudio.files.OutputFile;
import org.maferstudio.job.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Packs an experiment into one read-only file. */
@Command(
        name = "bundle",
        description = {
            "Pack an experiment into one read-only file (.mafer).",
            "The bundle contains recipe, history, predictions, embeddings and notes, with "
                    + "checksums. It contains images only with --images, an imported ONNX network only with --network, "
                    + "and never other weights."
        })
final class BundleCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the experiment.")
    private Path folder;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.mafer",
            description = "File to write. An existing bundle is replaced.")
    private Path out;

    @Option(
            names = "--images",
            description = "Include the images, at 48 pixels. For FER2013 this is the full dataset; most "
                    + "licences do not allow you to share face images.")
    private boolean pictures;

    @Option(
            names = "--network",
            description =
                    "Include the network, if it was imported as an ONNX file. Check that its licence allows you to "
                            + "share it.")
    private boolean network;

    @Mixin
    private ForceOption force;

    /** The name of {@code --images} in version 0.1.0. */
    @Option(names = "--pictures", hidden = true)
    void setPictures(boolean included) {
        pictures = included;
    }

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
                pictures ? Optional.of(ThumbnailArchive.of(experiment, Progress.NONE)) : Optional.empty(),
                network ? Bundle.Network.IMPORTED : Bundle.Network.LEFT_OUT);
        console.print(out.toString());
        return ExitCode.DONE;
    }
}
