package org.maferstudio.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.datasets.Grouping;

/** The grouping of a dataset in experiments of version 0.1.0, which recorded it only in a note on folds. */
final class OlderGrouping {
    private static final Pattern FOLD = Pattern.compile("Fold \\d+ of \\d+ by (\\w+),.*");

    private OlderGrouping() {}

    /** The grouping in a note; none if there is no such note, or folds were drawn by image. */
    static Grouping of(List<String> notes) {
        return (notes == null ? List.<String>of() : notes)
                .stream()
                        .map(FOLD::matcher)
                        .filter(Matcher::matches)
                        .map(matcher -> matcher.group(1))
                        .flatMap(id -> Arrays.stream(Grouping.values())
                                .filter(grouping -> grouping.id().equals(id)))
                        .findFirst()
                        .orElse(Grouping.NONE);
    }
}
