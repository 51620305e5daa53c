package org.maferstudio.results;

import java.util.List;

/**
 * What several runs of one training reached, in their order.
 *
 * @param values one a run, at least one
 */
public record Spread(List<Double> values) {
    public Spread {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a mean needs at least one value");
        }
    }

    /** How many runs. */
    public int n() {
        return values.size();
    }

    /** Their arithmetic mean. */
    public double mean() {
        return values.stream().mapToDouble(Double::doubleValue).sum() / n();
    }

    /** The standard deviation of a sample (n - 1 below the line, numpy's {@code ddof=1}); NaN for a single run. */
    public double standardDeviation() {
        if (n() < 2) {
            return Double.NaN;
        }
        double mean = mean();
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (n() - 1));
    }
}
