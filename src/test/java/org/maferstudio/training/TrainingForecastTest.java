package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.recipe.RecipePreset;

class TrainingForecastTest {
    private static final TrainingForecast.Load LOAD = new TrainingForecast.Load(1000, 100, 100);

    @Test
    void aTeacherNeedsAnotherNetworkAndEvaluatesEachImage() {
        Recipe taught = RecipePreset.CR.recipe();
        Recipe alone = RecipeJson.change(taught, Map.of("objective.teacher.who", "none"));
        TrainingForecast more = TrainingForecast.of(taught, LOAD, 10);
        TrainingForecast less = TrainingForecast.of(alone, LOAD, 10);
        // Ten epochs of a thousand images, and of four validations of a hundred images, at ten a second.
        assertEquals(1400, more.seconds() - less.seconds(), 1e-9);
        long bytes = more.bytes() - less.bytes();
        assertTrue(bytes > 100L << 20 && bytes < 150L << 20, "SE-ResNet-50 and a batch: " + bytes);
    }

    @Test
    void aLowResolutionIsValidatedInAdditionAtEachValidation() {
        Recipe both = RecipePreset.CR_SIMPLIFIED.recipe();
        Recipe one = RecipeJson.change(both, Map.of("course.validateAt", 0, "course.bestAt", "native"));
        // Ten epochs of four validations of a hundred images: one after each step of 256 images.
        assertEquals(
                400,
                TrainingForecast.of(both, LOAD, 10).seconds()
                        - TrainingForecast.of(one, LOAD, 10).seconds(),
                1e-9);
    }

    @Test
    void imagesTakeNoMoreThanWhatIsKeptOfThem() {
        Recipe recipe = RecipePreset.CR_SIMPLIFIED.recipe();
        TrainingForecast millions =
                TrainingForecast.of(recipe, new TrainingForecast.Load(3_141_890, 0, 100), Double.NaN);
        TrainingForecast none = TrainingForecast.of(recipe, new TrainingForecast.Load(0, 0, 100), Double.NaN);
        assertEquals(PixelCache.defaultLimit(), millions.bytes() - none.bytes());
    }
}
