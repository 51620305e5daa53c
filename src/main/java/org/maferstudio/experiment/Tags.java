package org.maferstudio.experiment;

import java.util.List;
import java.util.stream.Collectors;

/** The tags of experiments: {@code tags.txt} has one per line. */
public final class Tags {
    private static final String FILE = "tags.txt";

    private Tags() {}

    /** Reads the tags of an experiment, each once. */
    public static List<String> of(Experiment experiment) {
        return experiment
                .text(FILE)
                .lines()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * Saves the tags of an experiment.
     *
     * @throws Problem if it is a bundle, or cannot be written
     */
    public static void write(Experiment experiment, List<String> tags) {
        experiment.checkWritable();
        SafeFile.write(
                experiment.folder().resolve(FILE),
                tags.stream().map(tag -> tag + "\n").collect(Collectors.joining()));
    }
}
