package org.maferstudio.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.Resolutions;

class RecipeJsonTest {
    @ParameterizedTest
    @EnumSource
    void everyPresetReadsBackAsItWasWritten(RecipePreset preset) {
        Recipe recipe = preset.recipe();
        assertEquals(recipe, RecipeJson.read(RecipeJson.write(recipe), "the recipe", Recipe.DEFAULT));
        assertEquals(preset.id(), recipe.name());
        assertEquals(preset, RecipePreset.of(preset.id()));
    }

    @Test
    void missingFieldsKeepTheValueBelow() {
        Recipe recipe = RecipeJson.read(
                """
                {"name": "mine", "course": {"epochs": 3}, "network": {"colour": "grey-as-rgb", "mean": [1, 2, 3]},
                 "schedule": {"howOften": {"kind": "curriculum", "start": 0.1, "step": 0.1, "everyImages": 35000,
                                           "maximum": 1}}}
                """,
                "the recipe",
                RecipePreset.COMPACT.recipe());
        assertEquals(3, recipe.course().epochs());
        assertEquals(64, recipe.course().batch());
        assertEquals(InputContract.Colour.GREY_AS_RGB, recipe.network().colour());
        assertEquals(
                new DownsamplingProbability.Curriculum(0.1, 0.1, 35_000, 1),
                recipe.schedule().howOften());
        assertEquals(RecipePreset.COMPACT.recipe().augmentation(), recipe.augmentation());
    }

    @ParameterizedTest(name = "{0} is refused with: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        {"epochs": 3}                                                    | Unknown field "epochs"
        {"course": {"epoch": 3}}                                         | Unknown field "course.epoch"
        {"schedule": {"howOften": {"kind": "constant", "q": 1}}}         | Unknown field "schedule.howOften.q"
        {"schedule": {"howOften": {"kind": "sometimes"}}}                | kind must be one of [never, constant, curriculum]
        {"course": {"epochs": 0}}                                        | epochs must be between 1 and 100000, got 0
        {"course": {"epochs": "many"}}                                   | many
        {"course": {"bestBy": "luck"}}                                   | macro-f1, loss], got luck
        {"course": {"gradientReduction": "max"}}                         | course.gradientReduction must be one of [mean, sum], got max
        {"course": {"keep": "last", "earlyStop": 3}}                     | early stopping requires saving the best
        {"course": {"validationStride": 0}}                              | course.validationStride must be between 1 and 100000, got 0
        {"course": 3}                                                    | Invalid value
        {"course": null}                                                 | Invalid value
        {"augmentation": {"motion": {"p": 2}}}                           | motion.p must be between 0 and 1
        {"augmentation": {"elastic": {"p": 1}}}                          | Unknown field "augmentation.elastic"
        {"machine": {"device": "tpu"}}                                   | device must be auto, cpu or gpu:N, got tpu
        {"optimiser": {"learningRate": -1}}                              | optimiser.learningRate must be greater than 0, got -1
        [1]                                                              | Expected a JSON object
        {"course":                                                       | Invalid JSON in
        """)
    void whatDoesNotFitIsNamed(String json, String sentence) {
        Problem problem = assertThrows(Problem.class, () -> RecipeJson.read(json, "the recipe a.json", Recipe.DEFAULT));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains(sentence), problem.getMessage());
        assertTrue(problem.getMessage().contains(" in the recipe a.json"), problem.getMessage());
    }

    @Test
    void fieldsChangeByTheirDottedNames() {
        ResolutionSchedule schedule = new ResolutionSchedule(
                new DownsamplingProbability.Constant(0.3), new Resolutions.Uniform(8, 32), Kernel.BOX);
        Recipe recipe = RecipeJson.change(
                Recipe.DEFAULT,
                Map.of(
                        "course.epochs",
                        2,
                        "optimiser.restLearningRate",
                        1e-4,
                        "network.mean",
                        List.of(5.0),
                        "schedule.howOften",
                        schedule.howOften(),
                        "schedule.which",
                        schedule.which(),
                        "schedule.kernel",
                        Kernel.BOX));
        assertEquals(2, recipe.course().epochs());
        assertEquals(1e-4, recipe.optimiser().rest());
        assertEquals(List.of(5.0), recipe.network().mean());
        assertEquals(schedule, recipe.schedule());
    }

    @Test
    void differencesAreNamedByField() {
        Recipe base = RecipePreset.COMPACT.recipe();
        Recipe other = RecipeJson.change(
                base, Map.of("course.epochs", 20, "schedule.howOften", new DownsamplingProbability.Constant(0.5)));
        assertEquals(
                List.of(
                        new Recipe.Difference(
                                "schedule.howOften", "{\"kind\":\"constant\",\"p\":0.5}", "{\"kind\":\"never\"}"),
                        new Recipe.Difference("course.epochs", "20", "12")),
                other.differences(base));
        assertEquals(List.of(), base.differences(base));
    }

    @Test
    void anAugmentationOfEarlierVersionsIsStillRead() {
        String older =
                """
                {"augmentation": {"flip": 0.5, "randomCrop": true, "shift": 0.02, "rotate": 10, "scale": 0.1,
                                  "cutoutHoles": 10, "cutoutSize": 0.25}}
                """;
        Augmentation expected = Augmentation.LIGHT
                .with(new ShiftScaleRotate(1, 0.02, 10, 0.1))
                .with(new Cutout(1, 10, 0.25, Cutout.Fill.MEAN));
        assertEquals(
                expected, RecipeJson.read(older, "the recipe", Recipe.DEFAULT).augmentation());
        assertEquals(
                expected,
                RecipeJson.readForgivingly(JsonParser.parseString(older), "the recipe")
                        .augmentation());
    }

    /** The fields of the course that came after 0.1.0. */
    private static JsonObject asOfEarlierVersions(Recipe recipe) {
        JsonObject older = JsonParser.parseString(RecipeJson.write(recipe)).getAsJsonObject();
        List.of("gradientReduction", "leftoverBatches", "validationStride", "keep")
                .forEach(older.getAsJsonObject("course")::remove);
        return older;
    }

    @Test
    void aRecipeOfEarlierVersionsAveragesItsGradientsWhateverThePresetDoes() {
        Recipe preset = RecipePreset.PAPER_RAFDB_CR.recipe();
        JsonObject older = asOfEarlierVersions(preset);
        for (Recipe read : List.of(
                RecipeJson.read(older.toString(), "the recipe", preset),
                RecipeJson.readForgivingly(older, "the recipe"))) {
            assertEquals(TrainingConfig.Reduction.MEAN, read.course().gradientReduction());
            assertEquals(TrainingConfig.Leftover.USE, read.course().leftoverBatches());
            assertEquals(1, read.course().validationStride());
            assertEquals(TrainingConfig.Keep.BEST, read.course().keep());
        }
    }

    @Test
    void aFewFieldsOfARecipeLeaveThePresetsReductionAsItIs() {
        Recipe read = RecipeJson.read(
                "{\"course\": {\"epochs\": 3, \"accumulation\": 8}}",
                "the recipe",
                RecipePreset.PAPER_RAFDB_CR.recipe());
        assertEquals(TrainingConfig.Reduction.SUM, read.course().gradientReduction());
        assertEquals(8, read.course().accumulation());
    }

    @ParameterizedTest
    @EnumSource
    void everyAugmentationOfTheAuthorsReadsBack(AugmentationPreset preset) {
        Recipe recipe = RecipeJson.change(Recipe.DEFAULT, Map.of("augmentation", preset.augmentation()));
        assertEquals(preset.augmentation(), recipe.augmentation());
        assertEquals(recipe, RecipeJson.read(RecipeJson.write(recipe), "the recipe", Recipe.DEFAULT));
    }
}
