package org.maferstudio.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;

class OcclusionTest {
    private static final int SIDE = 50;
    private static final InputContract CONTRACT = new InputContract(
            SIDE,
            SIDE,
            Kernel.BILINEAR,
            InputContract.Colour.GREY,
            List.of(0.0),
            1,
            LabelSet.of(Expression.HAPPINESS, Expression.SADNESS).names(),
            0,
            1);

    /** Happiness is as probable as its lower right quarter is bright. */
    private static final class LooksAtACorner implements Classifier {
        @Override
        public InputPacker packer() {
            return new InputPacker(CONTRACT);
        }

        @Override
        public List<Recognition> recognise(float[] packed, int count) {
            return IntStream.range(0, count)
                    .mapToObj(image -> {
                        double sum = 0;
                        for (int y = SIDE / 2; y < SIDE; y++) {
                            for (int x = SIDE / 2; x < SIDE; x++) {
                                sum += packed[image * SIDE * SIDE + y * SIDE + x];
                            }
                        }
                        float happy = (float) (sum / (SIDE * SIDE / 4.0) / 255);
                        return Recognition.ofProbabilities(new float[0], new float[] {happy, 1 - happy});
                    })
                    .toList();
        }

        @Override
        public void close() {}
    }

    /** Bright in the lower right quarter. */
    private static RasterImage image() {
        byte[] values = new byte[SIDE * SIDE];
        for (int y = SIDE / 2; y < SIDE; y++) {
            Arrays.fill(values, y * SIDE + SIDE / 2, (y + 1) * SIDE, (byte) 200);
        }
        return new RasterImage(SIDE, SIDE, 1, values);
    }

    private static AttributionMap occlusion(int label) {
        LooksAtACorner network = new LooksAtACorner();
        return Occlusion.of(
                network,
                image(),
                label,
                network.recognise(List.of(image())).get(0).probabilities()[label]);
    }

    @Test
    void whatTheNetworkLooksAtSpeaksForTheClassAndNothingElse() {
        AttributionMap map = occlusion(0);
        // A patch of 10 x 10 of the quarter's 25 x 25 pixels falls from 200 to the mean, 50.
        double drop = 150 * 100 / 625.0 / 255;
        assertEquals(drop, map.rows().get(8).get(8), 1e-6);
        assertEquals(drop, map.largest(), 1e-6);
        assertEquals(0, map.rows().get(2).get(2), 1e-9);
        assertEquals(0, map.rows().get(2).get(8), 1e-9);
    }

    @Test
    void whatSpeaksForOneOfTwoClassesSpeaksAgainstTheOther() {
        AttributionMap forFirst = occlusion(0);
        AttributionMap forSecond = occlusion(1);
        for (int row = 0; row < Occlusion.CELLS; row++) {
            for (int column = 0; column < Occlusion.CELLS; column++) {
                assertEquals(
                        forFirst.rows().get(row).get(column),
                        -forSecond.rows().get(row).get(column),
                        1e-6);
            }
        }
    }

    @Test
    void betweenCellsTheMapIsInterpolatedAndOutsideItIsNothing() {
        AttributionMap map = AttributionMap.within(new double[][] {{0, 1}, {2, 3}}, 0.25, 0.25, 0.75, 0.75);
        assertEquals(1.5, map.at(0.5, 0.5), 1e-12);
        assertEquals(0, map.at(0.375, 0.375), 1e-12);
        assertEquals(3, map.at(0.74, 0.74), 1e-12);
        assertEquals(0, map.at(0.1, 0.5));
    }

    @Test
    void aMeanOfMapsIsTheMeanOfEachCell() {
        AttributionMap mean = AttributionMap.mean(
                List.of(AttributionMap.whole(new double[][] {{1, 2}}), AttributionMap.whole(new double[][] {{3, -2}})));
        assertEquals(List.of(List.of(2.0, 0.0)), mean.rows());
        assertTrue(mean.largest() == 2);
    }
}
