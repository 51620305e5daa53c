package org.maferstudio.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.image.GreyWeights;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.Resolutions;

/** The table of fields and the records say the same. */
class RecipeFieldsTest {
    /** Differs from {@link Recipe#DEFAULT} in every field. */
    private static final Recipe OTHER = new Recipe(
            "other",
            new DatasetSource(
                    List.of("a, b", "c"),
                    "csv",
                    List.of("anger", "fear"),
                    Map.of("validation", "test"),
                    0.25,
                    18,
                    true,
                    true,
                    new Fold(2, 5, Fold.By.IMAGE)),
            new NetworkConfig(
                    NetworkSpec.SE_RESNET_50,
                    224,
                    256,
                    Kernel.BOX,
                    InputContract.Colour.BGR,
                    NetworkConfig.VGGFACE2_MEAN,
                    1e-7,
                    "/a/base.pth",
                    0,
                    NetworkConfig.FrozenBatchNorms.BATCH,
                    PaperModel.CR,
                    List.of(57.5, 57.0, 1.0 / 3),
                    Alignment.EYES,
                    0.3,
                    48),
            new ResolutionSchedule(
                    new DownsamplingProbability.Curriculum(0.1, 0.1, 35_000, 1),
                    new Resolutions.Listed(List.of(8, 16), List.of(2.0, 1.0)),
                    Kernel.NEAREST,
                    List.of(Kernel.BOX, Kernel.LANCZOS),
                    List.of(10, 60)),
            new Augmentation(
                    false,
                    0.875,
                    0.2,
                    GreyWeights.BGR,
                    new ElasticTransform(0.5, 120, 6, 3.6),
                    new ShiftScaleRotate(0.5, 0.02, 45, 0.3),
                    Border.MIRROR,
                    new Cutout(0.5, 10, 10, Cutout.Fill.BLACK),
                    0.25,
                    0.5,
                    3.0,
                    0.2,
                    1.0),
            new OptimiserConfig(OptimiserConfig.Algorithm.ADAMW, 1e-2, 0.0, 1e-4, 0.8, true, 0.8, 0.99, true, 0.999),
            new LearningRateConfig(
                    LearningRateConfig.Shape.STEP, 0.5, 3, 0.5, 0.01, 1e-5, 4, 2, LearningRateConfig.Watch.LOSS),
            new LossConfig(
                    LossConfig.ClassWeights.INVERSE_FREQUENCY,
                    0,
                    new TeacherConfig(TeacherConfig.Who.FILE, "/a/t.pth", 0.5, TeacherConfig.Draws.OWN, 2, 4)),
            new TrainingConfig(
                    3,
                    16,
                    4,
                    TrainingConfig.Reduction.SUM,
                    TrainingConfig.Leftover.DROP,
                    2,
                    5,
                    TrainingConfig.Measure.LOSS,
                    TrainingConfig.At.LOW,
                    8,
                    TrainingConfig.Keep.LAST,
                    0,
                    Long.MAX_VALUE),
            new DeviceConfig("gpu:1", 3, 5),
            List.of(16, 8));

    private static Stream<RecipeField<?>> fields() {
        return RecipeFields.all().stream();
    }

    private static void leaves(String path, JsonElement json, List<String> found) {
        if (json instanceof JsonObject object && RecipeFields.find(path).isEmpty()) {
            object.entrySet()
                    .forEach(each -> leaves(
                            path.isEmpty() ? each.getKey() : path + "." + each.getKey(), each.getValue(), found));
        } else {
            found.add(path);
        }
    }

    @Test
    void everyLeafOfARecipesJsonHasOneRowAndEveryRowIsALeaf() {
        List<String> leaves = new ArrayList<>();
        leaves("", JsonParser.parseString(RecipeJson.write(OTHER)), leaves);
        List<String> rows = Stream.concat(Stream.of(RecipeFields.DATA), RecipeFields.SECTIONS.stream())
                .flatMap(RecipeFields.Section::fields)
                .map(RecipeField::id)
                .toList();
        assertEquals(leaves.stream().sorted().toList(), rows.stream().sorted().toList());
        assertEquals(rows, fields().map(RecipeField::id).toList());
    }

    @ParameterizedTest
    @MethodSource("fields")
    <T> void aValueIsReadWrittenAndReplaced(RecipeField<T> field) {
        T value = field.get(OTHER);
        if (!field.id().equals("course.earlyStop")) { // 0, as the last network is kept
            assertNotEquals(field.get(Recipe.DEFAULT), value, "the test has to see a difference");
        }
        assertEquals(value, field.parse(field.print(value)));
        assertEquals(OTHER, field.with(OTHER, value));
    }

    @Test
    void allFieldsTogetherMakeTheRecipe() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields().forEach(field -> values.put(field.id(), field.get(OTHER)));
        assertEquals(OTHER, RecipeJson.change(Recipe.DEFAULT, values));
    }

    @ParameterizedTest
    @EnumSource
    void everyPresetHasAllowedValues(RecipePreset preset) {
        fields().forEach(field -> allowed(field, preset.recipe()));
        fields().forEach(field -> allowed(field, Recipe.DEFAULT));
    }

    private static <T> void allowed(RecipeField<T> field, Recipe recipe) {
        T value = field.get(recipe);
        field.check(value);
        assertEquals(value, field.parse(field.print(value)), field.id());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void whatIsNotAllowedIsRejectedByTheRecordToo(RecipeField<?> field) {
        Object wrong =
                switch (field.type().kind()) {
                    case WHOLE -> field.id().endsWith("seed") ? "many" : -1;
                    case REAL -> -1;
                    case NUMBERS -> List.of(-1, -1, -1);
                    case CHOICE, FLAG -> "wrong";
                    case TEXT -> field.id().equals("dataset.format") ? null : " ";
                    case FILE, STRUCTURE -> null;
                };
        Map<String, Object> change = new LinkedHashMap<>();
        change.put(field.id(), wrong);
        if (wrong != null) {
            String message = assertThrows(Problem.class, () -> RecipeJson.change(OTHER, change))
                    .getMessage();
            assertTrue(message.contains(field.id() + " must be "), message);
        }
        if (wrong instanceof Integer) {
            JsonObject whole = JsonParser.parseString(RecipeJson.write(OTHER)).getAsJsonObject();
            JsonObject part = whole;
            for (String name : field.id().replaceFirst("\\.?\\w+$", "").split("\\.")) {
                part = part.getAsJsonObject(name);
            }
            part.addProperty(field.id().replaceFirst(".*\\.", ""), -1);
            String message = assertThrows(Problem.class, () -> RecipeJson.readForgivingly(whole, "it"))
                    .getMessage();
            assertTrue(message.contains(", got -1"), message);
        }
    }

    @Test
    void everyNameOfAnOptionIsUnique() {
        List<String> names = fields().flatMap(field -> field.options().stream()).toList();
        assertEquals(names.stream().distinct().toList(), names);
        names.forEach(name -> assertTrue(name.matches("-[a-z0-9]{1,3}|--[a-z0-9-]+"), name));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldHasALabelAndAHelpInEnglishAndItalian(RecipeField<?> field) {
        FieldTexts italian = new FieldTexts(Locale.ITALIAN);
        for (FieldTexts texts : List.of(FieldTexts.ENGLISH, italian)) {
            assertFalse(texts.label(field).isBlank());
            assertTrue(texts.help(field).endsWith("."), texts.help(field));
        }
        assertNotEquals(FieldTexts.ENGLISH.help(field), italian.help(field));
    }

    @Test
    void theInputOfANetworkHasOneRange() {
        assertEquals("16 to 512", RecipeFields.of("network.size").type().allowed(Locale.ROOT));
    }

    @Test
    void conditionsNameFieldsAndHoldByTheirValues() {
        for (RecipeField<?> field : RecipeFields.all()) {
            String text =
                    field.condition().text().apply(name -> RecipeFields.of(name).id());
            boolean holds =
                    field.condition().holds().test(name -> RecipeFields.of(name).text(OTHER));
            assertTrue(holds || !text.isEmpty(), field.id());
        }
        RecipeField<?> border = RecipeFields.of("augmentation.border");
        assertEquals(
                "(augmentation.elasticity.p > 0 or augmentation.motion.p > 0 and (augmentation.motion.shift > 0 or"
                        + " augmentation.motion.rotate > 0 or augmentation.motion.scale > 0))",
                border.condition().text().apply(name -> name));
        assertTrue(border.condition().holds().test(name -> RecipeFields.of(name).text(OTHER)));
    }
}
