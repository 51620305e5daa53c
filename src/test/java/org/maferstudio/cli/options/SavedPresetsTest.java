package org.maferstudio.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.OwnPresets;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.schedule.SchedulePreset;
import org.maferstudio.schedule.ScheduleSyntax;
import org.maferstudio.settings.SystemFolders;

/** A home folder in which presets were saved. */
class SavedPresetsTest {
    private final String home = System.getProperty("user.home");

    @BeforeEach
    void anotherHome(@TempDir Path folder) {
        System.setProperty("user.home", folder.toString());
        Path presets = SystemFolders.presets(SystemFolders.ofThisSystem().settingsFile());
        assumeTrue(presets.startsWith(folder), "settings are elsewhere");
        OwnPresets own = new OwnPresets(presets);
        own.save("mine", RecipePreset.DEMO_MULTI.recipe());
        own.save("one in ten", ScheduleSyntax.schedule("p=0.1"));
    }

    @AfterEach
    void home() {
        System.setProperty("user.home", home);
    }

    @Test
    void aPresetIsIncludedOrSaved() {
        assertEquals(RecipePreset.COMPACT, SavedPresets.recipe("compact"));
        assertEquals(
                RecipePreset.DEMO_MULTI.recipe().named("mine"),
                SavedPresets.recipe("mine").recipe());
        Problem problem = assertThrows(Problem.class, () -> SavedPresets.recipe("yours"));
        assertTrue(problem.getMessage().contains("yours"), problem.getMessage());
    }

    @Test
    void aScheduleIsWrittenIncludedOrSaved() {
        assertEquals(ScheduleSyntax.schedule("p=0.1"), SavedPresets.schedule("one in ten"));
        assertEquals(SchedulePreset.SMALL_FACES.schedule(), SavedPresets.schedule("small-faces"));
        assertEquals(ScheduleSyntax.schedule("off"), SavedPresets.schedule("off"));
        assertThrows(Problem.class, () -> SavedPresets.schedule("two in ten"));
    }
}
