package org.maferstudio.datasets;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.expression.LabelSet;

/**
 * A dataset: its samples, and what could not be read.
 *
 * @param name for display, such as {@code FER2013}
 * @param format the reader's name, such as {@code fer2013-folders}
 * @param labels its classes
 * @param samples in a fixed order that does not depend on the file system
 * @param damage what was left out and why
 * @param notes of the reader, such as how a merged test split was separated
 * @param files closed with the dataset, such as zip files; samples cannot be read afterwards
 */
public record Dataset(
        String name,
        String format,
        LabelSet labels,
        List<Sample> samples,
        List<DatasetIssue> damage,
        List<String> notes,
        Files files)
        implements AutoCloseable {
    /** The open files of a dataset. */
    @FunctionalInterface
    public interface Files extends AutoCloseable {
        /** No open files. */
        Files NONE = () -> {};

        @Override
        void close();
    }

    public Dataset {
        samples = List.copyOf(samples);
        damage = List.copyOf(damage);
        notes = List.copyOf(notes);
    }

    /** Creates a dataset without open files. */
    public Dataset(
            String name,
            String format,
            LabelSet labels,
            List<Sample> samples,
            List<DatasetIssue> damage,
            List<String> notes) {
        this(name, format, labels, samples, damage, notes, Files.NONE);
    }

    /** Returns this dataset with other splits and notes. */
    public Dataset with(List<Sample> otherSamples, List<String> otherNotes) {
        return new Dataset(name, format, labels, otherSamples, damage, otherNotes, files);
    }

    /** Closes its files; pixels cannot be read afterwards. */
    @Override
    public void close() {
        files.close();
    }

    /** The samples of one split, in order. */
    public List<Sample> samples(String split) {
        return samples.stream().filter(s -> s.split().equals(split)).toList();
    }

    /** The splits that have samples: train, validation, test, then others by name. */
    public List<String> splits() {
        List<String> known = List.of(Sample.TRAIN, Sample.VALIDATION, Sample.TEST);
        return samples.stream()
                .map(Sample::split)
                .distinct()
                .sorted(Comparator.<String>comparingInt(s -> known.contains(s) ? known.indexOf(s) : known.size())
                        .thenComparing(s -> s))
                .toList();
    }

    /** The number of samples by split and class: splits as in {@link #splits()}, classes in the label set's order. */
    public Map<String, int[]> counts() {
        Map<String, int[]> counts = new LinkedHashMap<>();
        splits().forEach(split -> counts.put(split, new int[labels.size()]));
        for (Sample sample : samples) {
            counts.get(sample.split())[sample.label()]++;
        }
        return counts;
    }
}
