package org.maferstudio.ui.schedule;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.schedule.Resolutions;
import org.maferstudio.texts.Texts;

/** What the pane says about a schedule and a dataset. */
final class ScheduleText {
    private static final int FEW = 6;

    private ScheduleText() {}

    /** How long the run is. */
    static String run(PreviewFaces faces, int epochs) {
        return Texts.of(
                "schedule.images-of-px-an-epoch-over-the",
                faces.name(),
                faces.training(),
                faces.shorterSide(),
                (long) faces.training() * epochs);
    }

    /** When a curriculum takes its first step and when it reaches its top; empty where the probability stays. */
    static String curriculum(DownsamplingProbability howOften, PreviewFaces faces, int epochs) {
        long images = (long) faces.training() * epochs;
        long[] steps = howOften.changes(Long.MAX_VALUE / 4).limit(100_000).toArray();
        if (steps.length == 0) {
            return "";
        }
        if (steps[0] > images) {
            return Texts.of("schedule.the-first-step-comes-after", steps[0], images);
        }
        long top = steps[steps.length - 1];
        return top > images
                ? Texts.of("schedule.this-run-ends-at-p-the-top-needs", howOften.after(images), top)
                : Texts.of("schedule.reaches-the-top-after-images-in", top, 1 + top / faces.training());
    }

    /** Which resolutions reach the size of the pictures; there must be some. */
    static String withoutEffect(Resolutions resolutions, PreviewFaces faces) {
        SortedSet<Integer> idle = resolutions.withoutEffect(faces.shorterSide());
        double share =
                idle.stream().mapToDouble(r -> resolutions.shares().get(r)).sum();
        String which =
                idle.size() > FEW ? Texts.of("schedule.from-to", idle.first(), idle.last()) : joined(List.copyOf(idle));
        return Texts.of(
                "schedule.px-nothing-here-the-pictures",
                which,
                idle.size() == 1 ? Texts.of("schedule.does") : Texts.of("schedule.do"),
                faces.shorterSide(),
                100 * share);
    }

    private static String joined(List<Integer> values) {
        List<String> words = values.stream().map(String::valueOf).toList();
        int last = words.size() - 1;
        return last == 0
                ? words.get(0)
                : Texts.of(
                        "schedule.and", words.stream().limit(last).collect(Collectors.joining(", ")), words.get(last));
    }
}
