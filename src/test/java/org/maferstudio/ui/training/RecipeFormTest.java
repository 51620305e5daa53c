package org.maferstudio.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maferstudio.experiment.RecipePreset;

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
}
