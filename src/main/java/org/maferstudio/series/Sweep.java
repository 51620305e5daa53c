package org.maferstudio.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The values that a series tries for one target: a list, or an open range for random search.
 *
 * @param target what varies
 * @param values in order, each once; empty for an open range
 * @param range the open range; empty for a list
 */
public record Sweep(SweepTarget target, List<String> values, Optional<SweepRange> range) {
    private static final String NUMBER = "([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)";
    private static final Pattern RANGE =
            Pattern.compile("(log\\s+|lin\\s+)?" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "(?:\\s*[x×*]\\s*([0-9]+))?");
    private static final int MOST_VALUES = 1000;

    public Sweep {
        values = List.copyOf(values);
    }

    /**
     * Reads a sweep such as {@code lr=0.001, 0.003, 0.01}, {@code lr=log 1e-4..1e-2 x 5}, {@code batch=16..64 x 4} or
     * {@code optimiser=sgd, adam}. Values that contain commas, such as resolutions, are separated by semicolons. A range
     * without a number of values is an open one.
     *
     * @throws Problem if the field does not exist, or a value is not allowed; names field, position and value
     */
    public static Sweep parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw Problem.input(Texts.of("series.sweep.error.syntax", text));
        }
        return parse(SweepTarget.of(text.substring(0, equals)), text.substring(equals + 1));
    }

    /** Reads the values of a target, see {@link #parse(String)}. */
    public static Sweep parse(SweepTarget target, String text) {
        List<String> parts = List.of(text.split(target.separator(), -1));
        List<String> values = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i).strip();
            Matcher range = RANGE.matcher(part);
            if (!target.isNumber() || !range.matches()) {
                values.add(value(target, i + 1, part));
            } else if (range.group(4) != null) {
                values.addAll(spread(target, i + 1, range));
            } else if (parts.size() == 1) {
                return new Sweep(target, List.of(), Optional.of(open(target, range)));
            } else {
                throw Problem.input(Texts.of("series.sweep.error.openInList", target.id(), part));
            }
        }
        checkOnce(target, values);
        return new Sweep(target, values, Optional.empty());
    }

    private static void checkOnce(SweepTarget target, List<String> values) {
        HashSet<String> seen = new HashSet<>();
        for (String value : values) {
            if (!seen.add(value)) {
                throw Problem.input(Texts.of("series.sweep.error.repeated", target.id(), value));
            }
        }
    }

    private static String value(SweepTarget target, int position, String text) {
        try {
            if (text.isEmpty()) {
                throw Problem.input(Texts.of("series.sweep.error.empty", position, target.id()));
            }
            return target.canonical(text);
        } catch (Problem e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw Problem.input(Texts.of("series.sweep.error.value", position, text, target.id(), e.getMessage()), e);
        }
    }

    private static List<String> spread(SweepTarget target, int position, Matcher text) {
        long count = text.group(4).length() > 4 ? MOST_VALUES + 1 : Long.parseLong(text.group(4));
        if (count < 2 || count > MOST_VALUES) {
            throw Problem.input(Texts.of("series.sweep.error.count", position, text.group(), target.id(), MOST_VALUES));
        }
        SweepRange range = range(target, position, text);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value(target, position, range.text(i / (double) (count - 1))));
        }
        return values;
    }

    private static SweepRange open(SweepTarget target, Matcher text) {
        SweepRange range = range(target, 1, text);
        value(target, 1, range.text(0));
        value(target, 1, range.text(1));
        return range;
    }

    private static SweepRange range(SweepTarget target, int position, Matcher text) {
        boolean log = text.group(1) != null && text.group(1).startsWith("log");
        try {
            return new SweepRange(
                    Double.parseDouble(text.group(2)),
                    Double.parseDouble(text.group(3)),
                    log ? SweepRange.Scale.LOG : SweepRange.Scale.LINEAR,
                    target.isWhole());
        } catch (IllegalArgumentException e) {
            throw Problem.input(Texts.of("series.sweep.error.range", position, text.group(), target.id()), e);
        }
    }
}
