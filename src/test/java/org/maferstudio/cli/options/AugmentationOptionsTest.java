package org.maferstudio.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Augmentation;
import org.maferstudio.recipe.AugmentationPreset;
import org.maferstudio.recipe.Border;
import org.maferstudio.recipe.Cutout;
import org.maferstudio.recipe.ElasticTransform;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.recipe.ShiftScaleRotate;
import picocli.CommandLine;

class AugmentationOptionsTest {
    private static Augmentation augmentation(String line) {
        RecipeOptions options = new RecipeOptions();
        new CommandLine(options).parseArgs(line.isEmpty() ? new String[0] : line.split(" "));
        return options.recipe(RecipePreset.COMPACT.recipe(), "mine").augmentation();
    }

    @Test
    void withoutAnyTheyAreThoseOfThePreset() {
        assertEquals(RecipePreset.COMPACT.recipe().augmentation(), augmentation(""));
    }

    @ParameterizedTest
    @EnumSource
    void thoseWithANameAreTakenWhole(AugmentationPreset preset) {
        assertEquals(preset.augmentation(), augmentation("--augmentation " + preset.id()));
    }

    @Test
    void everyNumberOfTheAuthorsTableHasAnOption() {
        assertEquals(
                AugmentationPreset.FER2013.augmentation(),
                augmentation("--augmentation none --random-crop --crop-first 42 --elastic-p 1 --elastic-alpha 50"
                        + " --elastic-sigma 5 --elastic-corners 5 --motion-p 0.5 --motion-shift 0.02 --motion-rotate 10"
                        + " --border black --cutout-p 1 --cutout-holes 10 --cutout-size 30 --cutout-fill black"
                        + " --flip 0.5"));
        assertEquals(
                Augmentation.NONE
                        .greyed(0.2)
                        .with(new ElasticTransform(0.5, 120, 6, 3.6))
                        .with(new ShiftScaleRotate(0.5, 0.02, 45, 0.3))
                        .with(Border.BLACK)
                        .with(new Cutout(0.5, 2, 0.1, Cutout.Fill.MEAN)),
                augmentation("--augmentation oulucasia --flip 0 --grey 0.2 --cutout-holes 2 --cutout-size 0.1"
                        + " --cutout-fill mean"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--motion-p 0.5",
                "--elastic-p 0.5 --elastic-alpha 0 --elastic-corners 0",
                "--cutout-p 0.5 --cutout-holes 0"
            })
    void aProbabilityOfATransformThatDoesNothingIsRefused(String line) {
        Problem problem = assertThrows(Problem.class, () -> augmentation(line));
        assertTrue(problem.getMessage().contains("has no effect on images"), problem.getMessage());
    }

    @Test
    void anOptionChangesOneThingOfAnAugmentation() {
        assertEquals(
                AugmentationPreset.RAFDB.augmentation().with(new ShiftScaleRotate(0.5, 0.02, 10, 0.1)),
                augmentation("--augmentation rafdb --motion-scale 0.1"));
        assertEquals(
                false, augmentation("--augmentation light --no-random-crop").randomCrop());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            --augmentation affectnet | Unknown augmentation "affectnet"
            --border wrap            | augmentation.border must be one of [repeat, mirror, black], got wrap
            --elastic-sigma 0        | elasticity.sigma must be between 0.5 and 100, got 0
            --flip 2                 | flip must be between 0 and 1, got 2
            """)
    void whatDoesNotFitIsNamed(String line, String sentence) {
        Problem problem = assertThrows(Problem.class, () -> augmentation(line));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains(sentence), problem.getMessage());
    }
}
