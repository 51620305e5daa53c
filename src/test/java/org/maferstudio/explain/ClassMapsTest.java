package org.maferstudio.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.schedule.Resolution;

class ClassMapsTest {
    private static final int SIDE = 20;
    private static final int MAP = (Occlusion.CELLS + Occlusion.PATCH - 1) * (Occlusion.CELLS + Occlusion.PATCH - 1);
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
    private static final List<Resolution> TWO = List.of(Resolution.NATIVE, Resolution.of(8));

    /** Happiness is as probable as the image is bright; it counts the images it has seen. */
    private static final class CountsAndSeesBrightness implements Classifier {
        private int seen;

        @Override
        public InputPacker packer() {
            return new InputPacker(CONTRACT);
        }

        @Override
        public List<Recognition> recognise(float[] packed, int count) {
            seen += count;
            return IntStream.range(0, count)
                    .mapToObj(image -> {
                        double sum = 0;
                        for (int i = image * SIDE * SIDE; i < (image + 1) * SIDE * SIDE; i++) {
                            sum += packed[i];
                        }
                        float happy = (float) (sum / (SIDE * SIDE) / 255);
                        return Recognition.ofProbabilities(new float[0], new float[] {happy, 1 - happy});
                    })
                    .toList();
        }

        @Override
        public void close() {}
    }

    private final CountsAndSeesBrightness network = new CountsAndSeesBrightness();
    private final Explainer explainer = new Explainer(network, Optional.empty(), Kernel.BILINEAR);

    private static Iterator<RasterImage> faces(int... greys) {
        return Arrays.stream(greys)
                .mapToObj(grey -> {
                    byte[] values = new byte[SIDE * SIDE];
                    Arrays.fill(values, (byte) grey);
                    return new RasterImage(SIDE, SIDE, 1, values);
                })
                .iterator();
    }

    private Map<Integer, List<Explanation>> maps(int most, Set<Integer> labels, int... greys) {
        return ClassMaps.of(explainer, faces(greys), new ClassMaps.Request(labels, TWO, most), Progress.NONE);
    }

    @Test
    void eachFaceIsAveragedIntoTheClassThatIsPredicted() {
        Map<Integer, List<Explanation>> maps = maps(10, Set.of(0, 1), 200, 50, 230, 70);
        assertEquals(Set.of(0, 1), maps.keySet());
        for (int column = 0; column < 2; column++) {
            Explanation happy = maps.get(0).get(column);
            assertEquals(TWO.get(column), happy.resolution());
            assertEquals("Happiness", happy.label());
            assertEquals(2, happy.images());
            assertEquals(215 / 255.0, happy.probability(), 1e-6);
            assertEquals(215, happy.image().value(48, 48, 0), "the mean of the faces");
            assertEquals(1 - 60 / 255.0, maps.get(1).get(column).probability(), 1e-6);
        }
    }

    @Test
    void aFaceIsRecognisedOnceAtAResolution() {
        maps(10, Set.of(0, 1), 200, 50, 230, 70);
        assertEquals(2 * (4 + 4 * MAP), network.seen, "four faces, and the patches of each");
    }

    @Test
    void noMoreFacesThanAskedForAreExplained() {
        Map<Integer, List<Explanation>> maps = maps(2, Set.of(0), 200, 220, 240, 250);
        assertEquals(2, maps.get(0).get(0).images());
        assertEquals(210 / 255.0, maps.get(0).get(0).probability(), 1e-6);
        assertEquals(2 * (4 + 2 * MAP), network.seen);
    }

    @Test
    void furtherFacesAreNotReadWhenThereAreEnough() {
        int[] greys = new int[1000];
        Arrays.fill(greys, 200);
        Iterator<RasterImage> faces = faces(greys);
        ClassMaps.of(explainer, faces, new ClassMaps.Request(Set.of(0), TWO, 5), Progress.NONE);
        int left = 0;
        while (faces.hasNext()) {
            faces.next();
            left++;
        }
        assertTrue(left > 900, "left: " + left);
    }

    @Test
    void aClassThatIsNeverPredictedIsMissing() {
        assertEquals(Set.of(0), maps(2, Set.of(0, 1), 200, 220).keySet());
    }
}
