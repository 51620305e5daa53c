package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.experiment.Course;

class EpochPlanTest {
    @ParameterizedTest(name = "{0} images in batches of {1}, {2} a step: {3} batches, the last of {4}, {5} steps")
    @CsvSource(
            textBlock =
                    """
            10, 5, 1, 2, 5, 2
            12, 5, 1, 3, 2, 3
            # a single image joins the batch before it
            11, 5, 1, 2, 6, 2
            # the last step has fewer batches
            50, 10, 2, 5, 10, 3
            # one batch is all there is
            3, 64, 4, 1, 3, 1
            """)
    void batchesCoverTheEpoch(int images, int batch, int accumulation, int batches, int last, int steps) {
        EpochPlan plan = new EpochPlan(images, course(batch, accumulation, 1));
        assertEquals(batches, plan.batches());
        assertEquals(last, plan.size(batches - 1));
        assertEquals(steps, plan.steps());
        assertEquals(images, IntStream.range(0, batches).map(plan::size).sum());
        assertEquals(batches, IntStream.range(0, steps).map(plan::batchesOf).sum());
    }

    @Test
    void validationsAreSpreadAndTheLastIsAtTheEnd() {
        assertEquals(List.of(5, 10), new EpochPlan(100, course(10, 1, 2)).validations());
        assertEquals(List.of(1), new EpochPlan(10, course(10, 1, 5)).validations());
    }

    @Test
    void everyEpochHasItsOwnOrderOfAllImages() {
        int[] first = Draws.order(17, 1, 100);
        assertEquals(List.of(), difference(first));
        assertEquals(Arrays.toString(first), Arrays.toString(Draws.order(17, 1, 100)));
        assertNotEquals(Arrays.toString(first), Arrays.toString(Draws.order(17, 2, 100)));
        assertNotEquals(Arrays.toString(first), Arrays.toString(Draws.order(18, 1, 100)));
    }

    private static List<Integer> difference(int[] order) {
        List<Integer> there = Arrays.stream(order).boxed().toList();
        return IntStream.range(0, order.length)
                .boxed()
                .filter(i -> !there.contains(i))
                .toList();
    }

    private static Course course(int batch, int accumulation, int validations) {
        return new Course(1, batch, accumulation, validations, Course.Measure.ACCURACY, 0, 17);
    }
}
