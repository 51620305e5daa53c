package org.maferstudio.results;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of the samples of one file, each of which stands there once. As long as they are those of other predictions in
 * the same order, as at other resolutions, they are shared with these, and need not be compared with each other.
 */
final class SampleNames {
    private final List<Prediction> alike;
    private int shared;
    /** All names; null as long as they are those of the other predictions. */
    private Set<String> names;

    /** No names yet; other predictions may be empty, and have each name once. */
    SampleNames(List<Prediction> alike) {
        this.alike = alike;
    }

    /** The name in a field. */
    String read(CsvScanner csv, int field) {
        if (names == null && shared < alike.size()) {
            String name = alike.get(shared).sample();
            if (csv.is(field, name)) {
                return name;
            }
        }
        return csv.text(field);
    }

    /** Adds the name of a row; false if it was there. */
    boolean add(Prediction row) {
        String name = row.sample();
        if (names == null) {
            if (shared < alike.size() && name.equals(alike.get(shared).sample())) {
                shared++;
                return true;
            }
            names = new HashSet<>();
            alike.subList(0, shared).forEach(each -> names.add(each.sample()));
        }
        return names.add(name);
    }
}
