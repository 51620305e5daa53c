package org.maferstudio.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.recipe.TeacherConfig;
import org.maferstudio.recipe.TrainingConfig;

class RecipeFormTest {
    private final RecipeForm form = new RecipeForm(RecipePreset.COMPACT);

    private RecipeInput input(String field) {
        return form.inputs().of(field);
    }

    private void enter(String field, String text) {
        input(field).textProperty().set(text);
    }

    @ParameterizedTest
    @EnumSource(RecipePreset.class)
    void anUntouchedFormHoldsThePresetItself(RecipePreset preset) {
        form.presetProperty().set(preset);
        assertEquals(preset.recipe(), form.recipeProperty().get());
        assertEquals(Map.of(), form.changesProperty().get());
    }

    @Test
    void everyOptionOfEveryChoiceMakesARecipe() {
        for (RecipeInput input : form.inputs().all().toList()) {
            for (String option : input.field().type().choices()) {
                form.reset();
                enter(input.field().id(), option);
                assertNotNull(
                        form.recipeProperty().get(),
                        option + ": " + form.problemProperty().get());
            }
        }
        for (RecipeInputs.Trained trained : RecipeInputs.Trained.values()) {
            form.reset();
            form.inputs().trainedProperty().set(trained);
            assertNotNull(form.recipeProperty().get(), trained.title());
        }
    }

    @Test
    void aChangedFieldIsNamedWithThePresetsValue() {
        enter("course.epochs", "3");
        assertEquals(Map.of("course.epochs", "12"), form.changesProperty().get());
        assertEquals(3, form.recipeProperty().get().course().epochs());
        form.reset();
        assertEquals(Map.of(), form.changesProperty().get());
    }

    @Test
    void aNumberOutOfRangeGivesNoRecipeAndIsReportedNextToItsField() {
        enter("course.epochs", "0");
        assertNull(form.recipeProperty().get());
        assertFalse(input("course.epochs").messageProperty().get().isEmpty());
        assertTrue(form.problemProperty().get().isEmpty());
    }

    @Test
    void fieldsThatDoNotFitEachOtherAreExplainedInOneSentence() {
        enter("network.size", "64");
        assertNull(form.recipeProperty().get());
        assertFalse(form.problemProperty().get().isEmpty());
    }

    @Test
    void aFieldThatDoesNotMatterIsHiddenAndMayHoldAnything() {
        enter("optimiser.momentum", "nonsense");
        assertFalse(input("optimiser.momentum").relevantProperty().get());
        assertNotNull(form.recipeProperty().get());
        enter("optimiser.algorithm", "sgd");
        assertTrue(input("optimiser.momentum").relevantProperty().get());
        assertNull(form.recipeProperty().get());
    }

    @ParameterizedTest(name = "\"{1}\" for {0}: \"{2}\"")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    grey | ''                         | ''
                    grey | 127.5                      | ''
                    grey | 127.5, 3                   | Enter one number for grey.
                    grey | 256                        | Enter numbers from 0 to 255.
                    grey | train                      | Enter numbers separated by commas.
                    bgr  | 91.4953, 103.8827,131.0912 | ''
                    bgr  | 91.4953                    | Enter three numbers, one per channel.
                    bgr  | 1; 2; -3                   | Enter numbers from 0 to 255.
                    """)
    void theMeanIsNoneOrANumberAChannel(String colour, String typed, String message) {
        enter("network.mean", typed);
        enter("network.colour", colour);
        assertEquals(message, input("network.mean").messageProperty().get());
        assertEquals(message.isEmpty(), form.recipeProperty().get() != null);
    }

    @Test
    void numbersInARowComeIntoTheRecipeAndBack() {
        enter("network.colour", "bgr");
        enter("network.mean", "91.4953 103.8827 131.0912");
        enter("network.scale", "1");
        enter("resolutions", "16,8");
        Recipe made = form.recipeProperty().get();
        assertEquals(List.of(91.4953, 103.8827, 131.0912), made.network().mean());
        assertEquals(1, made.network().scale());
        assertEquals(List.of(16, 8), made.resolutions());
        assertEquals(
                Set.of("network.colour", "network.mean", "network.scale", "resolutions"),
                form.changesProperty().get().keySet());
        form.reset();
        form.load(made);
        assertEquals(made, form.recipeProperty().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "8.5", "5000", "8, 16, 8"})
    void aResolutionThatDoesNotFitIsToldBesideItsField(String typed) {
        enter("resolutions", typed);
        assertFalse(input("resolutions").messageProperty().get().isEmpty());
        assertNull(form.recipeProperty().get());
    }

    @Test
    void aPresetOfThePaperRequiresItsModelBeforeTheStart() {
        form.presetProperty().set(RecipePreset.PAPER_RAFDB_CR);
        assertTrue(form.problemProperty().get().contains("Initial weights"), form.problemProperty()::get);
        enter("network.base", "/a/cr.pth");
        assertEquals("", form.problemProperty().get());
    }

    @Test
    void aTeacherNeedsItsFileAndIsPartOfTheRecipe() {
        assertFalse(input("objective.teacher.lambda").relevantProperty().get());
        enter("objective.teacher.who", "base");
        assertTrue(form.problemProperty().get().contains("none are given"), form.problemProperty()::get);
        enter("network.base", "/a/base.pth");
        assertEquals("", form.problemProperty().get());
        enter("objective.teacher.who", "file");
        assertTrue(form.problemProperty().get().contains("has no weight file"), form.problemProperty()::get);
        enter("objective.teacher.weights", "/a/teacher.pth");
        enter("objective.teacher.lambda", "0.5");
        assertEquals("", form.problemProperty().get());
        assertEquals(
                new TeacherConfig(TeacherConfig.Who.FILE, "/a/teacher.pth", 0.5),
                form.recipeProperty().get().objective().teacher());
    }

    @Test
    void theBestIsSelectedAtTheLowResolutionOnlyIfValidationsUseOne() {
        enter("course.bestAt", "low");
        assertFalse(input("course.bestAt").relevantProperty().get());
        assertEquals(
                TrainingConfig.At.NATIVE, form.recipeProperty().get().course().bestAt());
        enter("course.validateAt", "8");
        assertEquals(TrainingConfig.At.LOW, form.recipeProperty().get().course().bestAt());
        enter("course.validateAt", "0");
        assertEquals(
                TrainingConfig.At.NATIVE, form.recipeProperty().get().course().bestAt());
    }

    @Test
    void theRestIsTrainedAlikeAtItsOwnRateOrNotAtAll() {
        assertNull(form.recipeProperty().get().optimiser().restLearningRate());
        form.inputs().trainedProperty().set(RecipeInputs.Trained.CLASSIFIER);
        assertEquals(0.0, form.recipeProperty().get().optimiser().rest());
        form.inputs().trainedProperty().set(RecipeInputs.Trained.OWN_RATE);
        enter(RecipeInputs.REST, "0.001");
        assertEquals(0.001, form.recipeProperty().get().optimiser().rest());
    }

    @Test
    void standardDeviationsAreOnePerChannelAndAboveZero() {
        form.presetProperty().set(RecipePreset.COMPACT);
        enter("network.std", "57.5");
        assertEquals(List.of(57.5), form.recipeProperty().get().network().std());
        enter("network.std", "0");
        assertFalse(input("network.std").messageProperty().get().isEmpty());
        enter("network.std", "57.4, 57.1, 58.4");
        assertFalse(input("network.std").messageProperty().get().isEmpty());
        enter("network.colour", "rgb");
        assertEquals("", input("network.std").messageProperty().get());
    }
}
