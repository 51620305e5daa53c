package org.maferstudio.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maferstudio.job.Problem;

class AugmentationTest {
    @Test
    void valuesOutOfRangeAreNamed() {
        refused("augmentation.flip must be between 0 and 1, got 1.5", () -> Augmentation.NONE.flipped(1.5));
        refused("augmentation.grey must be between 0 and 1, got NaN", () -> Augmentation.NONE.greyed(Double.NaN));
        refused("augmentation.cropFirst must be between 0 and 1024, got -1", () -> Augmentation.NONE.cropped(-1));
        refused(
                "augmentation.elasticity.sigma must be between 0.5 and 100, got 0",
                () -> new ElasticTransform(1, 50, 0, 5));
        refused(
                "augmentation.elasticity.alpha must be between 0 and 1000, got 1001",
                () -> new ElasticTransform(1, 1001, 5, 5));
        refused("augmentation.elasticity.corners must be", () -> new ElasticTransform(1, 50, 5, -0.1));
        refused(
                "augmentation.motion.shift must be between 0 and 0.5, got 0.6",
                () -> new ShiftScaleRotate(1, 0.6, 0, 0));
        refused(
                "augmentation.motion.rotate must be between 0 and 180, got 181",
                () -> new ShiftScaleRotate(1, 0, 181, 0));
        refused("augmentation.motion.scale must be between 0 and 0.9, got 1", () -> new ShiftScaleRotate(1, 0, 0, 1));
        refused(
                "augmentation.cutout.holes must be between 0 and 100, got 101",
                () -> new Cutout(1, 101, 1, Cutout.Fill.MEAN));
        refused(
                "augmentation.cutout.size must be between 0 and 512, got 600",
                () -> new Cutout(1, 1, 600, Cutout.Fill.MEAN));
        refused("the required field \"augmentation.border\" is missing", () -> Augmentation.NONE.with((Border) null));
    }

    private static void refused(String sentence, Executable make) {
        String message = assertThrows(IllegalArgumentException.class, make).getMessage();
        assertTrue(message.startsWith(sentence), message);
    }

    @ParameterizedTest
    @EnumSource
    void aPresetIsFoundByItsName(AugmentationPreset preset) {
        assertEquals(preset, AugmentationPreset.of(" " + preset.id().toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void anUnknownPresetNamesThoseThatThereAre() {
        String message = assertThrows(Problem.class, () -> AugmentationPreset.of("affectnet"))
                .getMessage();
        assertEquals(
                "Unknown augmentation \"affectnet\". Choose one of none, light, fer2013, rafdb, oulucasia.", message);
    }
}
