package org.maferstudio.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.job.Problem;
import picocli.CommandLine.Option;

/** Which dataset a command works on. */
final class DatasetOptions {
    @Option(
            names = "--dataset",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Folders, csv files or zips of either, or drawn or drawn:SEED; several make one dataset.")
    private List<String> paths;

    @Option(names = "--format", description = "The reader's name (default: recognised).")
    private String format;

    @Option(
            names = "--labels",
            split = ",",
            description = "The classes of numbered labels, from the smallest number on.")
    private List<String> labels;

    @Option(names = "--valid-share", description = "The share of train that is held out as validation.")
    private Double validShare;

    @Option(names = "--splits", split = ",", description = "Renames of splits, such as test=validation.")
    private Map<String, String> splits = new LinkedHashMap<>();

    @Option(names = "--leave-out-damaged", description = "Go on without samples that cannot be read, and note them.")
    private boolean leaveOutDamaged;

    /** What the options mean over another source; empty if they say nothing. */
    Optional<DatasetSource> source(DatasetSource below) {
        boolean silent = paths == null
                && format == null
                && labels == null
                && validShare == null
                && splits.isEmpty()
                && !leaveOutDamaged;
        if (silent) {
            return Optional.empty();
        }
        if (validShare != null && !(validShare >= 0 && validShare <= 0.9)) {
            throw Problem.input("--valid-share lies between 0 and 0.9, and " + validShare + " does not.");
        }
        boolean other = paths != null;
        return Optional.of(new DatasetSource(
                other ? paths : below.paths(),
                format != null ? format : other ? "" : below.format(),
                labels != null ? labels : other ? List.of() : below.labels(),
                !splits.isEmpty() ? splits : other ? Map.of() : below.splits(),
                validShare != null ? validShare : other ? 0 : below.validShare(),
                below.seed(),
                leaveOutDamaged || (!other && below.leaveOutDamaged())));
    }
}
