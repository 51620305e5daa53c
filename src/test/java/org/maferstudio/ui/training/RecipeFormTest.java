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

    private RecipeInput.Numeric number(String field) {
        return form.sections().sections().stream()
                .flatMap(RecipeInputs.Section::inputs)
                .filter(input -> input.field().equals(field) && input instanceof RecipeInput.Numeric)
                .map(RecipeInput.Numeric.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private RecipeInput.Numbers numbers(String field) {
        return form.sections().sections().stream()
                .flatMap(RecipeInputs.Section::inputs)
                .filter(input -> input.field().equals(field))
                .map(RecipeInput.Numbers.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private RecipeInput.Choice choice(String field) {
        return form.sections().sections().stream()
                .flatMap(RecipeInputs.Section::inputs)
                .filter(input -> input.field().equals(field) && input instanceof RecipeInput.Choice)
                .map(RecipeInput.Choice.class::cast)
                .findFirst()
                .orElseThrow();
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
        form.sections().sections().stream()
                .flatMap(RecipeInputs.Section::inputs)
                .filter(RecipeInput.Choice.class::isInstance)
                .map(RecipeInput.Choice.class::cast)
                .forEach(input -> input.options().forEach(option -> {
                    form.reset();
                    input.chosenProperty().set(option);
                    assertNotNull(
                            form.recipeProperty().get(),
                            option + ": " + form.problemProperty().get());
                }));
    }

    @Test
    void aChangedFieldIsNamedWithThePresetsValue() {
        number("course.epochs").input().set(3);
        assertEquals(Map.of("course.epochs", "12"), form.changesProperty().get());
        assertEquals(3, form.recipeProperty().get().course().epochs());
        form.reset();
        assertEquals(Map.of(), form.changesProperty().get());
    }

    @Test
    void aNumberOutOfRangeLeavesNoRecipeAndSaysSoBesideTheField() {
        number("course.epochs").input().textProperty().set("0");
        assertNull(form.recipeProperty().get());
        assertFalse(number("course.epochs").input().messageProperty().get().isEmpty());
        assertTrue(form.problemProperty().get().isEmpty());
    }

    @Test
    void fieldsThatDoNotFitEachOtherAreExplainedInASentence() {
        number("network.size").input().set(64);
        assertNull(form.recipeProperty().get());
        assertFalse(form.problemProperty().get().isEmpty());
    }

    @Test
    void aFieldThatDoesNotMatterIsHiddenAndMayHoldAnything() {
        number("optimiser.momentum").input().textProperty().set("nonsense");
        assertFalse(number("optimiser.momentum").relevantProperty().get());
        assertNotNull(form.recipeProperty().get());
        choice("optimiser.algorithm").chosenProperty().set("sgd");
        assertTrue(number("optimiser.momentum").relevantProperty().get());
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
        numbers("network.mean").input().textProperty().set(typed);
        choice("network.colour").chosenProperty().set(colour);
        assertEquals(message, numbers("network.mean").input().messageProperty().get());
        assertEquals(message.isEmpty(), form.recipeProperty().get() != null);
    }

    @Test
    void numbersInARowComeIntoTheRecipeAndBack() {
        choice("network.colour").chosenProperty().set("bgr");
        numbers("network.mean").input().textProperty().set("91.4953 103.8827 131.0912");
        number("network.scale").input().set(1);
        numbers("resolutions").input().textProperty().set("16,8");
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
        numbers("resolutions").input().textProperty().set(typed);
        assertFalse(numbers("resolutions").input().messageProperty().get().isEmpty());
        assertNull(form.recipeProperty().get());
    }

    @Test
    void aPresetOfThePaperAsksForItsModelBeforeTheStart() {
        form.presetProperty().set(RecipePreset.PAPER_RAFDB_CR);
        assertTrue(form.problemProperty().get().contains("Initial weights"), form.problemProperty()::get);
        form.sections().base().pathProperty().set("/a/cr.pth");
        assertEquals("", form.problemProperty().get());
    }

    @Test
    void aTeacherIsAskedForItsFileAndComesIntoTheRecipe() {
        assertFalse(number("objective.teacher.lambda").relevantProperty().get());
        choice("objective.teacher.who").chosenProperty().set("base");
        assertTrue(form.problemProperty().get().contains("none are given"), form.problemProperty()::get);
        form.sections().base().pathProperty().set("/a/base.pth");
        assertEquals("", form.problemProperty().get());
        choice("objective.teacher.who").chosenProperty().set("file");
        assertTrue(form.problemProperty().get().contains("has no weight file"), form.problemProperty()::get);
        form.sections().teacher().pathProperty().set("/a/teacher.pth");
        number("objective.teacher.lambda").input().set(0.5);
        assertEquals("", form.problemProperty().get());
        assertEquals(
                new TeacherConfig(TeacherConfig.Who.FILE, "/a/teacher.pth", 0.5),
                form.recipeProperty().get().objective().teacher());
    }

    @Test
    void theBestIsChosenAtTheLowResolutionOnlyWhereValidationsLookAtOne() {
        choice("course.bestAt").chosenProperty().set("low");
        assertFalse(choice("course.bestAt").relevantProperty().get());
        assertEquals(
                TrainingConfig.At.NATIVE, form.recipeProperty().get().course().bestAt());
        number("course.validateAt").input().set(8);
        assertEquals(TrainingConfig.At.LOW, form.recipeProperty().get().course().bestAt());
        number("course.validateAt").input().set(0);
        assertEquals(
                TrainingConfig.At.NATIVE, form.recipeProperty().get().course().bestAt());
    }

    @Test
    void theRestIsTrainedAlikeAtItsOwnRateOrNotAtAll() {
        RecipeInput.Choice rest = choice(RecipeInputs.REST);
        assertNull(form.recipeProperty().get().optimiser().restLearningRate());
        rest.chosenProperty().set(RecipeInputs.CLASSIFIER_ALONE);
        assertEquals(0.0, form.recipeProperty().get().optimiser().rest());
        rest.chosenProperty().set(RecipeInputs.OWN_RATE);
        number(RecipeInputs.REST).input().set(0.001);
        assertEquals(0.001, form.recipeProperty().get().optimiser().rest());
    }

    @Test
    void standardDeviationsAreOnePerChannelAndAboveZero() {
        form.presetProperty().set(RecipePreset.COMPACT);
        numbers("network.std").input().textProperty().set("57.5");
        assertEquals(List.of(57.5), form.recipeProperty().get().network().std());
        numbers("network.std").input().textProperty().set("0");
        assertFalse(numbers("network.std").input().messageProperty().get().isEmpty());
        numbers("network.std").input().textProperty().set("57.4, 57.1, 58.4");
        assertFalse(numbers("network.std").input().messageProperty().get().isEmpty());
        choice("network.colour").chosenProperty().set("rgb");
        assertEquals("", numbers("network.std").input().messageProperty().get());
    }
}
