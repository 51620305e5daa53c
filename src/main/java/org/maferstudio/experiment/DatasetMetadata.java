package org.maferstudio.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.readers.DatasetReaders;

/**
 * The metadata of a dataset in an experiment, so that results can be interpreted without the dataset.
 *
 * @param name for display
 * @param format the reader's name
 * @param fingerprint the same for the same images; empty if unknown
 * @param labels the classes, in order
 * @param counts number of samples by split and class
 * @param leftOut what could not be read and was skipped, one sentence each
 * @param notes of the reader
 * @param grouping the kind of its groups
 * @param leftOutKinds the reason for skipping by sample id: the id of a {@link DatasetIssue.Kind}
 */
public record DatasetMetadata(
        String name,
        String format,
        String fingerprint,
        List<String> labels,
        Map<String, Map<String, Integer>> counts,
        List<String> leftOut,
        List<String> notes,
        Grouping grouping,
        Map<String, String> leftOutKinds) {
    public DatasetMetadata {
        name = name == null ? "" : name;
        format = format == null ? "" : format;
        fingerprint = fingerprint == null ? "" : fingerprint;
        labels = labels == null ? List.of() : List.copyOf(labels);
        counts = counts == null ? Map.of() : new LinkedHashMap<>(counts);
        leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
        grouping = grouping == null ? OlderGrouping.of(notes) : grouping;
        notes = notes == null ? List.of() : List.copyOf(notes);
        leftOutKinds = leftOutKinds == null ? Map.of() : new LinkedHashMap<>(leftOutKinds);
    }

    /** Creates metadata without skipped samples, or without their reasons. */
    public DatasetMetadata(
            String name,
            String format,
            String fingerprint,
            List<String> labels,
            Map<String, Map<String, Integer>> counts,
            List<String> leftOut,
            List<String> notes,
            Grouping grouping) {
        this(name, format, fingerprint, labels, counts, leftOut, notes, grouping, Map.of());
    }

    /** Returns a copy with other notes. */
    public DatasetMetadata withNotes(List<String> others) {
        return new DatasetMetadata(name, format, fingerprint, labels, counts, leftOut, others, grouping, leftOutKinds);
    }

    /** Unknown metadata. */
    public static final DatasetMetadata NONE =
            new DatasetMetadata("", "", "", List.of(), Map.of(), List.of(), List.of(), Grouping.NONE);

    /** Returns a copy with another fingerprint. */
    DatasetMetadata withFingerprint(String other) {
        return new DatasetMetadata(name, format, other, labels, counts, leftOut, notes, grouping, leftOutKinds);
    }

    /**
     * Creates the metadata of an open dataset.
     *
     * @param damage samples that are skipped
     * @param fingerprint the same for the same images
     */
    public static DatasetMetadata of(Dataset dataset, List<DatasetIssue> damage, String fingerprint) {
        Set<String> gone = damage.stream().map(DatasetIssue::where).collect(Collectors.toSet());
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        for (String split : dataset.splits()) {
            Map<String, Integer> classes = new LinkedHashMap<>();
            dataset.labels().names().forEach(name -> classes.put(name, 0));
            counts.put(split, classes);
        }
        for (Sample sample : dataset.samples()) {
            if (!gone.contains(sample.id())) {
                counts.get(sample.split()).merge(dataset.labels().name(sample.label()), 1, Integer::sum);
            }
        }
        Map<String, String> kinds = new LinkedHashMap<>();
        damage.forEach(finding -> kinds.put(finding.where(), finding.kind().id()));
        return new DatasetMetadata(
                dataset.name(),
                dataset.format(),
                fingerprint,
                dataset.labels().names(),
                counts,
                damage.stream()
                        .map(finding -> finding.where() + ": " + finding.text())
                        .toList(),
                dataset.notes(),
                DatasetReaders.grouping(dataset),
                kinds);
    }
}
