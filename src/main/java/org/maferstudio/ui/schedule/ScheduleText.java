package org.maferstudio.ui.schedule;

import java.util.Collection;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.schedule.Resolutions;
import org.maferstudio.texts.Texts;

/** Sentences about a schedule and a dataset. */
final class ScheduleText {
    private static final int FEW = 6;

    private ScheduleText() {}

    /** The number of images in an epoch and in the whole training. */
    static String run(PreviewFaces faces, int epochs) {
        return Texts.of(
                "schedule.forecast.images",
                faces.name(),
                faces.training(),
                faces.shorterSide(),
                (long) faces.training() * epochs);
    }

    /** When a curriculum takes its first step and when it reaches its maximum; empty if the probability is constant. */
    static String curriculum(DownsamplingProbability howOften, PreviewFaces faces, int epochs) {
        long images = (long) faces.training() * epochs;
        long[] steps = howOften.changes(Long.MAX_VALUE / 4).limit(100_000).toArray();
        if (steps.length == 0) {
            return "";
        }
        if (steps[0] > images) {
            return Texts.of("schedule.forecast.curriculum.noStep", steps[0], images);
        }
        long last = steps[steps.length - 1];
        return last > images
                ? Texts.of("schedule.forecast.curriculum.notReached", howOften.after(images), last)
                : Texts.of("schedule.forecast.curriculum.reached", last, 1 + last / faces.training());
    }

    /** Which resolutions leave the images unchanged; there must be at least one. */
    static String withoutEffect(Resolutions resolutions, PreviewFaces faces) {
        SortedSet<Integer> idle = resolutions.withoutEffect(faces.shorterSide());
        double share =
                idle.stream().mapToDouble(r -> resolutions.shares().get(r)).sum();
        String which = idle.size() > FEW ? idle.first() + "\u2013" + idle.last() : joined(idle);
        return Texts.of("schedule.view.withoutEffect", which, faces.shorterSide(), 100 * share);
    }

    private static String joined(Collection<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
