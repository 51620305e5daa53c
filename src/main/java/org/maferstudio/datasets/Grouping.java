package org.maferstudio.datasets;

import java.util.Arrays;
import java.util.Locale;

/** What the groups of a dataset are. Images of one group are similar, so they belong in one split. */
public enum Grouping {
    /** Subjects. */
    SUBJECT,
    /** Videos; a subject may have several. */
    VIDEO,
    /** Groups of unknown kind. */
    GROUP,
    /** No groups are known. */
    NONE;

    /** Such as {@code subject}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the groups of an open dataset are. */
    public static Grouping of(Dataset dataset) {
        if (dataset.samples().stream().allMatch(sample -> sample.group().isEmpty())) {
            return NONE;
        }
        if (dataset.format().equals(DrawnFaces.FORMAT)) {
            return SUBJECT;
        }
        String[] formats = dataset.format().split("\\+");
        Grouping first = of(formats[0]);
        return Arrays.stream(formats).allMatch(format -> of(format) == first) ? first : GROUP;
    }

    private static Grouping of(String format) {
        return DatasetReaders.ALL.stream()
                .filter(reader -> reader.name().equals(format))
                .map(DatasetReader::grouping)
                .findFirst()
                .orElse(GROUP);
    }
}
