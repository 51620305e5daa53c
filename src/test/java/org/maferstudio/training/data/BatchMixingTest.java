package org.maferstudio.training.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.recipe.Augmentation;
import org.maferstudio.training.TorchOracles;

/** Mixed batches against PyTorch, see {@code make_torch_oracles.py}. */
class BatchMixingTest {
    private static final TorchOracles.MixingCase EXPECTED =
            TorchOracles.read().mixings().get(0);
    private static final BatchMixing.Shape SHAPE = new BatchMixing.Shape(4, 2);
    private static final float[] ONE_HOT = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    @Test
    void mixupBlendsEachImageAndItsLabelWithTheOneBeforeIt() {
        BatchMixing mixing = new BatchMixing(EXPECTED.share(), null);
        assertArrayEquals(
                TorchOracles.floats(EXPECTED.blended()),
                mixing.images(TorchOracles.floats(EXPECTED.images()), SHAPE),
                1e-6f);
        assertArrayEquals(TorchOracles.floats(EXPECTED.blendedShares()), mixing.shares(ONE_HOT, 3), 1e-6f);
        assertArrayEquals(new int[] {2, 0, 1}, mixing.labels(new int[] {0, 1, 2}), "the other has the larger share");
    }

    @Test
    void cutMixShowsTheOtherImageInItsBox() {
        List<Integer> box = EXPECTED.box();
        BatchMixing mixing = new BatchMixing(
                EXPECTED.cutShare(), new BatchMixing.Box(box.get(0), box.get(1), box.get(2), box.get(3)));
        assertArrayEquals(
                TorchOracles.floats(EXPECTED.cut()), mixing.images(TorchOracles.floats(EXPECTED.images()), SHAPE), 0f);
        assertArrayEquals(TorchOracles.floats(EXPECTED.cutShares()), mixing.shares(ONE_HOT, 3), 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 4})
    void sharesHaveTheMeanAndVarianceOfABetaDistribution(double alpha) {
        SplittableRandom random = new SplittableRandom(17);
        double[] shares = IntStream.range(0, 20_000)
                .mapToDouble(i -> BatchMixing.draw(Augmentation.NONE.mixed(alpha, 0), 44, random)
                        .share())
                .toArray();
        double mean = IntStream.range(0, shares.length)
                .mapToDouble(i -> shares[i])
                .average()
                .orElseThrow();
        double variance = IntStream.range(0, shares.length)
                .mapToDouble(i -> Math.pow(shares[i] - 0.5, 2))
                .average()
                .orElseThrow();
        assertEquals(0.5, mean, 0.01);
        assertEquals(1 / (4 * (2 * alpha + 1)), variance, 0.005);
    }

    @Test
    void theShareOfACutImageIsWhatItsBoxLeaves() {
        SplittableRandom random = new SplittableRandom(17);
        DoubleSummaryStatistics shares = new DoubleSummaryStatistics();
        for (int i = 0; i < 1000; i++) {
            BatchMixing mixing = BatchMixing.draw(Augmentation.NONE.mixed(0, 1), 44, random);
            BatchMixing.Box box = mixing.box();
            int area = (box.right() - box.left()) * (box.bottom() - box.top());
            assertEquals(1 - area / (44.0 * 44), mixing.share(), 1e-12);
            shares.accept(mixing.share());
        }
        assertTrue(shares.getMin() < 0.2 && shares.getMax() > 0.99, shares.toString());
    }

    @Test
    void withBothEachBatchGetsOneOfThem() {
        SplittableRandom random = new SplittableRandom(17);
        long cut = IntStream.range(0, 1000)
                .mapToObj(i -> BatchMixing.draw(Augmentation.NONE.mixed(0.2, 1), 44, random))
                .filter(mixing -> mixing.box() != null)
                .count();
        assertEquals(500, (int) cut, 60);
    }
}
