package org.maferstudio.ui.schedule;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.maferstudio.schedule.LoweringProbability;
import org.maferstudio.schedule.Resolutions;

/** What the pane says about a schedule and a dataset. */
final class ScheduleWords {
    private static final int FEW = 6;

    private ScheduleWords() {}

    /** How long the run is. */
    static String run(Faces faces, int epochs) {
        return String.format(
                Locale.ROOT,
                "%s: %,d images of %d px an epoch, %,d over the run",
                faces.name(),
                faces.training(),
                faces.shorterSide(),
                (long) faces.training() * epochs);
    }

    /** When a curriculum takes its first step and when it reaches its top; empty where the probability stays. */
    static String curriculum(LoweringProbability howOften, Faces faces, int epochs) {
        long images = (long) faces.training() * epochs;
        long[] steps = howOften.changes(Long.MAX_VALUE / 4).limit(100_000).toArray();
        if (steps.length == 0) {
            return "";
        }
        if (steps[0] > images) {
            return String.format(
                    Locale.ROOT,
                    "The first step comes after %,d images, and this run has only %,d: the probability stays as it"
                            + " starts.",
                    steps[0],
                    images);
        }
        long top = steps[steps.length - 1];
        return top > images
                ? String.format(
                        Locale.ROOT,
                        "This run ends at p = %.2f; the top needs %,d images.",
                        howOften.after(images),
                        top)
                : String.format(
                        Locale.ROOT,
                        "Reaches the top after %,d images, in epoch %,d.",
                        top,
                        1 + top / faces.training());
    }

    /** Which resolutions reach the size of the pictures; there must be some. */
    static String withoutEffect(Resolutions resolutions, Faces faces) {
        SortedSet<Integer> idle = resolutions.withoutEffect(faces.shorterSide());
        double share =
                idle.stream().mapToDouble(r -> resolutions.shares().get(r)).sum();
        String which = idle.size() > FEW ? idle.first() + " to " + idle.last() : joined(List.copyOf(idle));
        return String.format(
                Locale.ROOT,
                "%s px %s nothing here: the pictures have %d px. So %.0f %% of the images chosen for lowering stay as"
                        + " they are.",
                which,
                idle.size() == 1 ? "does" : "do",
                faces.shorterSide(),
                100 * share);
    }

    private static String joined(List<Integer> values) {
        List<String> words = values.stream().map(String::valueOf).toList();
        int last = words.size() - 1;
        return last == 0
                ? words.get(0)
                : words.stream().limit(last).collect(Collectors.joining(", ")) + " and " + words.get(last);
    }
}
