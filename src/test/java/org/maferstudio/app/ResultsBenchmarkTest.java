package org.maferstudio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsBenchmarkTest {
    @Test
    void timesAreSummarisedAsMedianAndLongest() {
        assertEquals(
                "bundle: median 20 ms, longest 700 ms of 3",
                ResultsBenchmark.summary("bundle", List.of(700.0, 20.0, 10.0)));
    }
}
