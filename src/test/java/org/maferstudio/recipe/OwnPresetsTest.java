package org.maferstudio.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.OwnSchedule;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.ScheduleSyntax;

class OwnPresetsTest {
    private static final Recipe RECIPE = RecipeJson.change(
            RecipePreset.CR.recipe().on(DatasetSource.of("/data/faces.zip")),
            Map.of("course.epochs", 3, "network.base", "/data/base.safetensors"));
    private static final ResolutionSchedule HALF = ScheduleSyntax.schedule("p=0.5");

    @TempDir
    private Path folder;

    private OwnPresets presets;

    @BeforeEach
    void open() {
        presets = new OwnPresets(folder.resolve("presets"));
    }

    @Test
    void aRecipeIsThereAgainWithoutItsDataset() throws IOException {
        presets.save(" Slow and careful ", RECIPE);
        OwnRecipe read = new OwnPresets(folder.resolve("presets"))
                .recipe("Slow and careful")
                .orElseThrow();
        assertEquals(RECIPE.named("Slow and careful").on(DatasetSource.of("drawn")), read.recipe());
        assertEquals(List.of(read), presets.recipes().presets());
        Path file = folder.resolve("presets/recipes/Slow and careful.json");
        assertFalse(Files.readString(file).contains("faces.zip"));
        assertEquals(read.recipe(), RecipeJson.read(file, Recipe.DEFAULT), "it is also a file for --recipe");
    }

    @Test
    void aScheduleIsThereAgain() {
        presets.save("half", HALF);
        assertEquals(Optional.of(new OwnSchedule("half", HALF)), presets.schedule("half"));
        assertEquals(Optional.empty(), presets.recipe("half"));
    }

    @Test
    void whatIsDeletedOrRenamedHasMoved() {
        presets.save("b", HALF);
        presets.save("A", HALF);
        assertEquals(
                List.of("A", "b"),
                presets.schedules().presets().stream().map(OwnSchedule::id).toList());
        assertThrows(Problem.class, () -> presets.rename(OwnPresets.Kind.SCHEDULE, "A", "b"));
        presets.rename(OwnPresets.Kind.SCHEDULE, "A", "c");
        presets.delete(OwnPresets.Kind.SCHEDULE, "b");
        assertEquals(List.of(new OwnSchedule("c", HALF)), presets.schedules().presets());
        assertTrue(Files.exists(folder.resolve("presets/bin/schedules/b.json")));
    }

    @Test
    void aDamagedFileCostsOneSentenceAndStays() throws IOException {
        presets.save("good", RECIPE);
        Path bad = folder.resolve("presets/recipes/bad.json");
        Files.writeString(bad, "{\"course\": {\"epochs\": -1}}");
        OwnPresets.Listing<OwnRecipe> read = presets.recipes();
        assertEquals(List.of("good"), read.presets().stream().map(OwnRecipe::id).toList());
        assertEquals(1, read.problems().size());
        assertTrue(read.problems().get(0).contains("bad.json"), read.problems().get(0));
        assertTrue(Files.exists(bad));
        assertThrows(Problem.class, () -> presets.recipe("bad"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "../up", "a/b", "a\\b", ".hidden", "a.", "a,b", "p=0.5", "con", "NUL.x", "compact"})
    void aNameIsOneOfAFileAnywhereAndNotTaken(String name) {
        assertThrows(Problem.class, () -> presets.save(name, RECIPE));
        assertEquals(Optional.empty(), presets.recipe(name));
        assertFalse(Files.exists(folder.resolve("presets")));
    }

    @Test
    void anIncludedScheduleKeepsItsName() {
        assertThrows(Problem.class, () -> presets.save("off", HALF));
        assertThrows(Problem.class, () -> presets.save("Small-Faces", HALF));
    }
}
