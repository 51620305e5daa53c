package org.maferstudio.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Finding;

/**
 * What stands in an experiment about its dataset, so that a reader needs no dataset.
 *
 * @param name for people
 * @param format the reader's name
 * @param fingerprint the same for the same images; empty if it was not taken
 * @param labels the classes, in order
 * @param counts samples by split and class
 * @param leftOut what could not be read and was left out, one sentence each
 * @param notes what the reader wanted to say
 */
public record DatasetFacts(
        String name,
        String format,
        String fingerprint,
        List<String> labels,
        Map<String, Map<String, Integer>> counts,
        List<String> leftOut,
        List<String> notes) {
    public DatasetFacts {
        name = name == null ? "" : name;
        format = format == null ? "" : format;
        fingerprint = fingerprint == null ? "" : fingerprint;
        labels = labels == null ? List.of() : List.copyOf(labels);
        counts = counts == null ? Map.of() : new LinkedHashMap<>(counts);
        leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** Nothing known. */
    public static final DatasetFacts NONE = new DatasetFacts("", "", "", List.of(), Map.of(), List.of(), List.of());

    /** About an open dataset. */
    public static DatasetFacts of(Dataset dataset, String fingerprint) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        Map<String, int[]> all = dataset.counts();
        for (String split : dataset.splits()) {
            Map<String, Integer> classes = new LinkedHashMap<>();
            for (int i = 0; i < dataset.labels().size(); i++) {
                classes.put(dataset.labels().name(i), all.get(split)[i]);
            }
            counts.put(split, classes);
        }
        List<String> leftOut = new ArrayList<>();
        for (Finding finding : dataset.damage()) {
            leftOut.add(finding.where() + ": " + finding.text());
        }
        return new DatasetFacts(
                dataset.name(),
                dataset.format(),
                fingerprint,
                dataset.labels().names(),
                counts,
                leftOut,
                dataset.notes());
    }
}
