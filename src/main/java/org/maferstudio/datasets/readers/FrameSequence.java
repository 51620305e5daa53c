package org.maferstudio.datasets.readers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.datasets.files.EntryNames;

/**
 * The frames of one sequence that runs from a neutral face to the peak of an expression.
 *
 * @param frames names of images by their number, each number once
 */
record FrameSequence(TreeMap<BigInteger, String> frames) {
    /** Number of frames at the end that show the expression, by convention. */
    private static final int PEAK = 3;

    private static final Pattern NUMBER = Pattern.compile("(?:.*\\D)?(\\d{1,18})\\.\\w+");

    FrameSequence() {
        this(new TreeMap<>());
    }

    /** The number at the end of a file's name, without leading zeros; empty if there is none. */
    static Optional<BigInteger> number(String entry) {
        Matcher matcher = NUMBER.matcher(EntryNames.fileName(entry));
        return matcher.matches() ? Optional.of(new BigInteger(matcher.group(1))) : Optional.empty();
    }

    /** Adds a frame; returns false if it has no number, or the sequence has that number already. */
    boolean add(String entry) {
        return number(entry)
                .map(number -> frames.putIfAbsent(number, entry) == null)
                .orElse(false);
    }

    /** The sequence up to and with a frame. */
    FrameSequence upTo(BigInteger number) {
        return new FrameSequence(new TreeMap<>(frames.headMap(number, true)));
    }

    /** The last three frames in their order, or as many as there are. */
    List<String> peak() {
        List<String> last = new ArrayList<>();
        for (Map.Entry<BigInteger, String> frame : frames.descendingMap().entrySet()) {
            if (last.size() == PEAK) {
                break;
            }
            last.add(0, frame.getValue());
        }
        return last;
    }

    /** The first frame, which is neutral; empty if the sequence has too few frames. */
    Optional<String> neutral() {
        return isShort() ? Optional.empty() : Optional.of(frames.firstEntry().getValue());
    }

    /** Whether there is no frame before the peak. */
    boolean isShort() {
        return frames.size() <= PEAK;
    }
}
