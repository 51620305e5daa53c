package org.maferstudio.cli;

import java.util.List;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.job.Problem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of each command that takes a dataset beside other things. */
final class DatasetOptions {
    @Option(
            names = "--dataset",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Folders, csv files, or zips of either; several are one dataset. \"drawn\" or \"drawn:SEED\""
                    + " are the drawn faces.")
    private List<String> paths = List.of();

    @Mixin
    private DatasetShape shape;

    @Option(
            names = "--valid-share",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Holds this share of train out as validation: the same of each class, whole groups where"
                    + " known. 0 to 0.9; 0 (the default) leaves the splits as they are.")
    private double validShare;

    @Option(names = "--leave-out-damaged", description = "Goes on without what cannot be read, and records it.")
    private boolean leaveOutDamaged;

    /** Whether a dataset was given. */
    boolean isGiven() {
        return !paths.isEmpty();
    }

    /**
     * What to open.
     *
     * @param seed for what is held out
     * @throws Problem if no dataset was given, or a value cannot be
     */
    DatasetSource source(long seed) {
        if (paths.isEmpty()) {
            throw Problem.input("Say which dataset with --dataset PATH; --dataset drawn are the drawn faces.");
        }
        return shape.source(paths, validShare, seed, leaveOutDamaged);
    }
}
