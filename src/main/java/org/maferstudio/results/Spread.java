package org.maferstudio.results;

import java.util.List;
import java.util.Optional;

/**
 * The values of several runs of one training, in their order.
 *
 * @param values one per run, at least one
 */
public record Spread(List<Double> values) {
    public Spread {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a mean needs at least one value");
        }
    }

    /** The number of runs. */
    public int n() {
        return values.size();
    }

    /** The arithmetic mean. */
    public double mean() {
        return values.stream().mapToDouble(Double::doubleValue).sum() / n();
    }

    /** The sample standard deviation (n - 1, NumPy's {@code ddof=1}); NaN for a single run. */
    public double standardDeviation() {
        if (n() < 2) {
            return Double.NaN;
        }
        double mean = mean();
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (n() - 1));
    }

    /**
     * The 95 % interval of the mean by Student's t: mean plus and minus t(n - 1) standard deviations over the root of n.
     * Runs count as independent; empty for a single run.
     */
    public Optional<Interval> interval() {
        if (n() < 2) {
            return Optional.empty();
        }
        double half = StudentT.quantile(n() - 1) * standardDeviation() / Math.sqrt(n());
        return Optional.of(new Interval(mean() - half, mean() + half));
    }
}
