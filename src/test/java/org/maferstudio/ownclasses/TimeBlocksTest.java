package org.maferstudio.ownclasses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maferstudio.image.RasterImage;

class TimeBlocksTest {
    private static final RasterImage DOT = new RasterImage(1, 1, 1, new byte[1]);

    /** Samples of one take, 30 a second. */
    private static List<FaceSample> take(int number, int count) {
        List<FaceSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(new FaceSample(number, i / 30.0, DOT, Optional.empty()));
        }
        return samples;
    }

    @Test
    void blocksAreConsecutiveAndOfEqualSize() {
        List<Integer> blocks =
                IntStream.range(0, 10).map(i -> TimeBlocks.of(i, 10)).boxed().toList();
        assertEquals(List.of(0, 0, 0, 1, 1, 2, 2, 2, 3, 3), blocks);
    }

    @Test
    void nothingWithinHalfASecondOfTheHeldOutBlockIsTrainedOn() {
        List<FaceSample> samples = take(1, 240);
        List<Integer> trained = TimeBlocks.trained(samples, 1);
        for (int held = 60; held < 120; held++) {
            for (int each : trained) {
                assertTrue(
                        Math.abs(samples.get(held).seconds() - samples.get(each).seconds()) >= TimeBlocks.GAP);
            }
        }
        // 240 less the 60 held out and the 14 nearest on either side.
        assertEquals(240 - 60 - 2 * 14, trained.size());
    }

    @Test
    void anotherTakeIsNotNear() {
        List<FaceSample> samples = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            samples.addAll(take(number, 10));
        }
        assertEquals(30, TimeBlocks.trained(samples, 2).size());
        assertTrue(TimeBlocks.suit(samples));
    }

    @Test
    void aTakeOfASecondDoesNotSufficeForHeldOutSamples() {
        assertFalse(TimeBlocks.suit(take(1, 30)));
        assertTrue(TimeBlocks.suit(take(1, 90)));
    }
}
