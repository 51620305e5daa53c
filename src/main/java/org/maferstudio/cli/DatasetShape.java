package org.maferstudio.cli;

import java.util.List;
import java.util.Map;
import org.maferstudio.datasets.DatasetSource;
import picocli.CommandLine.Option;

/** The options that say how a dataset on disk is to be understood. */
final class DatasetShape {
    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "How the dataset is laid out, if it should not be recognised: fer2013-csv, fer2013-folders,"
                    + " raf-db, csv or class-folders.")
    private String format;

    @Option(
            names = "--labels",
            split = ",",
            paramLabel = "CLASS",
            description = "The classes that numbers mean, from the smallest number on, such as anger,disgust,fear;"
                    + " or the order of named classes.")
    private List<String> labels;

    @Option(
            names = "--splits",
            split = ",",
            paramLabel = "OLD=NEW",
            description = "Renames splits, such as validation=test.")
    private Map<String, String> splits = Map.of();

    /** Whether none of the options was given. */
    boolean isSilent() {
        return format == null && labels == null && splits.isEmpty();
    }

    /** A source with what the options say in the place of what it said. */
    DatasetSource onto(DatasetSource below) {
        return new DatasetSource(
                below.paths(),
                format != null ? format : below.format(),
                labels != null ? labels : below.labels(),
                splits.isEmpty() ? below.splits() : splits,
                below.validShare(),
                below.seed(),
                below.leaveOutDamaged());
    }
}
