package org.maferstudio.cli;

import java.util.List;
import java.util.Map;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.job.Problem;
import picocli.CommandLine.Option;

/** The options that say how a dataset on disk is to be understood. */
final class DatasetShape {
    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "",
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
    private Map<String, String> splits;

    /**
     * What to open.
     *
     * @param paths of the dataset
     * @param validShare held out of train, 0 to 0.9
     * @param seed for what is held out
     * @param leaveOutDamaged whether damage is left out or stops the work
     * @throws Problem if a value cannot be
     */
    DatasetSource source(List<String> paths, double validShare, long seed, boolean leaveOutDamaged) {
        if (!(validShare >= 0 && validShare <= 0.9)) {
            throw Problem.input("--valid-share lies between 0 and 0.9, and " + validShare + " does not.");
        }
        return new DatasetSource(paths, format, labels, splits, validShare, seed, leaveOutDamaged);
    }
}
