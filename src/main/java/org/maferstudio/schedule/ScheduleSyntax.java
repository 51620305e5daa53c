package org.maferstudio.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Schedules as text, for the command line and for files; {@link DownsamplingProbability#text()} and {@link
 * Resolutions#text()} write what is read here.
 *
 * <pre>
 * off | cr-simplified | cross-resolution-curriculum | small-faces       a preset: how often, which, kernel
 * off | p=0.5 | curriculum=START,STEP,EVERY,MAXIMUM                     how often
 * pow2:3-7 | 8,12,16 | 8:2,16:1 | uniform:8-32 | log:8-64               which; a number after a colon is a weight
 * </pre>
 */
public final class ScheduleSyntax {
    private static final String HOW_OFTEN = Texts.of("schedule.off-p-0-5-or-curriculum-0-1-0-1");
    private static final String WHICH = Texts.of("schedule.pow2-3-7-8-12-16-8-2-16-1");

    private ScheduleSyntax() {}

    /**
     * A whole schedule: a preset, or how often with the paper's resolutions and kernel.
     *
     * @throws Problem naming what cannot be read
     */
    public static ResolutionSchedule schedule(String text) {
        return SchedulePreset.of(text.strip()).map(SchedulePreset::schedule).orElseGet(() -> ResolutionSchedule.off()
                .with(howOften(text)));
    }

    /**
     * How often.
     *
     * @throws Problem naming what cannot be read
     */
    public static DownsamplingProbability howOften(String text) {
        String[] parts = text.strip().split("=", 2);
        return checked("schedule", text, howOftenHelp(), () -> switch (parts[0]) {
            case "off" -> parts.length == 1 ? new DownsamplingProbability.Never() : unknown();
            case "p" -> parts.length == 2 ? new DownsamplingProbability.Constant(number(parts[1])) : unknown();
            case "curriculum" -> parts.length == 2 ? curriculum(parts[1]) : unknown();
            default -> unknown();
        });
    }

    /**
     * Which resolutions.
     *
     * @throws Problem naming what cannot be read
     */
    public static Resolutions resolutions(String text) {
        String[] parts = text.strip().split(":", 2);
        return checked("resolutions", text, WHICH, () -> switch (parts[0]) {
            case "pow2" -> new Resolutions.PowersOfTwo(range(parts)[0], range(parts)[1]);
            case "uniform" -> new Resolutions.Uniform(range(parts)[0], range(parts)[1]);
            case "log" -> new Resolutions.LogUniform(range(parts)[0], range(parts)[1]);
            default -> listed(text.strip());
        });
    }

    private static DownsamplingProbability curriculum(String text) {
        String[] values = text.split(",", -1);
        if (values.length != 4) {
            throw new IllegalArgumentException(Texts.of("schedule.a-curriculum-has-four-numbers", text));
        }
        return new DownsamplingProbability.Curriculum(
                number(values[0]), number(values[1]), whole(values[2]), number(values[3]));
    }

    private static Resolutions listed(String text) {
        List<Integer> pixels = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (String entry : text.split(",", -1)) {
            String[] parts = entry.split(":", 2);
            pixels.add((int) whole(parts[0]));
            weights.add(parts.length == 2 ? number(parts[1]) : 1.0);
        }
        return new Resolutions.Listed(pixels, weights);
    }

    private static int[] range(String[] parts) {
        String[] ends = parts.length == 2 ? parts[1].split("-", -1) : new String[0];
        if (ends.length != 2) {
            throw new IllegalArgumentException(Texts.of("schedule.a-range-is-written-as-8-32"));
        }
        return new int[] {(int) whole(ends[0]), (int) whole(ends[1])};
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Texts.of("schedule.is-not-a-number", text), e);
        }
    }

    /** Within the range of {@code int}, for all of these are resolutions or counts of images. */
    private static long whole(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Texts.of("schedule.is-not-a-whole-number", text), e);
        }
    }

    private static DownsamplingProbability unknown() {
        throw new IllegalArgumentException(Texts.of("schedule.that-is-neither-a-preset-nor-a"));
    }

    private static String howOftenHelp() {
        return Arrays.stream(SchedulePreset.values())
                        .map(SchedulePreset::id)
                        .filter(id -> !id.equals("off"))
                        .collect(Collectors.joining(", "))
                + ", " + HOW_OFTEN;
    }

    private static <T> T checked(String what, String text, String help, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw Problem.input(Texts.of("schedule.the-cannot-be-used-write", what, text, e.getMessage(), help), e);
        }
    }
}
