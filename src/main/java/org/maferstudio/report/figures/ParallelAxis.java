package org.maferstudio.report.figures;

import java.util.List;
import java.util.stream.Stream;

/**
 * An axis of parallel coordinates: one thing that differs between settings, or the measure.
 *
 * @param label above it
 * @param scale how values are placed
 * @param values each once: names in the order of the plan, or numbers from small to large; at least one
 */
public record ParallelAxis(String label, Scale scale, List<String> values) {
    private static final double MIDDLE = 0.5;

    /** How values are placed. */
    public enum Scale {
        /** Names, equally far apart. */
        NAMES,
        /** Numbers. */
        LINEAR,
        /** Logarithms of numbers above 0. */
        LOG
    }

    public ParallelAxis {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an axis needs at least one value");
        }
    }

    /** An axis of names. */
    public static ParallelAxis ofNames(String label, List<String> values) {
        return new ParallelAxis(label, Scale.NAMES, values.stream().distinct().toList());
    }

    /**
     * An axis of numbers, on the scale on which they are spread more evenly: that of the range that they were planned with,
     * and for lists such as 0.001, 0.003, 0.01 the logarithmic one. Evenness is the coefficient of variation of the gaps.
     */
    public static ParallelAxis ofNumbers(String label, List<String> values) {
        List<String> sorted = values.stream()
                .distinct()
                .sorted((a, b) -> Double.compare(Double.parseDouble(a), Double.parseDouble(b)))
                .toList();
        double[] linear = sorted.stream().mapToDouble(Double::parseDouble).toArray();
        double[] log =
                sorted.stream().mapToDouble(Double::parseDouble).map(Math::log).toArray();
        boolean isLog = linear[0] > 0 && linear.length > 2 && unevenness(log) < unevenness(linear);
        return new ParallelAxis(label, isLog ? Scale.LOG : Scale.LINEAR, sorted);
    }

    /** The coefficient of variation of the gaps, 0 where all are equal. */
    private static double unevenness(double[] sorted) {
        int gaps = sorted.length - 1;
        double mean = (sorted[gaps] - sorted[0]) / gaps;
        double squares = 0;
        for (int i = 0; i < gaps; i++) {
            double off = sorted[i + 1] - sorted[i] - mean;
            squares += off * off;
        }
        return Math.sqrt(squares / gaps) / mean;
    }

    /**
     * The place of a value on the axis, from 0 at the bottom to 1 at the top; the first name is at the top.
     *
     * @throws IllegalArgumentException if it is not on the axis
     */
    public double place(String value) {
        int index = values.indexOf(value);
        if (index < 0) {
            throw new IllegalArgumentException("the axis " + label + " has no value " + value);
        }
        if (scale == Scale.NAMES) {
            return 1 - (index + MIDDLE) / values.size();
        }
        double low = number(values.get(0));
        double high = number(values.get(values.size() - 1));
        return high > low ? (number(value) - low) / (high - low) : MIDDLE;
    }

    private double number(String value) {
        double number = Double.parseDouble(value);
        return scale == Scale.LOG ? Math.log(number) : number;
    }

    /** The places of all values, from the bottom up. */
    public List<Double> places() {
        Stream<Double> places = values.stream().map(this::place);
        return places.sorted().toList();
    }
}
