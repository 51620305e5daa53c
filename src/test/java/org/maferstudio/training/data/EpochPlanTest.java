package org.maferstudio.training.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.recipe.TrainingConfig;

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
        assertEquals(Stream.of(plan.size(0), last).distinct().toList(), plan.sizes());
    }

    @Test
    void validationsAreSpreadAndTheLastIsAtTheEnd() {
        assertEquals(List.of(5, 10), validations(new EpochPlan(100, course(10, 1, 2))));
        assertEquals(List.of(1), validations(new EpochPlan(10, course(10, 1, 5))));
        assertEquals(List.of(3, 7, 10), validations(new EpochPlan(100, course(10, 1, 3))));
    }

    @Test
    void moreValidationsThanStepsMeanOneAfterEachStep() {
        EpochPlan plan = new EpochPlan(70, course(10, 2, 100_000));
        assertEquals(List.of(1, 2, 3, 4), validations(plan));
        assertEquals(9, plan.validationsOfRun(9));
    }

    @Test
    void validationsOfTheRunCountThoseOfWholeEpochsAndOfThisOne() {
        EpochPlan plan = new EpochPlan(100, course(10, 1, 3));
        assertEquals(
                List.of(0L, 0L, 1L, 1L, 2L, 3L, 3L, 4L),
                Stream.of(0L, 2L, 3L, 6L, 7L, 10L, 12L, 13L)
                        .map(plan::validationsOfRun)
                        .toList());
    }

    @ParameterizedTest(name = "{0} images in batches of {1}, {2} a step: {3} steps of {4} images")
    @CsvSource(
            textBlock =
                    """
            50, 10, 2, 2, 40
            40, 10, 2, 2, 40
            # a batch of fewer images still fills a step
            38, 10, 2, 2, 38
            # less than one step is one step all the same
            15, 10, 4, 1, 15
            """)
    void leftoverBatchesCanBeDropped(int images, int batch, int accumulation, int steps, int used) {
        TrainingConfig course = new TrainingConfig(
                1,
                batch,
                accumulation,
                TrainingConfig.Reduction.SUM,
                TrainingConfig.Leftover.DROP,
                1,
                1,
                TrainingConfig.Measure.ACCURACY,
                TrainingConfig.At.NATIVE,
                0,
                TrainingConfig.Keep.BEST,
                0,
                17);
        EpochPlan plan = new EpochPlan(images, course);
        assertEquals(steps, plan.steps());
        assertEquals(used, plan.imagesUsed());
        assertEquals(
                plan.batchesUsed(),
                IntStream.range(0, steps).map(plan::batchesOf).sum());
        assertEquals(List.of(steps), validations(plan));
    }

    private static List<Integer> validations(EpochPlan plan) {
        return IntStream.rangeClosed(1, plan.steps())
                .filter(plan::validatesAfter)
                .boxed()
                .toList();
    }

    @Test
    void everyEpochHasItsOwnOrderOfAllImages() {
        int[] first = RandomStreams.order(17, 1, 100);
        assertEquals(List.of(), difference(first));
        assertEquals(Arrays.toString(first), Arrays.toString(RandomStreams.order(17, 1, 100)));
        assertNotEquals(Arrays.toString(first), Arrays.toString(RandomStreams.order(17, 2, 100)));
        assertNotEquals(Arrays.toString(first), Arrays.toString(RandomStreams.order(18, 1, 100)));
    }

    private static List<Integer> difference(int[] order) {
        List<Integer> there = Arrays.stream(order).boxed().toList();
        return IntStream.range(0, order.length)
                .boxed()
                .filter(i -> !there.contains(i))
                .toList();
    }

    private static TrainingConfig course(int batch, int accumulation, int validations) {
        return new TrainingConfig(1, batch, accumulation, validations, TrainingConfig.Measure.ACCURACY, 0, 17);
    }
}
