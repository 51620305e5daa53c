package org.maferstudio.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.augmentation.AugmentationStep;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Augmentation;
import org.maferstudio.recipe.AugmentationPreset;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.ui.workbench.Workbench;

class AugmentationPreviewTest {
    @TempDir
    private Path folder;

    private final ReadOnlyObjectWrapper<Recipe> recipe = new ReadOnlyObjectWrapper<>(with(AugmentationPreset.RAFDB));
    private Workbench workbench;

    private static Recipe with(AugmentationPreset preset) {
        return RecipeJson.change(
                Recipe.DEFAULT, Map.of("augmentation", preset.augmentation(), "network.colour", "rgb"));
    }

    @BeforeEach
    void makeDesk() {
        workbench = new Workbench(Workspace.open(folder));
    }

    private AugmentationPreview preview() {
        return new AugmentationPreview(workbench, new DirectJobs(), recipe.getReadOnlyProperty());
    }

    @Test
    void nothingIsDrawnBeforeItIsVisible() {
        recipe.set(RecipeJson.change(recipe.get(), Map.of("augmentation.blur", 0.5)));
        AugmentationPreview preview = preview();
        assertEquals(Map.of(), preview.variantsProperty().get());
        preview.watchedProperty().set(true);
        assertEquals(
                EnumSet.allOf(AugmentationStep.class),
                preview.variantsProperty().get().keySet());
    }

    @Test
    void eachTransformOfTheRecipeHasItsVariantsAndTheOthersHaveNone() {
        AugmentationPreview preview = preview();
        preview.watchedProperty().set(true);
        recipe.set(RecipeJson.change(recipe.get(), Map.of("augmentation", Augmentation.NONE.flipped(0.5))));
        Map<AugmentationStep, List<RasterImage>> variants =
                preview.variantsProperty().get();
        assertEquals(Set.of(AugmentationStep.ALL, AugmentationStep.FLIP), variants.keySet());
        List<RasterImage> mirrored = variants.get(AugmentationStep.FLIP);
        assertEquals(AugmentationPreview.VARIANTS, mirrored.size());
        assertEquals(mirrored, variants.get(AugmentationStep.ALL));
        assertTrue(mirrored.stream().allMatch(image -> image.width() == 44 && image.height() == 44));
    }

    @Test
    void theImagesFollowTheFieldsAndStayWhereNothingChanges() {
        AugmentationPreview preview = preview();
        preview.watchedProperty().set(true);
        Map<AugmentationStep, List<RasterImage>> before =
                preview.variantsProperty().get();
        recipe.set(RecipeJson.change(recipe.get(), Map.of("augmentation.cutout.holes", 1)));
        Map<AugmentationStep, List<RasterImage>> after =
                preview.variantsProperty().get();
        assertNotEquals(before.get(AugmentationStep.CUTOUT), after.get(AugmentationStep.CUTOUT));
        assertEquals(before.get(AugmentationStep.ELASTICITY), after.get(AugmentationStep.ELASTICITY));
        recipe.set(null);
        assertEquals(after, preview.variantsProperty().get());
    }

    @Test
    void anotherFaceIsAnotherFace() {
        AugmentationPreview preview = preview();
        preview.watchedProperty().set(true);
        Map<AugmentationStep, List<RasterImage>> before =
                preview.variantsProperty().get();
        preview.another();
        assertNotEquals(before, preview.variantsProperty().get());
    }

    @Test
    void theFaceIsFromTheOpenDataset() {
        byte[] values = new byte[48 * 48];
        Arrays.fill(values, (byte) 77);
        workbench.datasetProperty().set(dataset(() -> new RasterImage(48, 48, 1, values)));
        recipe.set(RecipeJson.change(recipe.get(), Map.of("augmentation", Augmentation.NONE.flipped(0.5))));
        AugmentationPreview preview = preview();
        preview.watchedProperty().set(true);
        assertEquals(
                77,
                preview.variantsProperty()
                        .get()
                        .get(AugmentationStep.FLIP)
                        .get(0)
                        .value(5, 5, 0));
    }

    @Test
    void anImageThatCannotBeReadIsReported() {
        workbench.datasetProperty().set(dataset(() -> {
            throw Problem.input("The picture a.png is damaged.");
        }));
        AugmentationPreview preview = preview();
        preview.watchedProperty().set(true);
        assertEquals("The picture a.png is damaged.", preview.problemProperty().get());
        assertEquals(Map.of(), preview.variantsProperty().get());
    }

    @Test
    void onlyWhatWasRequestedLastIsShown() {
        HeldJobs jobs = new HeldJobs();
        AugmentationPreview preview = new AugmentationPreview(workbench, jobs, recipe.getReadOnlyProperty());
        preview.watchedProperty().set(true);
        recipe.set(RecipeJson.change(recipe.get(), Map.of("augmentation", Augmentation.NONE.flipped(1))));
        assertEquals(Map.of(), preview.variantsProperty().get());
        jobs.release(1);
        jobs.release(0);
        assertEquals(
                Set.of(AugmentationStep.ALL, AugmentationStep.FLIP),
                preview.variantsProperty().get().keySet());
    }

    private static Dataset dataset(Sample.Pixels pixels) {
        Sample sample = new Sample("a.png", Sample.TRAIN, 0, "a", pixels);
        return new Dataset("One", "folder", LabelSet.fer2013(), List.of(sample), List.of(), List.of());
    }
}
