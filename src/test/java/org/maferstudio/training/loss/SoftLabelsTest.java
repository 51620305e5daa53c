package org.maferstudio.training.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maferstudio.datasets.Affect;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.training.TinyRecipe;
import org.maferstudio.training.data.ImageSource;
import org.maferstudio.training.data.PackedBatch;
import org.maferstudio.training.data.TrainingBatches;

/** What people's votes become on their way into the loss. */
class SoftLabelsTest {
    private static final LabelSet LABELS = LabelSet.of(Expression.ANGER, Expression.FEAR, Expression.SADNESS);
    private static final Recipe RECIPE = TinyRecipe.on(DatasetSource.of("drawn"));

    private static List<PackedBatch> epoch(List<Sample> samples) {
        return epoch(samples, RECIPE);
    }

    private static List<PackedBatch> epoch(List<Sample> samples, Recipe recipe) {
        ImageSource pictures = sample -> new RasterImage(20, 20, 1, new byte[400]);
        InputPacker packer = new InputPacker(recipe.network().contract(LABELS, List.of(0.0)));
        TrainingBatches batches = new TrainingBatches(recipe, samples, pictures, packer);
        List<PackedBatch> all = new ArrayList<>();
        for (int i = 0; i < batches.plan().batches(); i++) {
            all.add(batches.epoch(1).apply(i));
        }
        return all;
    }

    private static Sample sample(int label, List<Double> votes) {
        return new Sample("s" + label + votes, Sample.TRAIN, label, "", votes, () -> Affect.NONE, () -> {
            throw new IllegalStateException("pictures come from elsewhere");
        });
    }

    @Test
    void eachImageHasItsSharesAndOneWithoutVotesItsClass() {
        List<PackedBatch> batches = epoch(
                List.of(sample(0, List.of(0.5, 0.25, 0.25)), sample(1, List.of(0.1, 0.9, 0.0)), sample(2, List.of())));
        assertEquals(1, batches.size());
        PackedBatch batch = batches.get(0);
        assertTrue(batch.isSoft());
        float[][] expected = {{0.5f, 0.25f, 0.25f}, {0.1f, 0.9f, 0}, {0, 0, 1}};
        for (int i = 0; i < batch.size(); i++) {
            float[] row = Arrays.copyOfRange(batch.shares(), 3 * i, 3 * i + 3);
            assertArrayEquals(expected[batch.labels()[i]], row);
        }
    }

    @Test
    void withoutVotesLabelsSayAll() {
        assertFalse(epoch(List.of(sample(0, List.of()), sample(2, List.of())))
                .get(0)
                .isSoft());
    }

    @Test
    void mixedImagesHaveTheSharesOfBothLabels() {
        PackedBatch batch = epoch(
                        List.of(sample(0, List.of()), sample(2, List.of())),
                        RecipeJson.change(RECIPE, Map.of("augmentation.mixup", 0.2)))
                .get(0);
        assertTrue(batch.isSoft());
        assertEquals(1, batch.shares()[0] + batch.shares()[2], 1e-6);
        assertEquals(batch.shares()[0], batch.shares()[5], 1e-6, "each is the other's rest");
        assertTrue(batch.shares()[0] > 0 && batch.shares()[0] < 1);
    }

    @Test
    void votesStayWithASampleInAnotherSplit() {
        assertEquals(
                List.of(0.1, 0.9, 0.0),
                sample(1, List.of(0.1, 0.9, 0.0)).in(Sample.VALIDATION).votes());
    }
}
