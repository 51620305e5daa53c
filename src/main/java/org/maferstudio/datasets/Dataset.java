package org.maferstudio.datasets;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maferstudio.expression.LabelSet;

/**
 * A dataset as it was read: its samples, and what could not be read.
 *
 * @param name for people, such as {@code FER2013}
 * @param format the reader's name, such as {@code fer2013-folders}
 * @param labels its classes
 * @param samples in a fixed order that does not depend on the file system
 * @param damage what was left out and why; never silent
 * @param notes what the reader wants to say, such as how a merged test split was taken apart
 */
public record Dataset(
        String name, String format, LabelSet labels, List<Sample> samples, List<Finding> damage, List<String> notes) {
    public Dataset {
        samples = List.copyOf(samples);
        damage = List.copyOf(damage);
        notes = List.copyOf(notes);
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
                .sorted(java.util.Comparator.<String>comparingInt(s -> known.contains(s) ? known.indexOf(s) : 3)
                        .thenComparing(s -> s))
                .toList();
    }

    /** The number of samples by split and class, classes in the label set's order. */
    public Map<String, int[]> counts() {
        Map<String, int[]> counts = new TreeMap<>();
        for (Sample sample : samples) {
            counts.computeIfAbsent(sample.split(), s -> new int[labels.size()])[sample.label()]++;
        }
        return counts;
    }
}
