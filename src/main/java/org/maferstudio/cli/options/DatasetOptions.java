package org.maferstudio.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Problem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The dataset of a command. */
public final class DatasetOptions {
    @Option(
            names = {"-df", "--dataset"},
            arity = "1..*",
            paramLabel = "PATH",
            description = "Folders, CSV files, or ZIP files of either; several paths form one dataset. drawn "
                    + "or drawn:SEED selects the built-in drawn faces.")
    private List<String> paths;

    @Mixin
    private DatasetLayoutOptions shape;

    @Option(
            names = "--valid-share",
            paramLabel = "SHARE",
            description = "Share of the training split to hold out for validation, 0 to 0.9.")
    private Double validShare;

    @Option(
            names = "--leave-out-damaged",
            description = "Skip samples that cannot be read, and list them in the experiment's notes.")
    private boolean leaveOutDamaged;

    @Option(
            names = "--leave-out-duplicates",
            description = "Train without images that also occur, exactly or nearly, in another split.")
    private boolean leaveOutDuplicates;

    /**
     * Returns the last path if it is not a dataset, because in {@code --dataset PATH DIR} the list of paths also takes
     * the experiment. Bundles and missing paths are returned too, so that the command reports them.
     */
    public Optional<Path> swallowedExperiment() {
        if (paths == null || paths.size() < 2) {
            return Optional.empty();
        }
        String name = paths.get(paths.size() - 1);
        if (DatasetSource.of(name).isDrawn()) {
            return Optional.empty();
        }
        Path last = Path.of(name);
        if (Files.exists(last) && !Experiment.isExperiment(last) && !Bundle.isBundle(last)) {
            return Optional.empty();
        }
        paths = List.copyOf(paths.subList(0, paths.size() - 1));
        return Optional.of(last);
    }

    /** Applies the options to a source; empty if none was given. */
    public Optional<DatasetSource> source(DatasetSource below) {
        boolean silent =
                paths == null && shape.isSilent() && validShare == null && !leaveOutDamaged && !leaveOutDuplicates;
        if (silent) {
            return Optional.empty();
        }
        if (validShare != null && !(validShare >= 0 && validShare <= 0.9)) {
            throw Problem.input("--valid-share must be from 0 to 0.9, got " + validShare + ".");
        }
        // Other paths are another dataset, to which the settings of the old one do not apply.
        DatasetSource said = shape.applyTo(
                paths == null ? below : new DatasetSource(paths, "", List.of(), Map.of(), 0, below.seed(), false));
        return Optional.of(new DatasetSource(
                said.paths(),
                said.format(),
                said.labels(),
                said.splits(),
                validShare != null ? validShare : said.validShare(),
                said.seed(),
                leaveOutDamaged || said.leaveOutDamaged(),
                leaveOutDuplicates || said.leaveOutDuplicates(),
                said.heldOut()));
    }
}
