package org.maferstudio.degradation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * A degradation of images with its strength. Degradations are ordered by kind, and from mild to harsh.
 *
 * @param kind what spoils the image
 * @param strength in the unit and range of the kind, with at most three decimals
 */
public record Degradation(DegradationKind kind, double strength) implements Comparable<Degradation> {
    /** The maximum number of strengths of a sweep. */
    public static final int MOST_STRENGTHS = 32;

    private static final Pattern ID = Pattern.compile("([a-z]{1,20})-([0-9]{1,4}(?:\\.[0-9]{1,3})?)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}(?:\\.[0-9]{1,3})?");

    private static final Comparator<Degradation> ORDER = Comparator.comparing(Degradation::kind)
            .thenComparingDouble(each -> each.kind().isHarsherAbove() ? each.strength() : -each.strength());

    public Degradation {
        boolean whole = !kind.isWhole() || strength == Math.rint(strength);
        if (!(strength >= kind.least() && strength <= kind.most()) || !whole) {
            throw new IllegalArgumentException("a strength of " + kind.id() + " is from " + kind.least() + " to "
                    + kind.most() + ", got " + strength);
        }
    }

    /** Parses the result of {@link #id}; empty if the text is not one. */
    public static Optional<Degradation> read(String text) {
        Matcher matcher = ID.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Degradation read = parse(DegradationKind.of(matcher.group(1)), matcher.group(2));
            return read.id().equals(text) ? Optional.of(read) : Optional.empty();
        } catch (Problem notOne) {
            return Optional.empty();
        }
    }

    /**
     * Parses a kind with strengths, such as {@code blur=1,2}; a kind alone has its usual strengths.
     *
     * @throws Problem if there is no such kind, or a strength is not in its range
     */
    public static List<Degradation> parseAll(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? DegradationKind.of(text).usual()
                : parseStrengths(DegradationKind.of(text.substring(0, equals)), text.substring(equals + 1));
    }

    /**
     * Parses strengths, separated by commas, semicolons or blanks; each once, from mild to harsh.
     *
     * @throws Problem if there are none or too many, or one is not in the range of the kind
     */
    public static List<Degradation> parseStrengths(DegradationKind kind, String text) {
        List<Degradation> all = Arrays.stream(text.split("[,;\\s]+"))
                .filter(each -> !each.isEmpty())
                .map(each -> parse(kind, each))
                .distinct()
                .sorted()
                .toList();
        if (all.isEmpty() || all.size() > MOST_STRENGTHS) {
            throw Problem.input(
                    Texts.of("degradation.error.count", kind.id(), MOST_STRENGTHS, all.size(), kind.usualStrengths()));
        }
        return all;
    }

    private static Degradation parse(DegradationKind kind, String text) {
        if (NUMBER.matcher(text).matches()) {
            try {
                return new Degradation(kind, Double.parseDouble(text));
            } catch (IllegalArgumentException outside) {
                throw outside(kind, text, outside);
            }
        }
        throw outside(kind, text, null);
    }

    private static Problem outside(DegradationKind kind, String text, Exception cause) {
        String from = number(kind.least());
        String to = number(kind.most());
        return Problem.input(
                kind.isWhole()
                        ? Texts.of("degradation.error.whole", text, kind.id(), from, to)
                        : Texts.of("degradation.error.strength", text, kind.id(), from, to),
                cause);
    }

    /** The name in files and in JSON, such as {@code blur-1.5}. */
    public String id() {
        return kind.id() + "-" + strengthText();
    }

    /** The strength alone, without unit, such as {@code 1.5}. */
    public String strengthText() {
        return number(strength);
    }

    /** For people, such as {@code blur, σ 1.5 px}. */
    public String title() {
        String text = strengthText();
        return switch (kind) {
            case BLUR -> Texts.of("degradation.blur.strength", text);
            case NOISE -> Texts.of("degradation.noise.strength", text);
            case CONTRAST -> Texts.of("degradation.contrast.strength", text);
            case JPEG -> Texts.of("degradation.jpeg.strength", text);
            case BILINEAR, BOX, BICUBIC, LANCZOS, NEAREST ->
                Texts.of("degradation.downscaling.strength", kind.id(), text);
        };
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /**
     * A degraded copy of an image; the image itself if it stays as it is.
     *
     * @param sample the image's name, from which the noise is drawn, so that it is the same every time
     */
    public RasterImage apply(RasterImage image, String sample) {
        return kind.apply(image, strength, sample);
    }

    @Override
    public int compareTo(Degradation other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return id();
    }
}
