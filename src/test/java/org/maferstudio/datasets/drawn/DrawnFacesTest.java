package org.maferstudio.datasets.drawn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Sample;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.RasterImage;

class DrawnFacesTest {
    private static final DrawnFaces.Sizes FEW = new DrawnFaces.Sizes(3, 1, 2, 1);

    @Test
    void sameSeedGivesTheSamePixels() {
        Dataset once = DrawnFaces.dataset(17, FEW);
        Dataset again = DrawnFaces.dataset(17, FEW);
        for (int i = 0; i < once.samples().size(); i++) {
            Sample sample = once.samples().get(i);
            assertEquals(sample.id(), again.samples().get(i).id());
            assertArrayEquals(
                    sample.pixels().read().values(),
                    again.samples().get(i).pixels().read().values());
        }
    }

    @Test
    void anotherSeedGivesOtherFaces() {
        RasterImage one = DrawnFaces.dataset(17, FEW).samples().get(0).pixels().read();
        RasterImage other =
                DrawnFaces.dataset(18, FEW).samples().get(0).pixels().read();
        assertTrue(distance(one, other) > 5, "distance " + distance(one, other));
    }

    @Test
    void imagesAreColouredAndOfTheStatedSide() {
        RasterImage image = DrawnFaces.draw(Expression.SURPRISE, 3, 4);
        assertEquals(96, image.width());
        assertEquals(96, image.height());
        assertEquals(3, image.channels());
    }

    @Test
    void noPersonIsInTwoSplits() {
        Map<String, Set<String>> splits = DrawnFaces.dataset(17).samples().stream()
                .collect(Collectors.groupingBy(Sample::group, Collectors.mapping(Sample::split, Collectors.toSet())));
        assertEquals(175, splits.size());
        assertTrue(splits.values().stream().allMatch(s -> s.size() == 1));
    }

    @Test
    void everySplitIsBalancedAndOfTheStatedSize() {
        Dataset dataset = DrawnFaces.dataset(17);
        int[] train = new int[7];
        Arrays.fill(train, 200);
        int[] validation = new int[7];
        Arrays.fill(validation, 50);
        int[] test = new int[7];
        Arrays.fill(test, 100);
        assertArrayEquals(train, dataset.counts().get(Sample.TRAIN));
        assertArrayEquals(validation, dataset.counts().get(Sample.VALIDATION));
        assertArrayEquals(test, dataset.counts().get(Sample.TEST));
        assertEquals(LabelSet.fer2013(), dataset.labels());
    }

    @Test
    void samplesHaveNamesOfTheirOwn() {
        Dataset dataset = DrawnFaces.dataset(17);
        Set<String> ids = new HashSet<>();
        dataset.samples().forEach(s -> ids.add(s.id()));
        assertEquals(2450, ids.size());
        assertEquals("train/anger/id000-0.png", dataset.samples().get(0).id());
    }

    @Test
    void expressionsDifferByMoreThanNoise() {
        FaceScene noisy = new FaceScene(0, 0, 0, 1, 0, 0, FaceScene.PORTRAIT.light(), 0, 3);
        for (Expression a : Expression.values()) {
            RasterImage first = DrawnFaces.draw(FaceParameters.of(a), 5, noisy, 96, 1);
            double noise = distance(first, DrawnFaces.draw(FaceParameters.of(a), 5, noisy, 96, 2));
            for (Expression b : Expression.values()) {
                if (a != b) {
                    double apart = distance(first, DrawnFaces.draw(FaceParameters.of(b), 5, noisy, 96, 2));
                    assertTrue(apart > 1.1 * noise, a + " and " + b + ": " + apart + ", noise alone " + noise);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Expression.class)
    void aBlendGoesFromOneFaceToTheOther(Expression expression) {
        FaceParameters face = FaceParameters.of(expression);
        FaceParameters fear = FaceParameters.of(Expression.FEAR);
        for (FaceUnit unit : FaceUnit.values()) {
            assertEquals(face.get(unit), face.blend(fear, 0).get(unit), 1e-12);
            assertEquals(fear.get(unit), face.blend(fear, 1).get(unit), 1e-12);
            assertEquals(
                    (face.get(unit) + fear.get(unit)) / 2, face.blend(fear, 0.5).get(unit), 1e-12);
        }
    }

    @Test
    void expressionsAreDistinguishedByTheirActionUnits() {
        assertTrue(FaceParameters.of(Expression.HAPPINESS).get(FaceUnit.LIP_CORNER_PULLER) > 0.9);
        assertTrue(FaceParameters.of(Expression.ANGER).get(FaceUnit.BROW_LOWERER) > 0.9);
        assertTrue(FaceParameters.of(Expression.DISGUST).get(FaceUnit.NOSE_WRINKLER) > 0.9);
        assertTrue(FaceParameters.of(Expression.SURPRISE).get(FaceUnit.JAW_DROP) > 0.9);
        assertTrue(FaceParameters.of(Expression.NEUTRAL).units().isEmpty());
        assertFalse(FaceParameters.of(Expression.FEAR).get(FaceUnit.LIP_STRETCHER) < 0.9);
    }

    @Test
    void valuesOutsideTheirRangeAreRejected() {
        Map<FaceUnit, Double> tooMuch = Map.of(FaceUnit.JAW_DROP, 1.2);
        assertThrows(IllegalArgumentException.class, () -> new FaceParameters(tooMuch));
        assertThrows(IllegalArgumentException.class, () -> FaceParameters.REST.blend(FaceParameters.REST, 1.5));
        assertThrows(IllegalArgumentException.class, () -> FaceScene.PORTRAIT.withPose(45, 0, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> DrawnFaces.draw(FaceParameters.REST, 1, FaceScene.PORTRAIT, 5000, 1));
    }

    /** The mean absolute difference in grey levels. */
    private static double distance(RasterImage a, RasterImage b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            sum += Math.abs((a.values()[i] & 0xff) - (b.values()[i] & 0xff));
        }
        return sum / a.values().length;
    }
}
