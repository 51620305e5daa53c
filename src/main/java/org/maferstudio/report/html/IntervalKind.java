package org.maferstudio.report.html;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maferstudio.results.ResolutionSweep;

/** Describes the kind of intervals on a page. Groups may be known for one experiment and not for another. */
final class IntervalKind {
    private static final String GROUPS = "bootstrap by group (subject or sequence)";
    private static final String IMAGES = "Wilson, assuming independent samples because no groups are known";

    private IntervalKind() {}

    /** Describes the intervals of experiments, by name if they differ. */
    static String sentence(List<String> names, List<ResolutionSweep> sweeps) {
        String grouped = names(names, sweeps, true);
        String independent = names(names, sweeps, false);
        if (independent.isEmpty()) {
            return GROUPS;
        }
        return grouped.isEmpty() ? IMAGES : grouped + ": " + GROUPS + "; " + independent + ": " + IMAGES;
    }

    private static String names(List<String> names, List<ResolutionSweep> sweeps, boolean byGroup) {
        return IntStream.range(0, sweeps.size())
                .filter(i -> byGroup(sweeps.get(i)) == byGroup)
                .mapToObj(names::get)
                .collect(Collectors.joining(", "));
    }

    private static boolean byGroup(ResolutionSweep sweep) {
        return sweep.points().stream().anyMatch(point -> point.intervals().byGroup());
    }
}
