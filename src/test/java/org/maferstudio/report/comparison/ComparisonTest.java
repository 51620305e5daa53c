package org.maferstudio.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.results.Interval;

class ComparisonTest {
    @Test
    void holmCorrectsFromTheSmallestOnAndNeverFalls() {
        List<Double> corrected = Comparison.corrected(List.of(with(0.04), with(0.01), with(0.03), with(0.9))).stream()
                .map(Comparison::correctedP)
                .toList();
        assertEquals(0.09, corrected.get(0), 1e-12);
        assertEquals(0.04, corrected.get(1), 1e-12);
        assertEquals(0.09, corrected.get(2), 1e-12);
        assertEquals(0.9, corrected.get(3), 1e-12);
    }

    private static Comparison with(double p) {
        return new Comparison("a", "b", 10, 0, 0.5, 0.5, 1, 1, p, p, new Interval(0, 0), false);
    }
}
