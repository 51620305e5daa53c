package org.maferstudio.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownsamplingProbabilityTest {
    @ParameterizedTest(name = "after {0} images p is {1}")
    @CsvSource(
            textBlock =
                    """
        # the start
        0,             0.1
        34999,         0.1
        # one step up
        35000,         0.2
        314999,        0.9
        # the top
        315000,        1.0
        # never above the maximum
        9999999999999, 1.0
        """)
    void theCurriculumOfThePaper(long images, double p) {
        assertEquals(p, new DownsamplingProbability.Curriculum(0.1, 0.1, 35_000, 1).after(images), 1e-12);
    }

    @Test
    void theCurriculumNamesItsStepsUpToTheTop() {
        DownsamplingProbability curriculum = new DownsamplingProbability.Curriculum(0.5, 0.25, 100, 0.9);
        assertArrayEquals(new long[] {100, 200}, curriculum.changes(10_000).toArray());
        assertArrayEquals(new long[] {100}, curriculum.changes(199).toArray());
        assertArrayEquals(new long[] {}, curriculum.changes(99).toArray());
    }

    @Test
    void aStepOfNothingNeverChanges() {
        assertEquals(
                0,
                new DownsamplingProbability.Curriculum(0.5, 0, 1, 1)
                        .changes(1_000_000)
                        .count());
    }

    @Test
    void aConstantAndNeverStayTheSame() {
        assertEquals(0.3, new DownsamplingProbability.Constant(0.3).after(1_000_000));
        assertEquals(0, new DownsamplingProbability.Never().after(1_000_000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoProbabilityIsRefused(double p) {
        assertThrows(IllegalArgumentException.class, () -> new DownsamplingProbability.Constant(p));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1, 0.1, 10, 1",
        "0.5, 0.1, 10, 0.4",
        "0, 0.1, 10, 1.1",
        "0, -0.1, 10, 1",
        "0, NaN, 10, 1",
        "0, Infinity, 10, 1",
        "0, 0.1, 0, 1"
    })
    void aCurriculumThatCannotBeIsRefused(double start, double step, long every, double maximum) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new DownsamplingProbability.Curriculum(start, step, every, maximum));
    }
}
