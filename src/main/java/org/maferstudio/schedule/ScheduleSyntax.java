package org.maferstudio.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maferstudio.image.Kernel;
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
    private static final String HOW_OFTEN = Texts.of("schedule.syntax.probability");
    private static final String WHICH = Texts.of("schedule.syntax.resolutions");

    private ScheduleSyntax() {}

    /**
     * Parses a schedule: a preset, or a probability combined with the paper's resolutions and kernel.
     *
     * @throws Problem that quotes the invalid text
     */
    public static ResolutionSchedule schedule(String text) {
        return SchedulePreset.of(text.strip()).map(SchedulePreset::schedule).orElseGet(() -> ResolutionSchedule.off()
                .with(howOften(text)));
    }

    /**
     * Parses a downsampling probability.
     *
     * @throws Problem that quotes the invalid text
     */
    public static DownsamplingProbability howOften(String text) {
        String[] parts = text.strip().split("=", 2);
        return parse(
                () -> switch (parts[0]) {
                    case "off" -> parts.length == 1 ? new DownsamplingProbability.Never() : unknown();
                    case "p" -> parts.length == 2 ? new DownsamplingProbability.Constant(number(parts[1])) : unknown();
                    case "curriculum" -> parts.length == 2 ? curriculum(parts[1]) : unknown();
                    default -> unknown();
                },
                message -> Texts.of("schedule.error.schedule.syntax", text, message, howOftenHelp()));
    }

    /**
     * Parses resolutions.
     *
     * @throws Problem that quotes the invalid text
     */
    public static Resolutions resolutions(String text) {
        String[] parts = text.strip().split(":", 2);
        return parse(
                () -> switch (parts[0]) {
                    case "pow2" -> new Resolutions.PowersOfTwo(range(parts)[0], range(parts)[1]);
                    case "uniform" -> new Resolutions.Uniform(range(parts)[0], range(parts)[1]);
                    case "log" -> new Resolutions.LogUniform(range(parts)[0], range(parts)[1]);
                    default -> listed(text.strip());
                },
                message -> Texts.of("schedule.error.resolutions.syntax", text, message, WHICH));
    }

    /**
     * Parses kernels, separated by commas or blanks; none for an empty text.
     *
     * @throws Problem if there is no such kernel
     */
    public static List<Kernel> kernels(String text) {
        return words(text).map(Kernel::of).toList();
    }

    /**
     * Parses JPEG qualities, separated by commas or blanks; none for an empty text.
     *
     * @throws Problem that quotes the invalid text
     */
    public static List<Integer> qualities(String text) {
        return parse(
                () -> words(text).map(ScheduleSyntax::quality).toList(),
                message -> Texts.of("schedule.error.jpeg.syntax", text, message));
    }

    private static int quality(String word) {
        long quality = whole(word);
        if (quality < 1 || quality > ResolutionSchedule.BEST_JPEG) {
            throw new IllegalArgumentException(Texts.of("schedule.error.jpeg.range", quality));
        }
        return (int) quality;
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[,;\\s]+")).filter(word -> !word.isEmpty());
    }

    private static DownsamplingProbability curriculum(String text) {
        String[] values = text.split(",", -1);
        if (values.length != 4) {
            throw new IllegalArgumentException(Texts.of("schedule.error.curriculum.fourNumbers", text));
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
            throw new IllegalArgumentException(Texts.of("schedule.error.range.syntax"));
        }
        return new int[] {(int) whole(ends[0]), (int) whole(ends[1])};
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Texts.of("schedule.error.number", text), e);
        }
    }

    /** Within the range of {@code int}, because all of these are resolutions or numbers of images. */
    private static long whole(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Texts.of("schedule.error.integer", text), e);
        }
    }

    private static DownsamplingProbability unknown() {
        throw new IllegalArgumentException(Texts.of("schedule.error.schedule.unknown"));
    }

    private static String howOftenHelp() {
        return Arrays.stream(SchedulePreset.values())
                        .map(SchedulePreset::id)
                        .filter(id -> !id.equals("off"))
                        .collect(Collectors.joining(", "))
                + ", " + HOW_OFTEN;
    }

    /** Parses a value, and reports an invalid one as a problem of the user's input. */
    private static <T> T parse(Supplier<T> parser, UnaryOperator<String> problem) {
        try {
            return parser.get();
        } catch (IllegalArgumentException e) {
            throw Problem.input(problem.apply(e.getMessage()), e);
        }
    }
}
