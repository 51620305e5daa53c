package org.maferstudio.schedule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The resolution of a network's input images: native, or downsampled to a number of pixels. In files, on the command
 * line and in JSON it is {@code native} or the number. Native comes first, followed by descending numbers of pixels.
 *
 * @param pixels of the shorter side, {@link #LEAST} to {@link #MOST}; empty for native
 */
public record Resolution(OptionalInt pixels) implements Comparable<Resolution> {
    /** Minimum number of pixels of the shorter side. */
    public static final int LEAST = 2;

    /** Maximum number of pixels of the shorter side. */
    public static final int MOST = 4096;

    /** Unchanged images. */
    public static final Resolution NATIVE = new Resolution(OptionalInt.empty());

    /** The identifier of native in files, on the command line and in JSON. */
    public static final String NATIVE_ID = "native";

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private static final Comparator<Resolution> NATIVE_FIRST = Comparator.comparingInt(
                    (Resolution each) -> each.pixels.orElse(Integer.MAX_VALUE))
            .reversed();

    public Resolution {
        if (pixels.isPresent() && !isInRange(pixels.getAsInt())) {
            throw new IllegalArgumentException(
                    "a resolution has " + LEAST + " to " + MOST + " px, got " + pixels.getAsInt());
        }
    }

    /** Returns the resolution with this number of pixels. */
    public static Resolution of(int pixels) {
        return new Resolution(OptionalInt.of(pixels));
    }

    /** Whether images can be downsampled to a number of pixels. */
    public static boolean isInRange(int pixels) {
        return pixels >= LEAST && pixels <= MOST;
    }

    /** Parses the result of {@link #id}; empty if the text is not a resolution. */
    public static Optional<Resolution> read(String text) {
        if (text.equals(NATIVE_ID)) {
            return Optional.of(NATIVE);
        }
        return NUMBER.matcher(text).matches() && isInRange(Integer.parseInt(text))
                ? Optional.of(of(Integer.parseInt(text)))
                : Optional.empty();
    }

    /**
     * Parses user input.
     *
     * @throws Problem if it is not a resolution
     */
    public static Resolution parse(String text) {
        return read(text.strip())
                .orElseThrow(() -> Problem.input(Texts.of("schedule.resolution.error.unknown", text, LEAST, MOST)));
    }

    /**
     * Parses several resolutions, separated by commas, semicolons or blanks. Duplicates are removed; the order is kept.
     *
     * @throws Problem if one of them is not a resolution
     */
    public static List<Resolution> parseAll(String text) {
        return Arrays.stream(text.split("[,;\\s]+"))
                .filter(each -> !each.isEmpty())
                .map(Resolution::parse)
                .distinct()
                .toList();
    }

    /** Whether this is the native resolution. */
    public boolean isNative() {
        return pixels.isEmpty();
    }

    /**
     * The identifier in files, on the command line and in JSON: {@code native}, or the number of pixels such as {@code
     * 16}.
     */
    public String id() {
        return isNative() ? NATIVE_ID : Integer.toString(pixels.getAsInt());
    }

    /** For people: {@code native}, or such as {@code 16 px}. */
    public String title() {
        return isNative() ? NATIVE_ID : Texts.of("schedule.pixels.label", id());
    }

    @Override
    public int compareTo(Resolution other) {
        return NATIVE_FIRST.compare(this, other);
    }

    @Override
    public String toString() {
        return id();
    }
}
