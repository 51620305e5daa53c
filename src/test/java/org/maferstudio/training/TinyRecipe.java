package org.maferstudio.training;

import java.util.List;
import java.util.Map;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.recipe.Augmentation;
import org.maferstudio.recipe.Cutout;
import org.maferstudio.recipe.ElasticTransform;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.recipe.ShiftScaleRotate;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.schedule.Resolutions;

/** A training of seconds that has a bit of everything: lowering, all augmentations, accumulation, a plateau. */
public final class TinyRecipe {
    private static final Augmentation AUGMENTATION = Augmentation.LIGHT
            .greyed(0.2)
            .with(new ElasticTransform(0.5, 20, 3, 2))
            .with(new ShiftScaleRotate(0.7, 0.05, 5, 0.05))
            .with(new Cutout(0.8, 1, 0.2, Cutout.Fill.MEAN));

    private TinyRecipe() {}

    public static Recipe on(DatasetSource source) {
        return RecipeJson.change(
                Recipe.DEFAULT.on(source),
                Map.ofEntries(
                        Map.entry("name", "tiny"),
                        Map.entry("network.size", 16),
                        Map.entry("network.resize", 18),
                        Map.entry("schedule.howOften", new DownsamplingProbability.Curriculum(0.1, 0.2, 20, 0.9)),
                        Map.entry("schedule.which", Resolutions.Listed.equally(List.of(8, 12))),
                        Map.entry("augmentation", AUGMENTATION),
                        Map.entry("learningRate.shape", "plateau"),
                        Map.entry("learningRate.patience", 0),
                        Map.entry("learningRate.factor", 0.5),
                        Map.entry("objective.classWeights", "inverse-frequency"),
                        Map.entry("course.epochs", 2),
                        Map.entry("course.batch", 8),
                        Map.entry("course.accumulation", 2),
                        Map.entry("course.validationsPerEpoch", 2),
                        Map.entry("machine.device", "cpu"),
                        Map.entry("machine.threads", 1)));
    }
}
